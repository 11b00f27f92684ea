import { isUtf8 } from "node:buffer";
import { commonHan } from "#server/imports/reading/common-han.ts";
import type { Source } from "#server/imports/reading/source.ts";

export type TextEncodingName = string;

/** Looks at a file piece by piece. `take` says how it is spelled as soon as that is certain, `end` what it must be then. */
export type EncodingGuess = { take: (chunk: Uint8Array) => TextEncodingName | null; end: () => TextEncodingName };

/**
 * How the bytes of a file spell text: what its first bytes say, else UTF-8 if the *whole* file is that, else UTF-16,
 * else the likeliest of GB18030, Big5 and the Western code page.
 */
export function guessEncoding(): EncodingGuess {
  let isFirst = true;
  let carry: Buffer = Buffer.alloc(0);
  const take = (chunk: Uint8Array) => {
    // Joined only where a character was cut: copying every chunk would double the memory that a large file takes.
    const bytes = carry.byteLength > 0 ? Buffer.concat([carry, chunk]) : chunk;
    const marked = isFirst ? (markedEncoding(bytes) ?? unmarkedUtf16(bytes)) : null;
    if (marked) return marked;
    isFirst = false;
    const complete = bytes.byteLength - unfinishedTail(bytes);
    if (!isUtf8(bytes.subarray(0, complete))) return guessLegacyEncoding(bytes);
    carry = Buffer.from(bytes.subarray(complete));
    return null;
  };
  return { take, end: () => (carry.byteLength > 0 ? guessLegacyEncoding(carry) : "utf-8") };
}

export async function detectEncoding(source: Source): Promise<TextEncodingName> {
  const guess = guessEncoding();
  for await (const chunk of source.stream()) {
    const encoding = guess.take(chunk);
    if (encoding) return encoding;
  }
  return guess.end();
}

/** Text as the file's encoding spells it; a byte-order mark is not part of it. */
export async function* decodeText(source: Source, encoding: TextEncodingName): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of source.stream()) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

export function markedEncoding(head: Uint8Array): string | null {
  const [first, second, third] = head;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return null;
}

/** In UTF-16 every other byte of Western text is zero. A stray NUL in an eight-bit file is not that. */
function unmarkedUtf16(head: Uint8Array): string | null {
  const bytes = head.subarray(0, 4096);
  let evenZeros = 0;
  let oddZeros = 0;
  bytes.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2 === 0) evenZeros += 1;
    else oddZeros += 1;
  });
  const enough = bytes.byteLength / 8;
  if (oddZeros > enough && evenZeros < oddZeros / 4) return "utf-16le";
  if (evenZeros > enough && oddZeros < evenZeros / 4) return "utf-16be";
  return null;
}

/** How many bytes at the end begin a UTF-8 character that the next chunk finishes. */
function unfinishedTail(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.byteLength); back += 1) {
    const byte = bytes[bytes.byteLength - back] ?? 0;
    const isContinuation = (byte & 0xc0) === 0x80;
    if (!isContinuation) return characterBytes(byte) > back ? back : 0;
  }
  return 0;
}

function characterBytes(first: number): number {
  if (first >= 0xf0) return 4;
  if (first >= 0xe0) return 3;
  return first >= 0xc0 ? 2 : 1;
}

/**
 * Nearly all bytes are valid in all three, so the guess asks whether the result reads like Chinese: characters in
 * everyday use, in the half of the code that holds them.
 */
export function guessLegacyEncoding(bytes: Uint8Array): string {
  const guesses = [
    { encoding: "gb18030", score: chineseScore(bytes, "gb18030") },
    { encoding: "big5", score: chineseScore(bytes, "big5") },
  ];
  const best = guesses.reduce((one, other) => (other.score > one.score ? other : one));
  return best.score >= 0.12 ? best.encoding : "windows-1252";
}

function chineseScore(bytes: Uint8Array, encoding: "gb18030" | "big5"): number {
  const text = new TextDecoder(encoding).decode(bytes);
  const han = text.match(/[\u4e00-\u9fff]/gu) ?? [];
  const common = han.filter((character) => commonHan.has(character)).length;
  const broken = text.match(/[\ufffd\ue000-\uf8ff]/gu)?.length ?? 0;
  const strange = text.match(/[\u0080-\u2fff]/gu)?.length ?? 0;
  const wrong = broken + strange / 2;
  return han.length === 0 ? 0 : (common - wrong) / (han.length + wrong);
}
