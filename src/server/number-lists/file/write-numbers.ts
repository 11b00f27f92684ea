import { closeSync, fsyncSync, openSync, writeSync } from "node:fs";
import { crc32 } from "node:zlib";
import { blockNumbersMax, blockSpan, blockWordsMax, writeBlock } from "#server/number-lists/file/block.ts";
import { headerBytes, writeHeader } from "#server/number-lists/file/number-file.ts";

export type NumbersWriter = {
  /** Ascending and distinct: the caller merges. */
  add: (number: number) => void;
  /** Puts the file on the disk; returns how many numbers are in it. Until then it has no header and is no file of numbers. */
  finish: () => number;
};

const bufferWords = 256 * 1024;

/** Writes a file of numbers in one pass and in constant memory, but for the index: twelve bytes for 512 numbers. */
export function writeNumbers(path: string): NumbersWriter {
  const handle = openSync(path, "w", 0o600);
  const index = growingIndex();
  const words = new Uint32Array(bufferWords + blockWordsMax);
  const distances = new Uint32Array(blockNumbersMax);
  let filled = 0;
  let flushed = 0;
  let check = 0;
  let count = 0;
  let first = 0;
  let numbers = 0;

  const flush = (bytes: Buffer) => {
    writeAll(handle, bytes, headerBytes + flushed * 4);
    check = crc32(bytes, check);
  };
  const closeBlock = () => {
    if (count === 0) return;
    index.add(first, flushed + filled);
    filled = writeBlock(words, filled, distances, count);
    numbers += count;
    count = 0;
    if (filled < bufferWords) return;
    flush(bytesOf(words, filled));
    flushed += filled;
    words.fill(0, 0, filled);
    filled = 0;
  };
  let last = 0;
  return {
    add: (number) => {
      if (count === blockNumbersMax || (count > 0 && number - first >= blockSpan)) closeBlock();
      if (count === 0) first = number;
      distances[count] = number - first;
      count += 1;
      last = number;
    },
    finish: () => {
      closeBlock();
      flush(bytesOf(words, filled));
      const indexAt = headerBytes + (flushed + filled) * 4;
      const { bytes, blocks, smallest } = index.finish(flushed + filled);
      writeAll(handle, bytes, indexAt);
      // The header makes it a file of numbers, so everything else is on the disk before.
      fsyncSync(handle);
      const checks = { blocksCheck: check, indexCheck: crc32(bytes) };
      writeAll(handle, writeHeader({ numbers, blocks, indexAt, first: smallest, last, ...checks }), 0);
      fsyncSync(handle);
      closeSync(handle);
      return numbers;
    },
  };
}

function writeAll(handle: number, bytes: Buffer, at: number): void {
  for (let done = 0; done < bytes.byteLength; )
    done += writeSync(handle, bytes, done, bytes.byteLength - done, at + done);
}

function bytesOf(words: Uint32Array, count: number): Buffer {
  return Buffer.from(words.buffer, words.byteOffset, count * 4);
}

function growingIndex() {
  let firsts = new Float64Array(1024);
  let starts = new Uint32Array(1024);
  let blocks = 0;
  return {
    add: (first: number, start: number) => {
      if (blocks === firsts.length) {
        firsts = grown(firsts, new Float64Array(blocks * 2));
        starts = grown(starts, new Uint32Array(blocks * 2));
      }
      firsts[blocks] = first;
      starts[blocks] = start;
      blocks += 1;
    },
    finish: (end: number) => {
      const bytes = Buffer.concat([
        Buffer.from(firsts.buffer, 0, blocks * 8),
        Buffer.from(starts.buffer, 0, blocks * 4),
        Buffer.from(new Uint32Array([end]).buffer),
      ]);
      return { bytes, blocks, smallest: firsts[0] ?? 0 };
    },
  };
}

function grown<Numbers extends Float64Array | Uint32Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from);
  return to;
}
