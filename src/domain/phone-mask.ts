const shownAtEnd = 2;
const shownAtStart = 3;

/** A number for people who may not see it whole: "+12125550123" becomes "+12•••••••23". */
export function maskPhone(e164: string): string {
  const hidden = Math.max(0, e164.length - shownAtStart - shownAtEnd);
  return e164.slice(0, shownAtStart) + "•".repeat(hidden) + e164.slice(shownAtStart + hidden);
}

/** An address for people who may not see it whole: "ana@example.org" becomes "a•••@example.org". */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf("@");
  return at < 1 ? "•••" : `${address.slice(0, 1)}•••${address.slice(at)}`;
}

/** Either of the two, for rows that may hold the one or the other. */
export function maskReach<Row extends { point: string | null }>(row: Row): Row {
  if (row.point === null) return row;
  return { ...row, point: row.point.includes("@") ? maskEmail(row.point) : maskPhone(row.point) };
}

const addresses = /[^\s<>"',;:()]+@[^\s<>"',;:()]+\.[^\s<>"',;:()]+/g;
const numbers = /\+?\d[\d\s().\-/]{5,}\d/g;
const days = /^\s*(\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{2,4})(?!\d)/;
const digitsMin = 7;

/** A cell of somebody's file, as whoever may not see numbers may see it: days and amounts stay, what can be dialled does not. */
export function maskText(text: string): string {
  return text.replace(addresses, maskEmail).replace(numbers, (found) => {
    const digits = found.replace(/\D/g, "");
    return days.test(found) || digits.length < digitsMin ? found : maskPhone(found);
  });
}
