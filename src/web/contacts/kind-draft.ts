import type { z } from "zod";
import type { changeKind, TouchpointKind } from "#api/touchpoints.ts";
import type { Direction } from "#domain/touchpoints/kinds.ts";

/** A kind as a form holds it: an emptied number is "". */
export type KindDraft = {
  slug: string;
  direction: Direction;
  weight: number | "";
  memoryDays: number | "";
  window: "none" | "at_meeting" | "hours";
  opens: number | "";
  closes: number | "";
  expects: "none" | "introductionDays" | "requestDays" | "days" | "meeting";
  days: number | "";
  endsWhenFulfilled: boolean;
};

export const newKind: KindDraft = {
  slug: "",
  direction: "mutual",
  weight: 30,
  memoryDays: 180,
  window: "hours",
  opens: 24,
  closes: 72,
  expects: "none",
  days: 14,
  endsWhenFulfilled: false,
};

export function draftOfKind({ slug, direction, weight, memoryDays, window, expectation }: TouchpointKind): KindDraft {
  return { slug, direction, weight, memoryDays: memoryDays ?? "", ...windowIn(window), ...expectationIn(expectation) };
}

function windowIn(window: TouchpointKind["window"]): Pick<KindDraft, "window" | "opens" | "closes"> {
  const { opens, closes } = newKind;
  if (window === null) return { window: "none", opens, closes };
  if (window === "at_meeting") return { window, opens, closes };
  return { window: "hours", opens: window.opensAfterHours, closes: window.closesAfterHours };
}

function expectationIn(
  expectation: TouchpointKind["expectation"],
): Pick<KindDraft, "expects" | "days" | "endsWhenFulfilled"> {
  if (!expectation) return { expects: "none", days: newKind.days, endsWhenFulfilled: false };
  const { days, endsWhenFulfilled } = expectation;
  if (typeof days === "number") return { expects: "days", days, endsWhenFulfilled };
  return { expects: days ?? "meeting", days: newKind.days, endsWhenFulfilled };
}

export type ChangeKind = z.input<typeof changeKind.input>;

/** What the server is asked for; undefined while a number is missing or the window would close before it opens. */
export function changeOfKind(draft: KindDraft): ChangeKind | undefined {
  const { slug, direction, weight, memoryDays, opens, closes, days } = draft;
  if (!/^[a-z][a-z0-9_]{1,59}$/.test(slug) || weight === "") return undefined;
  if (draft.window === "hours" && (opens === "" || closes === "" || closes < opens)) return undefined;
  if (draft.expects === "days" && days === "") return undefined;
  return {
    slug,
    direction,
    weight,
    memoryDays: memoryDays === "" ? null : memoryDays,
    window:
      draft.window === "hours"
        ? { opensAfterHours: Number(opens), closesAfterHours: Number(closes) }
        : draft.window === "at_meeting"
          ? "at_meeting"
          : null,
    expectation: mayBeExpected(direction) ? expectationOf(draft) : null,
  };
}

/** Only who took part can be expecting us. */
export function mayBeExpected(direction: Direction): boolean {
  return direction === "contact" || direction === "mutual";
}

function expectationOf({ expects, days, endsWhenFulfilled }: KindDraft): ChangeKind["expectation"] {
  if (expects === "none") return null;
  if (expects === "meeting") return { days: null, endsWhenFulfilled };
  return { days: expects === "days" ? Number(days) : expects, endsWhenFulfilled };
}
