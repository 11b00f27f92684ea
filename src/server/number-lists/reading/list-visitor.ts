import type { Refused } from "#server/number-lists/reading/read-number.ts";

/** What a list's file says, row by row. */
export type ListVisitor = {
  number: (number: number) => void;
  change: (number: number, change: { removed: boolean; on: string | null }) => void;
  /** Nothing to be read in it; `line` counts rows, as far as the file has any. */
  refused: (line: number, text: string, reason: Refused) => void;
  /** After every piece: how much of the file has been read. */
  read?: (bytes: number) => void;
};
