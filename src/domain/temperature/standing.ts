import { dayMs } from "#domain/time.ts";

export type Temperature = "cold" | "warm" | "hot";
export const definitions = ["verified", "broad", "referral-only"] as const;
export type Definition = (typeof definitions)[number];

/**
 * What a contact's history says about his temperature, heat and call window, without a clock: it is stored in
 * one row and holds at every instant from the newest fact of the history on.
 */
export type Standing = {
  hotFrom: Date | null;
  hotUntil: Date | null;
  /** null: not warm by anything; `forever`: a relationship that has no end. */
  warmUntil: Date | null;
  /** log2 of the sum of weights, decayed forward from `heatLandmark`; null where nothing has weight. Orders contacts at every instant. */
  heatLog: number | null;
  /** The touchpoint that opens the call window. */
  triggerId: string | null;
  windowOpensAt: Date | null;
  windowClosesAt: Date | null;
  lastTouchAt: Date | null;
  /** The touchpoint whose expectation ends last, at `hotUntil`. */
  expectationId: string | null;
};

export type WindowState = "early" | "in_window" | "late" | "none";
export type CallWindow = { opensAt: Date | null; closesAt: Date | null; state: WindowState };

/** Stands for "no end" in columns and on the wire, where it compares like any other instant. */
export const forever = new Date("9999-12-31T00:00:00Z");
export const heatLandmark = new Date("2026-01-01T00:00:00Z");
export const heatHalfLifeDays = 14;

export const coldStanding: Standing = {
  hotFrom: null,
  hotUntil: null,
  warmUntil: null,
  heatLog: null,
  triggerId: null,
  windowOpensAt: null,
  windowClosesAt: null,
  lastTouchAt: null,
  expectationId: null,
};

// A raw heat of 50 (one conversation today) fills half of the scale, 100 (one introduction today) three quarters.
const halfScaleHeat = 50;

type Warmth = Pick<Standing, "hotFrom" | "hotUntil" | "warmUntil">;

/** The temperature at an instant that is not before the newest fact of the history. */
export function temperatureAt({ hotFrom, hotUntil, warmUntil }: Warmth, at: Date): Temperature {
  if (hotFrom && hotUntil && hotFrom <= at && at < hotUntil) return "hot";
  return warmUntil && at < warmUntil ? "warm" : "cold";
}

/** The heat as shown to people, 0 to 100. Rising in `heatLog`, so it never puts contacts into another order. */
export function heatAt({ heatLog }: Pick<Standing, "heatLog">, at: Date): number {
  if (heatLog === null) return 0;
  const raw = 2 ** (heatLog - heatAge(at));
  return 100 * (1 - 2 ** (-raw / halfScaleHeat));
}

export function windowAt(standing: Pick<Standing, "windowOpensAt" | "windowClosesAt">, at: Date): CallWindow {
  const { windowOpensAt: opensAt, windowClosesAt: closesAt } = standing;
  if (!opensAt || !closesAt) return { opensAt: null, closesAt: null, state: "none" };
  if (at < opensAt) return { opensAt, closesAt, state: "early" };
  return { opensAt, closesAt, state: at < closesAt ? "in_window" : "late" };
}

/** How many half-lives lie between the landmark and an instant. */
export function heatAge(at: Date): number {
  return (at.getTime() - heatLandmark.getTime()) / (heatHalfLifeDays * dayMs);
}
