import { parsePhone } from "#domain/phones.ts";
import type { Sample } from "#server/imports/reading/sample.ts";
import { layoutOf } from "#server/number-lists/reading/layout.ts";

/**
 * The do-not-call list that a file is by itself: the layout of the FTC's files ("202,5550101"), which nothing else has,
 * or bare numbers under the name of a list. Null for everything else, which could as well be a list of people.
 */
export function recogniseList(sample: Sample): string | null {
  if (sample.container === "zip") return listOfName(sample.name) ?? null;
  if (sample.container !== "text") return null;
  if (isListXml(sample.text)) return "us-dnc";
  const rows = sample.rows.filter((row) => row.length > 1 || row[0]?.trim());
  if (rows.length === 0) return null;
  if (rows.every(isFtcRow)) return isCanadian(rows) ? "ca-dncl" : "us-dnc";
  const isBare = rows.every(([cell = "", ...rest]) => rest.length === 0 && /^\+?[\d\s().-]{7,20}$/.test(cell.trim()));
  return isBare ? listOfName(sample.name) : null;
}

/** `area code,seven digits`, and in lists of changes what happened and when. */
function isFtcRow([area = "", local = "", ...more]: string[]): boolean {
  return /^[2-9]\d\d$/.test(area.trim()) && /^\d{7}$/.test(local.trim()) && more.length <= 3 && more.every(isOfChange);
}

function isOfChange(cell: string): boolean {
  return /^([ad]|\d{4}-\d\d-\d\d([T ].*)?|\d{8}|\d{1,2}\/\d{1,2}\/\d{4}|\d{1,2}|)$/i.test(cell.trim());
}

export function isListXml(text: string): boolean {
  return /^\s*<(\?xml|list)/i.test(text) && /<ac\b/i.test(text) && /<ph\b/i.test(text);
}

/** Whether it says of its numbers what happened to them. */
export function isListOfChanges(sample: Sample): boolean {
  if (isListXml(sample.text)) return /<ph\b[^>]*=\s*["'](a|d|add|delete)["']/i.test(sample.text);
  return sample.container === "text" && layoutOf(sample).change !== null;
}

const names: [pattern: RegExp, list: string][] = [
  [/ctps/i, "gb-ctps"],
  [/tps/i, "gb-tps"],
  [/dncl|lnnte/i, "ca-dncl"],
  [/ftc|dnc|do.?not.?call/i, "us-dnc"],
];

function listOfName(name: string): string | null {
  return names.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

function isCanadian(rows: string[][]): boolean {
  const areas = new Set(rows.map(([area = ""]) => area.trim()));
  return [...areas].every((area) => {
    const phone = parsePhone(`+1${area}5550123`);
    const other = parsePhone(`+1${area}2340123`);
    return [phone, other].some((each) => "country" in each && each.country === "CA");
  });
}
