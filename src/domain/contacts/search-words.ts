import { isPlainAscii } from "#domain/contacts/names.ts";

/*
 * What a contact is found by: the words of the name and the company, tags and custom values, as entries of one index.
 * Every entry begins with a piece of the workspace's key, so that the index of one workspace is not read for another.
 * Scripts without spaces are indexed by pairs of characters, so that two characters are enough to find somebody.
 */

export type Searchable = {
  workspaceId: string;
  words: readonly string[];
  tags: readonly string[];
  custom: Readonly<Record<string, unknown>>;
};

const wordLengthMax = 60;
const valueLengthMax = 200;
const wordsMax = 60;
const special = /['\\\0]/;
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+/gu;

/** The words by which a contact is found. */
export function searchColumnsOf({ name, company }: { name: string; company: string | null }): {
  searchWords: string[];
} {
  return { searchWords: [...new Set([...entriesOf(name), ...entriesOf(company ?? "")])].slice(0, wordsMax) };
}

/** Everything by which a contact is found, as PostgreSQL writes a `tsvector`. */
export function searchVector({ workspaceId, words, tags, custom }: Searchable): string {
  const space = spaceOf(workspaceId);
  let vector = "";
  const add = (entry: string) => {
    vector += vector === "" ? quoted(entry) : ` ${quoted(entry)}`;
  };
  for (const word of words) add(`${space}.${word}`);
  for (const tag of tags) add(tagEntry(space, tag));
  for (const [key, value] of Object.entries(custom)) if (isPlain(value)) add(customEntry(space, key, value));
  return vector;
}

/** How the last word is looked for: as it stands, as the beginning of one, or not at all. */
export type LastWord = "whole" | "begun" | "left_out";

/** The search for words as they stand, but for the last one, unless it cannot go on. Null where nothing is asked. */
export function wordsQuery(workspaceId: string, text: string, last: LastWord = "whole"): string | null {
  const space = spaceOf(workspaceId);
  const spaced = foldForSearch(text).replaceAll(unspaced, (run) => ` ${run} `);
  const words = spaced.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const terms = words.flatMap((word, index) => {
    if (isUnspaced(word)) {
      return pairsOf(word).map((pair) => quoted(`${space}.${pair}`) + ([...pair].length === 1 ? ":*" : ""));
    }
    const term = quoted(`${space}.${word.slice(0, wordLengthMax)}`);
    if (last === "whole" || index < words.length - 1 || isNumber(word)) return [term];
    return last === "begun" ? [`${term}:*`] : [];
  });
  return terms.length > 0 ? [...new Set(terms)].slice(0, wordsMax).join(" & ") : null;
}

const afterEveryText = "\u{10FFFF}";

/** Names in the order of lists: from, but not including `until`. */
export type NameRange = { from: string; until: string };

/**
 * Where the names stand that begin with a text, in their order: a Chinese name is typed without the space by which lists
 * have the family name apart.
 */
export function rangesOfNames(text: string): NameRange[] {
  const folded = foldForSearch(text);
  const [first, ...rest] = folded;
  const isRun = rest.length > 0 && folded.replaceAll(unspaced, "") === "";
  const beginnings = isRun ? [`${first} ${rest.join("")}`, folded] : [folded];
  return beginnings.map((from) => ({ from, until: from + afterEveryText }));
}

export function tagQuery(workspaceId: string, tag: string): string {
  return quoted(tagEntry(spaceOf(workspaceId), tag));
}

export function customQuery(workspaceId: string, key: string, value: string | number | boolean): string {
  return quoted(customEntry(spaceOf(workspaceId), key, value));
}

/** Case, accents and widths do not matter to somebody who searches. */
export function foldForSearch(text: string): string {
  if (isPlainAscii(text)) return text.toLowerCase();
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .normalize("NFC")
    .toLowerCase();
}

function entriesOf(text: string): string[] {
  if (isPlainAscii(text)) return wordsOf(text.toLowerCase(), /[^a-z0-9]+/);
  const folded = foldForSearch(text);
  const runs = folded.match(unspaced) ?? [];
  return [
    ...wordsOf(folded.replaceAll(unspaced, " "), /[^\p{L}\p{N}]+/u),
    ...runs.flatMap((run) => [...pairsOf(run), [...run].at(-1) ?? ""]),
  ];
}

function wordsOf(folded: string, between: RegExp): string[] {
  const words = folded.split(between).filter(Boolean);
  return words.map((word) => word.slice(0, wordLengthMax));
}

/** "陈思远" is 陈思 and 思远; one character alone is itself. */
function pairsOf(run: string): string[] {
  const characters = [...run];
  if (characters.length === 1) return characters;
  return characters.slice(0, -1).map((character, index) => character + characters[index + 1]);
}

function isUnspaced(word: string): boolean {
  return word.search(unspaced) === 0;
}

/** The number of a branch or a street is typed whole; what begins with "1" is a tenth of everything. */
function isNumber(word: string): boolean {
  return /^\p{N}+$/u.test(word);
}

function isPlain(value: unknown): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

function spaceOf(workspaceId: string): string {
  return workspaceId.slice(-8);
}

function tagEntry(space: string, tag: string): string {
  return `${space}#${foldForSearch(tag).slice(0, valueLengthMax)}`;
}

function customEntry(space: string, key: string, value: string | number | boolean): string {
  return `${space}=${key}=${foldForSearch(String(value)).slice(0, valueLengthMax)}`;
}

function quoted(entry: string): string {
  if (!special.test(entry)) return `'${entry}'`;
  return `'${entry.replaceAll("\\", "\\\\").replaceAll("'", "''").replaceAll("\0", "")}'`;
}
