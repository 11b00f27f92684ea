import { dayOf, isRemoval } from "#server/number-lists/reading/layout.ts";
import type { ListVisitor } from "#server/number-lists/reading/list-visitor.ts";
import type { Refused } from "#server/number-lists/reading/read-number.ts";

const tag = /<(\/?)([\w:-]+)([^<>]*)>([^<>]*)/g;
const attribute = /([\w:-]+)\s*=\s*["']([^"']*)["']/g;

/**
 * The FTC's tagged files: numbers (`ph`) within area codes (`ac`), as attributes or as text, in lists of changes with
 * what happened and when. Read tag by tag: the layout is not published, and no file is small enough to be kept whole.
 */
export async function readListXml(
  text: AsyncIterable<string>,
  read: (text: string) => number | Refused,
  visitor: ListVisitor,
): Promise<void> {
  const state = { area: "", line: 0 };
  let rest = "";
  for await (const chunk of text) {
    const whole = rest + chunk;
    // The text behind the last tag may go on in the next chunk.
    const end = Math.max(0, whole.lastIndexOf("<"));
    for (const match of whole.slice(0, end).matchAll(tag)) readTag(match, state, read, visitor);
    rest = whole.slice(end);
  }
  for (const match of rest.matchAll(tag)) readTag(match, state, read, visitor);
}

function readTag(
  [, closing, name = "", inside = "", behind = ""]: RegExpMatchArray,
  state: { area: string; line: number },
  read: (text: string) => number | Refused,
  visitor: ListVisitor,
): void {
  if (closing || !/^(ac|ph)$/i.test(name)) return;
  const given = [...inside.matchAll(attribute)].map(([, key = "", value = ""]) => ({ key: key.toLowerCase(), value }));
  const digits = given.find(({ key }) => /^(val|value|no|num|number)$/.test(key))?.value ?? behind.trim();
  if (name.toLowerCase() === "ac") {
    state.area = digits;
    return;
  }
  state.line += 1;
  const number = read(digits.length <= 8 ? `${state.area}${digits}` : digits);
  const change = given.find(({ value }) => /^(a|d|add|delete|added|deleted)$/i.test(value))?.value;
  if (typeof number !== "number") visitor.refused(state.line, `${state.area} ${digits}`.trim(), number);
  else if (change === undefined) visitor.number(number);
  else visitor.change(number, { removed: isRemoval(change), on: firstDay(given.map(({ value }) => value)) });
}

function firstDay(values: string[]): string | null {
  for (const value of values) {
    const day = dayOf(value);
    if (day) return day;
  }
  return null;
}
