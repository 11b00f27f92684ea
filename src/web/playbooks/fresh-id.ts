/** An id that none of the rows has; ids stay with their rows, because answers and figures name them. */
export function freshId(prefix: string, rows: readonly { id: string }[]): string {
  const taken = new Set(rows.map(({ id }) => id));
  let number = rows.length + 1;
  while (taken.has(`${prefix}${number}`)) number++;
  return `${prefix}${number}`;
}
