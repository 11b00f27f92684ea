import type { Dialect } from "#server/imports/reading/csv.ts";
import type { WholeNumbers } from "#server/number-lists/file/open-numbers.ts";

/** A copy as a thread looks into it; `speaksFor` is what `Copy` says, so that it can be asked ten million times. */
export type ScrubCopy = {
  whole: WholeNumbers;
  speaksFor: { all: true } | { callingCode: number } | { areaCodes: number[] };
};

/** What every thread of one scrubbing knows: plain values and shared memory. */
export type ScrubOrder = {
  /** The newest first. */
  copies: ScrubCopy[];
  country: string | null;
  dialect: Dialect;
  encoding: string;
  number: number;
  isSplit: boolean;
};

export type ScrubCounts = {
  yes: number;
  no: number;
  invalid: number;
  /** Of those that are not on the list: numbers of area codes that no copy speaks for. */
  unchecked: number;
};

export type ScrubbedPiece = { bytes: Uint8Array<ArrayBuffer>; counts: ScrubCounts };
