import { standingOn } from "#domain/number-lists/number-list.ts";
import { type OpenCopy, openCopies } from "#server/number-lists/open-copies.ts";
import type { Context } from "#server/platform/context.ts";

/** What the do-not-call lists say of one number: those it is on, and the date of the copy that was looked into. */
export type OnLists = { listings: { list: string }[]; registers: Record<string, string> };

export const onNoList: OnLists = { listings: [], registers: {} };

/**
 * Looks numbers up in every list of the workspace, each in some microseconds. A list of which no copy speaks for the
 * number is not among its registers: nobody has checked.
 */
export async function listingsOf(tx: Context, e164: readonly string[]): Promise<Map<string, OnLists>> {
  if (e164.length === 0) return new Map();
  const byList = Map.groupBy(await openCopies(tx), ({ list }) => list);
  return new Map(e164.map((each) => [each, onLists(byList, Number(each.slice(1)))]));
}

function onLists(byList: Map<string, OpenCopy[]>, number: number): OnLists {
  const found: OnLists = { listings: [], registers: {} };
  for (const [list, copies] of byList) {
    const { listed, copiedOn } = standingOn(copies, number, ({ numbersIn }, each) => numbersIn.has(each));
    if (listed) found.listings.push({ list });
    if (copiedOn) found.registers[list] = copiedOn;
  }
  return found;
}
