import { areaCodeOf, type Copy, speaksFor } from "#domain/number-lists/number-list.ts";
import { type Cursor, cursorOver } from "#server/number-lists/file/open-numbers.ts";

/** A copy that is in force, and where its file lies. */
export type KnownCopy = Copy & { id: string; path: string; datedBy: string };

export type View = {
  /** Whether the list holds it; asked in ascending order only. */
  lists: (number: number) => boolean;
  /** The copy that decides about this number. */
  speaker: (number: number) => KnownCopy | undefined;
  close: () => void;
};

/** What copies (the newest first) say together, from `first` on, walked through side by side with other numbers. */
export function viewOf(known: readonly KnownCopy[], first: number): View {
  const walks = known.map((copy) => ({ copy, cursor: cursorOver(copy.path, first) }));
  const asked = new Map<string, typeof walks>();
  // Which copies are asked hangs on the area code alone.
  const askedFor = (number: number) => {
    const area = areaCodeOf(number) ?? String(number).slice(0, 4);
    const before = asked.get(area);
    if (before) return before;
    const speaking = walks.findIndex(({ copy }) => speaksFor(copy, number));
    const upTo = speaking === -1 ? walks : walks.slice(0, speaking + 1);
    const heard = upTo.filter(({ copy }, index) => index === speaking || copy.areaCodes?.length === 0);
    asked.set(area, heard);
    return heard;
  };
  let area = -1;
  let heard: typeof walks = [];
  return {
    lists: (number) => {
      const own = Math.floor(number / 10_000_000);
      if (own !== area) {
        area = own;
        heard = askedFor(number);
      }
      let isListed = false;
      for (const { cursor } of heard) if (isAt(cursor, number)) isListed = true;
      return isListed;
    },
    speaker: (number) => known.find((copy) => speaksFor(copy, number)),
    close: () => {
      for (const { cursor } of walks) cursor.close();
    },
  };
}

function isAt(cursor: Cursor, number: number): boolean {
  while (cursor.value < number) cursor.next();
  return cursor.value === number;
}
