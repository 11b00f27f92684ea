import type { Copy } from "#domain/number-lists/number-list.ts";
import type { KnownCopy } from "#server/number-lists/building/known-copies.ts";

/** Given to a thread of its own: plain values and files only. */
export type BuildOrder = {
  list: string;
  country: string | null;
  files: { path: string; name: string; rejectedPath: string }[];
  column?: string | undefined;
  /** It is the whole list, also where its keeper sells it by area code. */
  isWhole: boolean;
  /** The copies in force, the newest first. */
  known: KnownCopy[];
  /** Where new files go: each name begins with it. */
  pathPrefix: string;
};

export type FileCounts = {
  name: string;
  rows: number;
  created: number;
  updated: number;
  skipped: number;
  rejected: number;
};

export type BuiltCopy = Pick<Copy, "areaCodes"> & {
  path: string;
  numbers: number;
  /** The copy of which this one is a later state. */
  replaces: string | null;
};

export type Built = {
  kind: "full" | "changes" | "nothing";
  files: FileCounts[];
  copies: BuiltCopy[];
  /** Of changes: the newest day that one of them names. */
  changedOn: string | null;
};
