import { decide } from "#domain/gate/decide.ts";
import type { GateRequest } from "#domain/gate/types.ts";
import { hourMs, minuteMs } from "#domain/time.ts";

const stepMs = 5 * minuteMs;
const aheadMs = 24 * hourMs;
const secondMs = 1000;

/**
 * When an attempt that is allowed now will be no longer, by whatever rule; null where nothing ends it within a day.
 * The gate computes openings and not endings, so it is asked along the day, and between two answers to the second.
 */
export function allowedUntil(request: GateRequest): Date | null {
  const start = new Date(request.at).getTime();
  if (!isAllowedAt(request, start)) return null;
  for (let at = start; at < start + aheadMs; at += stepMs) {
    if (!isAllowedAt(request, at + stepMs)) return new Date(firstRefusal(request, at, at + stepMs));
  }
  return null;
}

function firstRefusal(request: GateRequest, allowed: number, refused: number): number {
  let [from, to] = [allowed, refused];
  while (to - from > secondMs) {
    const middle = from + Math.floor((to - from) / secondMs / 2) * secondMs;
    if (isAllowedAt(request, middle)) from = middle;
    else to = middle;
  }
  // Rules end on whole seconds, and the search began at some millisecond.
  return Math.floor(to / secondMs) * secondMs;
}

function isAllowedAt(request: GateRequest, at: number): boolean {
  return decide({ ...request, at: new Date(at).toISOString() }).verdict === "allow";
}
