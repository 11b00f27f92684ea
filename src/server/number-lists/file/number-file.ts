/*
 * A file of numbers: sorted, distinct, never changed. Digits of E.164 without the plus, so below 2^50.
 *
 *   header   64 bytes: see `Header`
 *   blocks   one after the other: see `block.ts`
 *   index    the first number of every block (8 bytes each), then where it begins (4 bytes each, in words, and the end)
 */

export const headerBytes = 64;
const magic = 0x314e4c57; // "WLN1"

export type Header = {
  numbers: number;
  blocks: number;
  /** Where the index begins: also the size of header and blocks together. */
  indexAt: number;
  first: number;
  last: number;
  blocksCheck: number;
  indexCheck: number;
};

export function writeHeader(header: Header): Buffer {
  const bytes = Buffer.alloc(headerBytes);
  bytes.writeUInt32LE(magic, 0);
  bytes.writeUInt32LE(header.blocks, 4);
  bytes.writeDoubleLE(header.numbers, 8);
  bytes.writeDoubleLE(header.indexAt, 16);
  bytes.writeDoubleLE(header.first, 24);
  bytes.writeDoubleLE(header.last, 32);
  bytes.writeUInt32LE(header.blocksCheck, 40);
  bytes.writeUInt32LE(header.indexCheck, 44);
  return bytes;
}

/** Null where this is no file of numbers, or not all of it. */
export function readHeader(bytes: Buffer, fileBytes: number): Header | null {
  if (bytes.byteLength < headerBytes || bytes.readUInt32LE(0) !== magic) return null;
  const header = {
    blocks: bytes.readUInt32LE(4),
    numbers: bytes.readDoubleLE(8),
    indexAt: bytes.readDoubleLE(16),
    first: bytes.readDoubleLE(24),
    last: bytes.readDoubleLE(32),
    blocksCheck: bytes.readUInt32LE(40),
    indexCheck: bytes.readUInt32LE(44),
  };
  return header.indexAt + indexBytes(header.blocks) === fileBytes ? header : null;
}

export function indexBytes(blocks: number): number {
  return blocks * 8 + (blocks + 1) * 4;
}

/** The block that would hold the number; -1 where it is below all of them. */
export function blockOf(firsts: Float64Array, number: number, from = 0, to = firsts.length): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((firsts[middle] ?? 0) <= number) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
