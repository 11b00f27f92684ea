/** Whether the list is among the names; a name that ends in "*" stands for all that begin so. */
export function isOneOf(list: string, names: readonly string[]): boolean {
  return names.some((name) => (name.endsWith("*") ? list.startsWith(name.slice(0, -1)) : name === list));
}
