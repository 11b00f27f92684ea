import { describe, expect, test } from "vitest";
import { allPacks } from "#domain/gate/all-packs.ts";
import { holidayTest } from "#domain/gate/calendars.ts";
import { compilePack } from "#domain/gate/compile-row.ts";
import type { Fact, Row, Week } from "#domain/gate/packs/row.ts";
import { dayNumberOf } from "#domain/instant-text.ts";

const rows = allPacks.flatMap((pack) => pack.rows.map((row) => ({ pack, row })));
const ids = new Set(rows.map(({ row }) => row.id));
const each = rows.map(({ pack, row }, index) => [`${pack.name} ${row.id} (${index})`, row] as const);

describe("every pack", () => {
  test.each(allPacks.map((pack) => [pack.name, pack] as const))(
    "%s says which place it binds and by which state of the law",
    (name, pack) => {
      const [country, region] = name.split("-");

      expect(pack.title).not.toBe("");
      expect(pack.version).toMatch(/^\d{4}\.\d{2}[a-z]?$/);
      expect(pack.countries.every((code) => /^[A-Z]{2}$/.test(code))).toBe(true);
      if (region !== undefined && name !== "eu-other") {
        expect([pack.countries[0], pack.region]).toEqual([country?.toUpperCase(), region.toUpperCase()]);
      }
      expect(() => compilePack(pack)).not.toThrow();
    },
  );

  test("has a name of its own", () => {
    expect(new Set(allPacks.map(({ name }) => name)).size).toBe(allPacks.length);
  });

  test.each(
    allPacks.flatMap((pack) =>
      Object.entries(pack.calendars ?? {}).map(([name, calendar]) => [`${pack.name} ${name}`, pack, calendar] as const),
    ),
  )("%s is a calendar with days in every year to come", (name, { countries, region }, calendar) => {
    const isHoliday = holidayTest(`test ${name}`, calendar);
    for (const year of [2025, 2026, 2027, 2028, 2032]) {
      const first = dayNumberOf(`${year}-01-01`);
      const days = Array.from({ length: 366 }, (_, day) => first + day);
      const place = countries[0] ?? "DE";
      expect(days.filter((day) => isHoliday(day, place, region)).length).toBeGreaterThan(0);
    }
  });
});

describe("every row", () => {
  test.each(each)("%s can be read and checked by a lawyer", (_name, { id, says, citation, source, from, to }) => {
    expect(id).toMatch(/^[A-Z]{2,4}(-[A-Z0-9]+)+$/);
    expect(says).toMatch(/^[A-Z0-9$€"“'].*[.!]$/s);
    expect(says.length).toBeLessThan(260);
    expect(citation).not.toBe("");
    expect(source).not.toBe("");
    for (const day of [from, to]) if (day !== undefined) expect(Number.isNaN(dayNumberOf(day))).toBe(false);
    if (from !== undefined && to !== undefined) expect(from < to).toBe(true);
  });

  test("names only rows that exist as what lifts it", () => {
    const named = rows.flatMap(({ row }) => row.unless ?? []).flatMap(({ by }) => by ?? []);

    expect(named.filter((by) => !ids.has(by))).toEqual([]);
  });

  test("is law outside our own pack; ours say that they are policy", () => {
    const ours = rows.filter(({ pack }) => pack.name === "policy");

    expect(ours.every(({ row }) => row.basis === "policy")).toBe(true);
    expect(rows.filter(({ pack, row }) => pack.name !== "policy" && row.rule.kind === "own")).toEqual([]);
  });

  test("that sources conflict about says so in its confidence", () => {
    expect(
      rows.filter(({ row }) => row.confidence === "X" && speaks(row) && !row.contested).map(({ row }) => row.id),
    ).toEqual([]);
  });

  test.each(rows.flatMap(({ pack, row }) => weeksOf(row).map((week) => [`${pack.name} ${row.id}`, week] as const)))(
    "%s opens before it closes",
    (_name, week) => {
      for (const openings of Object.values(week)) {
        for (const [from, until] of openings) {
          expect(from).toMatch(/^\d\d:\d\d$/);
          expect(from < until).toBe(true);
        }
      }
    },
  );

  test("asks one thing in each fact", () => {
    const facts = rows.flatMap(({ row }) => factsOf(row)).flatMap(flatten);

    expect(facts.filter((fact) => Object.keys(fact).length !== 1)).toEqual([]);
  });
});

function speaks({ rule }: Row): boolean {
  return rule.kind !== "note" && rule.kind !== "clock" && rule.kind !== "oblige";
}

function weeksOf({ rule }: Row): Week[] {
  return rule.kind === "hours" ? [rule.week] : [];
}

function factsOf({ when, unless, rule }: Row): Fact[] {
  const needed = rule.kind === "need" ? [rule.fact] : [];
  return [...(when ? [when] : []), ...(unless ?? []).map((lift) => lift.if), ...needed];
}

function flatten(fact: Fact): Fact[] {
  const parts = "all" in fact ? fact.all : "any" in fact ? fact.any : "not" in fact ? [fact.not] : [];
  return [fact, ...parts.flatMap(flatten)];
}
