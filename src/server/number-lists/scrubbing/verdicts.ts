import { lookupIn } from "#server/number-lists/file/open-numbers.ts";
import { numberReader } from "#server/number-lists/reading/read-number.ts";
import type { ScrubCopy, ScrubOrder } from "#server/number-lists/scrubbing/scrub-order.ts";

/** What is said of a row: the place of its word here. `unchecked`: not listed, but of an area code that no copy has. */
export const verdicts = ["no", "yes", "invalid", "unchecked"] as const;
const no = 0;
const yes = 1;
const invalid = 2;
const unchecked = 3;

/** In place of a number where the row has none that could be one. */
export const noNumber = -1;

export type Judge = {
  /** The number in any spelling, or `noNumber`. */
  read: (text: string) => number;
  /** The verdicts on the first `count` of the numbers. */
  judge: (numbers: Float64Array, count: number) => Uint8Array;
};

/** Says of numbers whether the copies hold them; the newest that speaks for a number decides, as in `standingOn`. */
export function judgeBy({ copies, country }: Pick<ScrubOrder, "copies" | "country">): Judge {
  const asked = copies.map((copy) => ({
    holds: lookupIn(copy.whole),
    speaks: speaksFor(copy),
    adds: isAdditions(copy),
  }));
  const readNumber = numberReader(country);
  const verdictOn = (number: number): number => {
    for (const { holds, speaks, adds } of asked) {
      if (speaks(number)) return holds(number) ? yes : no;
      if (adds && holds(number)) return yes;
    }
    return unchecked;
  };
  return {
    read: (text) => {
      const number = readNumber(text);
      return typeof number === "number" ? number : noNumber;
    },
    judge: (numbers, count) => together(numbers, count, verdictOn),
  };
}

const neighbourhoods = 4096;

/**
 * Looks numbers up neighbourhood by neighbourhood: in the order of the file each would be four misses of the
 * processor's cache, and take four times as long. They need not be sorted for that, only laid together.
 */
function together(numbers: Float64Array, count: number, verdictOn: (number: number) => number): Uint8Array {
  const found = new Uint8Array(count).fill(invalid);
  const { laid, places } = layTogether(numbers, count);
  for (let each = 0; each < laid.length; each += 1) found[places[each] ?? 0] = verdictOn(laid[each] ?? noNumber);
  return found;
}

/** The numbers by their neighbourhood, and where each stood; rows without a number are left out. */
function layTogether(numbers: Float64Array, count: number): { laid: Float64Array; places: Uint32Array } {
  const { least, width } = spread(numbers, count);
  // Counted one place further on, and summed up, they say where each neighbourhood begins.
  const begins = new Uint32Array(neighbourhoods + 1);
  for (let each = 0; each < count; each += 1) {
    const next = Math.floor(((numbers[each] ?? noNumber) - least) / width) + 1;
    if (next > 0) begins[next] = (begins[next] ?? 0) + 1;
  }
  for (let each = 1; each <= neighbourhoods; each += 1) begins[each] = (begins[each] ?? 0) + (begins[each - 1] ?? 0);

  const total = begins[neighbourhoods] ?? 0;
  const laid = new Float64Array(total);
  const places = new Uint32Array(total);
  for (let each = 0; each < count; each += 1) {
    const number = numbers[each] ?? noNumber;
    const own = Math.floor((number - least) / width);
    if (number === noNumber) continue;
    const at = begins[own] ?? 0;
    begins[own] = at + 1;
    laid[at] = number;
    places[at] = each;
  }
  return { laid, places };
}

function spread(numbers: Float64Array, count: number): { least: number; width: number } {
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (let each = 0; each < count; each += 1) {
    const number = numbers[each] ?? noNumber;
    if (number === noNumber) continue;
    if (number < least) least = number;
    if (number > most) most = number;
  }
  return { least, width: (most - least + 1) / neighbourhoods };
}

function isAdditions({ speaksFor: scope }: ScrubCopy): boolean {
  return "areaCodes" in scope && scope.areaCodes.length === 0;
}

function speaksFor({ speaksFor: scope }: ScrubCopy): (number: number) => boolean {
  if ("all" in scope) return () => true;
  if ("areaCodes" in scope) {
    const codes = new Uint8Array(2000);
    for (const code of scope.areaCodes) codes[code] = 1;
    return (number) => number < 20_000_000_000 && codes[Math.floor(number / 10_000_000)] === 1;
  }
  const { callingCode } = scope;
  const unit = 10 ** String(callingCode).length;
  return (number) => {
    let head = number;
    while (head >= unit) head = Math.floor(head / 10);
    return head === callingCode;
  };
}
