import { isUtf8 } from "node:buffer";
import { guessLegacyEncoding, markedEncoding } from "#server/imports/reading/encoding.ts";
import type { Source } from "#server/imports/reading/source.ts";

/*
 * vCard, iCalendar and mailbox files are lines of bytes before they are text: a line may be folded in the middle of a
 * character, and every block may have an encoding of its own. So bytes are kept one to a character until a block is whole.
 */

/** Beyond this a card is a photograph with a name; its rest is left out. */
const blockCharsMax = 4 * 1024 * 1024;

export async function* readByteLines(source: Source): AsyncGenerator<string> {
  let rest = "";
  let wide: TextDecoder | null | undefined;
  for await (const chunk of source.stream()) {
    if (wide === undefined) wide = wideDecoder(chunk);
    const bytes = wide ? Buffer.from(wide.decode(chunk, { stream: true })) : Buffer.from(chunk);
    const lines = (rest + bytes.toString("latin1")).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") yield rest.replace(/\r$/, "");
}

/** What stands between a `begin` and its `end`, with its folded lines joined again. A block that never ended, ends. */
export async function* readBlocks(source: Source, begin: RegExp, end: RegExp): AsyncGenerator<string[]> {
  let block: string[] = [];
  let size = 0;
  for await (const line of readByteLines(source)) {
    if (begin.test(line)) {
      if (block.length > 0) yield decodeLines(block);
      [block, size] = [[line], 0];
      continue;
    }
    if (block.length === 0) continue;
    size += line.length;
    if (size < blockCharsMax) addLine(block, line);
    if (!end.test(line)) continue;
    yield decodeLines(block);
    block = [];
  }
  if (block.length > 0) yield decodeLines(block);
}

function addLine(block: string[], line: string): void {
  if (/^[ \t]/.test(line)) block[block.length - 1] += line.slice(1);
  else block.push(line);
}

export function decodeBytes(text: string, encodingSaid?: string): string {
  const bytes = Buffer.from(text, "latin1");
  if (encodingSaid) {
    try {
      return new TextDecoder(encodingSaid).decode(bytes);
    } catch {
      // A label that nobody knows says nothing.
    }
  }
  return isUtf8(bytes) ? bytes.toString("utf8") : new TextDecoder(guessLegacyEncoding(bytes)).decode(bytes);
}

function decodeLines(block: string[]): string[] {
  return decodeBytes(block.join("\n")).split("\n");
}

function wideDecoder(head: Uint8Array): TextDecoder | null {
  const encoding = markedEncoding(head);
  return encoding?.startsWith("utf-16") ? new TextDecoder(encoding) : null;
}

export type ContentLine = { name: string; params: Record<string, string[]>; value: string };

/** `item1.TEL;TYPE="cell,voice":+1…`: the group is left out, bare words of vCard 2.1 count as types. */
export function parseContentLine(line: string): ContentLine | null {
  const match = /^(?:[\w-]+\.)?([\w-]+)((?:;(?:"[^"]*"|[^":;])*)*):(.*)$/s.exec(line.replace(/^\ufeff/, ""));
  if (!match) return null;
  const [, name = "", paramText = "", value = ""] = match;
  const params: Record<string, string[]> = {};
  for (const part of paramText.match(/;(?:"[^"]*"|[^":;])*/g) ?? []) {
    const [key = "", ...rest] = part.slice(1).split("=");
    const isBare = rest.length === 0;
    const list = isBare ? "TYPE" : key.toUpperCase();
    const values = (isBare ? key : rest.join("=")).match(/"[^"]*"|[^,]+/g) ?? [];
    const plain = values.map((text) => text.replace(/^"|"$/g, ""));
    params[list] = [...(params[list] ?? []), ...(list === "TYPE" ? plain.flatMap((text) => text.split(",")) : plain)];
  }
  return { name: name.toUpperCase(), params, value };
}

export function groupOf(line: string): string | null {
  return /^([\w-]+)\.[\w-]+[;:]/.exec(line)?.[1] ?? null;
}

export function unescapeText(text: string): string {
  return text.replace(/\\([nN,;:\\])/g, (_whole, escaped: string) => (escaped.toLowerCase() === "n" ? "\n" : escaped));
}

/** Cuts `a;b\;c` at the semicolons that are not escaped. */
export function splitStructured(text: string, separator = ";"): string[] {
  const parts = text.match(new RegExp(`(?:\\\\.|[^\\\\${separator}])*(?:${separator}|$)`, "gs")) ?? [];
  return parts.map((part) => unescapeText(part.replace(new RegExp(`${separator}$`), "")).trim());
}
