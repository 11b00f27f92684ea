import { type CountryCode, getCountryCallingCode, isSupportedCountry } from "libphonenumber-js/max";

/* Do-not-call lists, as their keepers give them out: whose they are, what a copy of one speaks for, how long it is good. */

/** `<country>-<list>`; the workspace's own list, `internal`, is what people said to it: suppressions, no copy of a file. */
export const listIdPattern = /^[a-z]{2}-[a-z0-9][a-z0-9-]{0,38}$/;
export const internalList = "internal";

/** Where numbers without a country belong on this list: "US" of "us-dnc". */
export function countryOfList(list: string): CountryCode | null {
  const code = list.slice(0, 2).toUpperCase();
  return isSupportedCountry(code) ? code : null;
}

/** "44" of "gb-tps". */
export function callingCodeOfList(list: string): string | null {
  const country = countryOfList(list);
  return country && getCountryCallingCode(country);
}

/** Lists that are subscribed to by area code: what a copy does not hold, nobody has checked. */
const byAreaCode = ["us-dnc", "ca-dncl"];

export function isByAreaCode(list: string): boolean {
  return byAreaCode.includes(list);
}

const freshDaysUsual = 31;

/**
 * How old a copy may be when somebody is called. Only for showing: the gate judges by its packs. PECR 21(3): less than
 * 28 days; Singapore 21; Italy 15; Australia 30; elsewhere as the United States and Canada, 31.
 */
const freshDays: Readonly<Record<string, number>> = {
  "gb-tps": 27,
  "gb-ctps": 27,
  "it-rpo": 15,
  "sg-dnc-voice": 21,
  "sg-dnc-text": 21,
  "au-dncr": 30,
};

export function freshDaysOf(list: string): number {
  return freshDays[list] ?? freshDaysUsual;
}

/**
 * What a copy speaks for: all numbers of its country; or those of some area codes of North America ("1202"); or, with
 * none, nothing but that the numbers in it are listed (changes without the list that they change).
 */
export type Copy = { list: string; copiedOn: string; areaCodes: readonly string[] | null };

/** Whether the copy says something of the number also when the number is not in it. */
export function speaksFor({ list, areaCodes }: Copy, number: number): boolean {
  if (areaCodes) return areaCodes.includes(areaCodeOf(number) ?? "");
  return String(number).startsWith(callingCodeOfList(list) ?? "none");
}

/** "1202" of a number of North America. */
export function areaCodeOf(number: number): string | null {
  return number >= 12_000_000_000 && number < 20_000_000_000 ? String(Math.floor(number / 10_000_000)) : null;
}

export type Standing = { listed: boolean; copiedOn: string | null };

/** What the copies of one list say of a number, the newest first: the first that speaks for it decides. */
export function standingOn<Each extends Copy>(
  newestFirst: readonly Each[],
  number: number,
  holds: (copy: Each, number: number) => boolean,
): Standing {
  for (const copy of newestFirst) {
    if (speaksFor(copy, number)) return { listed: holds(copy, number), copiedOn: copy.copiedOn };
    const isAdditions = copy.areaCodes?.length === 0;
    if (isAdditions && holds(copy, number)) return { listed: true, copiedOn: copiedOnOf(newestFirst, number) };
  }
  return { listed: false, copiedOn: null };
}

function copiedOnOf(copies: readonly Copy[], number: number): string | null {
  return copies.find((copy) => speaksFor(copy, number))?.copiedOn ?? null;
}

/** Whether everything that the older copy speaks for is spoken for by the newer one. */
export function supersedes(newer: Copy, older: Copy): boolean {
  if (newer.areaCodes === null) return true;
  if (older.areaCodes === null || newer.areaCodes.length === 0) return false;
  const codes = new Set(newer.areaCodes);
  return older.areaCodes.length > 0 && older.areaCodes.every((code) => codes.has(code));
}
