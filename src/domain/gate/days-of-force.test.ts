import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decideBy } from "#domain/gate/decide.ts";
import type { Lift, Pack, Row } from "#domain/gate/packs/row.ts";
import type { GateRequest } from "#domain/gate/types.ts";
import { hourMs } from "#domain/time.ts";

/* A law that comes or goes on 2026-12-01 in Australia, where that day begins at 13:00 UTC at Lord Howe, at 16:00 in Perth. */

const day = "2026-12-01";
const firstMidnight = "2026-11-30T13:00:00Z";
const lastMidnight = "2026-11-30T16:00:00Z";
const row = { says: "No.", citation: "a law", confidence: "V1", source: "a test" } as const;
const always: Lift = { says: "Yes.", if: { not: { recorded: true } } };

const decideUnder = (rule: Partial<Row>) => {
  const rows: Row[] = [{ ...row, id: "AU-BAN", rule: { kind: "forbid" }, ...rule }];
  const pack: Pack = { name: "au", title: "Australia", version: "1", countries: ["AU"], rows };
  const decide = decideBy([pack]);
  return (at: string | number, timeZone?: string) => {
    const request: GateRequest = {
      at: new Date(at).toISOString(),
      attempt: { channel: "call", purpose: "marketing" },
      seller: { country: "AU" },
      contact: { locations: [{ country: "AU", ...(timeZone && { timeZone }) }] },
    };
    const { verdict, until, obligations } = decide(request);
    return { verdict, until: until ? Date.parse(until) : null, obligations: obligations.map(({ id }) => id) };
  };
};
const plus = (at: string, ms: number) => Date.parse(at) + ms;

describe("where a place may lie in several zones", () => {
  test("a ban holds as soon as its first day has begun in any of them", () => {
    const decide = decideUnder({ from: day });

    expect(decide(plus(firstMidnight, -1000))).toMatchObject({ verdict: "allow" });
    expect(decide(firstMidnight)).toMatchObject({ verdict: "deny", until: null });
    expect(decide(firstMidnight, "Australia/Perth")).toMatchObject({ verdict: "allow" });
  });

  test("a ban holds until it has ended in all of them", () => {
    const decide = decideUnder({ to: day });

    expect(decide(firstMidnight)).toMatchObject({ verdict: "defer", until: Date.parse(lastMidnight) });
    expect(decide(firstMidnight, "Australia/Lord_Howe")).toMatchObject({ verdict: "allow" });
    expect(decide(lastMidnight)).toMatchObject({ verdict: "allow" });
  });

  test("what lifts a ban has to have begun in all of them", () => {
    const decide = decideUnder({ unless: [{ ...always, from: day }] });

    expect(decide(firstMidnight)).toMatchObject({ verdict: "defer", until: Date.parse(lastMidnight) });
    expect(decide(lastMidnight)).toMatchObject({ verdict: "allow" });
  });

  test("what lifts a ban has ended when it has in any of them", () => {
    const decide = decideUnder({ unless: [{ ...always, to: day }] });

    expect(decide(plus(firstMidnight, -1000))).toMatchObject({ verdict: "allow" });
    expect(decide(firstMidnight)).toMatchObject({ verdict: "deny", until: null });
  });

  test("a duty is due on each of its days", () => {
    const begins = decideUnder({ from: day, rule: { kind: "oblige", text: "Say so." } });
    const ends = decideUnder({ to: day, rule: { kind: "oblige", text: "Say so." } });

    expect(begins(firstMidnight).obligations).toEqual(["AU-BAN"]);
    expect(ends(plus(lastMidnight, -1000)).obligations).toEqual(["AU-BAN"]);
    expect(ends(lastMidnight).obligations).toEqual([]);
  });
});

test("until is exact around a day on which the law changes", () => {
  const week = { mon: [["09:00", "20:00"]], tue: [["08:00", "13:00"]] } as const;
  const rules: Partial<Row>[] = [
    { from: day },
    { to: day },
    { from: day, rule: { kind: "hours", week } },
    { to: day, rule: { kind: "hours", week } },
    { unless: [{ ...always, from: day }] },
    { unless: [{ ...always, to: day }] },
    { unless: [{ ...always, from: day }], rule: { kind: "hours", week } },
    { unless: [{ ...always, from: day, to: "2026-12-02" }] },
  ];
  const zones = fc.constantFrom(undefined, "Australia/Perth", "Australia/Lord_Howe");
  let deferred = 0;
  fc.assert(
    fc.property(fc.constantFrom(...rules), zones, fc.integer({ min: -72 * 4, max: 72 * 4 }), (rule, zone, quarters) => {
      const decide = decideUnder(rule);
      const at = plus(firstMidnight, (quarters * hourMs) / 4);
      const { verdict, until } = decide(at, zone);
      const end = until ?? at + 72 * hourMs;

      if (verdict !== "allow") {
        for (let later = at; later < end; later += hourMs / 4) expect(decide(later, zone).verdict).not.toBe("allow");
      }
      if (until !== null) {
        deferred += 1;
        expect([decide(until - 1000, zone).verdict, decide(until, zone).verdict]).toEqual(["defer", "allow"]);
      }
    }),
    { numRuns: 300 },
  );
  expect(deferred).toBeGreaterThan(50);
});
