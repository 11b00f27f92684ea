/*
 * A block holds up to 512 numbers, each as its distance to the first, in the code of Elias and Fano: the low bits of
 * every distance as they are, the high bits in unary, one after the other. It takes two bits more than the logarithm
 * of the mean gap, which nothing that keeps the order can undercut by much, and it is searched without being unpacked.
 *
 *   word 0                  count | low bits << 16
 *   (count + high) / 32     unary: for each number as many zeros as its high part grew, then a one
 *   count * low bits / 32   the low parts
 */

export const blockNumbersMax = 512;
/** Distances in a block fit into a word; a wider gap begins a new block. */
export const blockSpan = 2 ** 32;

/** Writes the distances (ascending, the first is 0) at `at`, which must be zero so far; returns where the block ends. */
export function writeBlock(words: Uint32Array, at: number, distances: Uint32Array, count: number): number {
  const span = distances[count - 1] ?? 0;
  const low = lowBits(span, count);
  const highWords = ((count + (span >>> low)) >>> 5) + 1;
  const lowAt = (at + 1 + highWords) * 32;
  words[at] = count | (low << 16);
  for (let index = 0; index < count; index += 1) {
    const distance = distances[index] ?? 0;
    const bit = (distance >>> low) + index;
    const word = at + 1 + (bit >>> 5);
    words[word] = (words[word] ?? 0) | (1 << (bit & 31));
    if (low > 0) writeLow(words, lowAt + index * low, low, distance);
  }
  return at + 1 + highWords + ((count * low + 31) >>> 5);
}

/** The most words that a block can take. */
export const blockWordsMax = 1 + (((blockNumbersMax * 3) >>> 5) + 1) + blockNumbersMax + 1;

function lowBits(span: number, count: number): number {
  const gap = Math.floor(span / count);
  return gap < 1 ? 0 : 31 - Math.clz32(gap);
}

function writeLow(words: Uint32Array, bit: number, low: number, distance: number): void {
  const value = distance & (2 ** low - 1);
  const word = bit >>> 5;
  const shift = bit & 31;
  words[word] = (words[word] ?? 0) | (value << shift);
  if (shift + low > 32) words[word + 1] = (words[word + 1] ?? 0) | (value >>> (32 - shift));
}

function readLow(words: Uint32Array, bit: number, low: number): number {
  const word = bit >>> 5;
  const shift = bit & 31;
  const mask = 2 ** low - 1;
  const value = (words[word] ?? 0) >>> shift;
  return (shift + low > 32 ? value | ((words[word + 1] ?? 0) << (32 - shift)) : value) & mask;
}

/** Whether the block from `at` to `end` holds the number at this distance from its first. */
export function blockHas(words: Uint32Array, at: number, end: number, distance: number): boolean {
  const head = words[at] ?? 0;
  const count = head & 0xffff;
  const low = head >>> 16;
  const lowAt = end - ((count * low + 31) >>> 5);
  const high = distance >>> low;
  let bit = high === 0 ? 0 : afterZero(words, at + 1, lowAt, high);
  if (bit < 0) return false;
  const wanted = distance & (2 ** low - 1);
  for (let index = bit - high; index < count; index += 1) {
    if ((((words[at + 1 + (bit >>> 5)] ?? 0) >>> (bit & 31)) & 1) === 0) return false;
    const found = low === 0 ? 0 : readLow(words, lowAt * 32 + index * low, low);
    if (found >= wanted) return found === wanted;
    bit += 1;
  }
  return false;
}

/** The bit behind the zero of this rank (the first is 1); -1 where there are not so many. */
function afterZero(words: Uint32Array, from: number, to: number, rank: number): number {
  let left = rank;
  for (let word = from; word < to; word += 1) {
    let zeros = ~(words[word] ?? 0);
    const count = ones(zeros);
    if (count < left) {
      left -= count;
      continue;
    }
    for (; left > 1; left -= 1) zeros &= zeros - 1;
    return (word - from) * 32 + (31 - Math.clz32(zeros & -zeros)) + 1;
  }
  return -1;
}

function ones(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Unpacks a block into `distances`; returns how many there are. */
export function readBlock(words: Uint32Array, at: number, end: number, distances: Float64Array, first: number): number {
  const head = words[at] ?? 0;
  const count = head & 0xffff;
  const low = head >>> 16;
  const lowAt = (end - ((count * low + 31) >>> 5)) * 32;
  let word = at + 1;
  let bits = words[word] ?? 0;
  for (let index = 0; index < count; index += 1) {
    while (bits === 0) bits = words[++word] ?? 0;
    const bit = (word - at - 1) * 32 + (31 - Math.clz32(bits & -bits));
    bits &= bits - 1;
    const value = low === 0 ? 0 : readLow(words, lowAt + index * low, low);
    distances[index] = first + (bit - index) * 2 ** low + value;
  }
  return count;
}
