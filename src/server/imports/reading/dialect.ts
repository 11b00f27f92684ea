import { type Dialect, parseRecords } from "#server/imports/reading/csv.ts";

const delimiters = [",", ";", "\t", "|"];

/** How a table is written, from its beginning: the delimiter that cuts most of its lines into equally many cells. */
export function detectDialect(text: string): Dialect {
  const newline = text.includes("\n") || !text.includes("\r") ? "\n" : "\r";
  const best = delimiters
    .map((delimiter) => ({ delimiter, score: regularity(text, { delimiter, quote: '"', newline }) }))
    .reduce((one, other) => (other.score > one.score ? other : one));
  const delimiter = best.score > 0 ? best.delimiter : ",";
  return { delimiter, quote: detectQuote(text, delimiter), newline };
}

/** Lines that agree on a number of cells above one count; more cells count a little more, junk lines nothing. */
function regularity(text: string, dialect: Dialect): number {
  const widths = parseRecords(text, dialect)
    .slice(0, 200)
    .map((cells) => cells.length);
  const counts = new Map<number, number>();
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
  const scores = [...counts].map(([width, count]) => (count / widths.length) * (1 + Math.log2(width) / 4));
  return Math.max(0, ...scores);
}

/** Single quotes are quotes only where they stand around many cells and double quotes nowhere. */
function detectQuote(text: string, delimiter: string): Dialect["quote"] {
  if (text.includes('"')) return '"';
  const lines = text.split(/\r\n|\n|\r/).slice(0, 50);
  const cells = lines.flatMap((line) => line.split(delimiter));
  const inSingles = cells.filter((cell) => cell.length > 1 && cell.startsWith("'") && cell.endsWith("'"));
  return inSingles.length > cells.length / 4 ? "'" : '"';
}
