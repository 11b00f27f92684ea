import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { crc32 } from "node:zlib";
import { blockHas, blockNumbersMax, blockWordsMax, readBlock } from "#server/number-lists/file/block.ts";
import { blockOf, type Header, headerBytes, indexBytes, readHeader } from "#server/number-lists/file/number-file.ts";

/** A file of numbers that is open: its index is in memory, its blocks are in the file, and so in the system's cache. */
export type OpenNumbers = Header & { has: (number: number) => boolean; close: () => void };

/** Null where the file is missing or damaged: it is then fetched anew. */
export function openNumbers(path: string): OpenNumbers | null {
  const found = openFile(path);
  if (!found) return null;
  const { handle, header } = found;
  const index = readIndex(handle, header, (bytes) => Buffer.alloc(bytes));
  if (!index) {
    closeSync(handle);
    return null;
  }
  const { firsts, starts } = index;
  const words = new Uint32Array(blockWordsMax);
  return {
    ...header,
    has: (number) => {
      if (number < header.first || number > header.last) return false;
      const block = blockOf(firsts, number);
      const from = starts[block] ?? 0;
      const size = (starts[block + 1] ?? 0) - from;
      const read = readSync(handle, words, 0, size * 4, headerBytes + from * 4);
      if (read !== size * 4) throw new Error(`${path} ends too early`);
      return has(words, 0, size, number - (firsts[block] ?? 0));
    },
    close: () => closeSync(handle),
  };
}

/** All of a file of numbers in memory that threads can share: for looking up very many. */
export type WholeNumbers = { header: Header; memory: SharedArrayBuffer };

export function loadNumbers(path: string): WholeNumbers | null {
  const found = openFile(path);
  if (!found) return null;
  const { handle, header } = found;
  try {
    const memory = new SharedArrayBuffer(header.indexAt - headerBytes + indexBytes(header.blocks) + 4);
    const blocks = Buffer.from(memory, 0, header.indexAt - headerBytes);
    readFully(handle, blocks, headerBytes);
    if (crc32(blocks) !== header.blocksCheck) return null;
    const indexAt = indexPlace(header);
    const index = readIndex(handle, header, (bytes) => Buffer.from(memory, indexAt, bytes));
    return index ? { header, memory } : null;
  } finally {
    closeSync(handle);
  }
}

/** The index begins at a multiple of eight. */
function indexPlace({ indexAt }: Header): number {
  return Math.ceil((indexAt - headerBytes) / 8) * 8;
}

const coarseCells = 1 << 16;

/** Whether numbers are in it, at well under a microsecond each; one for each thread. */
export function lookupIn({ header, memory }: WholeNumbers): (number: number) => boolean {
  const { first, last, blocks, indexAt } = header;
  if (blocks === 0) return () => false;
  const words = new Uint32Array(memory, 0, (indexAt - headerBytes) / 4);
  const place = indexPlace(header);
  const firsts = new Float64Array(memory, place, blocks);
  const starts = new Uint32Array(memory, place + blocks * 8, blocks + 1);
  // Where in the index to begin: halves the steps of the search, each of which is a miss of the cache.
  const cell = (last - first + 1) / coarseCells;
  const coarse = new Uint32Array(coarseCells + 1);
  for (let at = 0; at <= coarseCells; at += 1) coarse[at] = blockOf(firsts, first + at * cell) + 1;
  return (number) => {
    if (number < first || number > last) return false;
    const at = Math.floor((number - first) / cell);
    const block = blockOf(firsts, number, Math.max(0, (coarse[at] ?? 1) - 1), coarse[at + 1] ?? blocks);
    return has(words, starts[block] ?? 0, starts[block + 1] ?? 0, number - (firsts[block] ?? 0));
  };
}

function has(words: Uint32Array, at: number, end: number, distance: number): boolean {
  return distance < 2 ** 32 && blockHas(words, at, end, distance);
}

/** The numbers of a file one after the other. At the end `value` is Infinity. */
export type Cursor = { value: number; total: number; next: () => void; close: () => void };

const batchWords = 64 * 1024;

/** Walks through a file in constant memory, from about `from` on: never behind it. */
export function cursorOver(path: string, from = 0): Cursor {
  const found = openFile(path);
  if (!found) throw new Error(`${path} is no file of numbers`);
  const { handle, header } = found;
  const index = readIndex(handle, header, (bytes) => Buffer.alloc(bytes));
  if (!index) throw new Error(`the index of ${path} is damaged`);
  const { firsts, starts } = index;
  const words = new Uint32Array(batchWords);
  const numbers = new Float64Array(blockNumbersMax);
  let wordsFrom = 0;
  let wordsTo = 0;
  let block = Math.max(0, blockOf(firsts, from));
  let count = 0;
  let at = 0;
  const nextBlock = () => {
    const start = starts[block] ?? 0;
    const end = starts[block + 1] ?? 0;
    if (end > wordsTo) {
      wordsFrom = start;
      wordsTo = start + Math.floor(readSync(handle, words, 0, batchWords * 4, headerBytes + start * 4) / 4);
    }
    count = readBlock(words, start - wordsFrom, end - wordsFrom, numbers, firsts[block] ?? 0);
    block += 1;
    at = 0;
  };
  const cursor: Cursor = {
    value: Number.POSITIVE_INFINITY,
    total: header.numbers,
    next: () => {
      if (at === count) {
        if (block >= header.blocks) {
          cursor.value = Number.POSITIVE_INFINITY;
          return;
        }
        nextBlock();
      }
      cursor.value = numbers[at] ?? 0;
      at += 1;
    },
    close: () => closeSync(handle),
  };
  cursor.next();
  return cursor;
}

function openFile(path: string): { handle: number; header: Header } | null {
  let handle: number;
  try {
    handle = openSync(path, "r");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
  const bytes = Buffer.alloc(headerBytes);
  readFully(handle, bytes, 0);
  const header = readHeader(bytes, fstatSync(handle).size);
  if (header) return { handle, header };
  closeSync(handle);
  return null;
}

function readIndex(handle: number, { blocks, indexAt, indexCheck }: Header, memoryFor: (bytes: number) => Buffer) {
  const bytes = memoryFor(indexBytes(blocks));
  readFully(handle, bytes, indexAt);
  if (crc32(bytes) !== indexCheck) return null;
  return {
    firsts: new Float64Array(bytes.buffer, bytes.byteOffset, blocks),
    starts: new Uint32Array(bytes.buffer, bytes.byteOffset + blocks * 8, blocks + 1),
  };
}

function readFully(handle: number, bytes: Buffer, at: number): void {
  for (let done = 0; done < bytes.byteLength; ) {
    const read = readSync(handle, bytes, done, bytes.byteLength - done, at + done);
    if (read === 0) return;
    done += read;
  }
}
