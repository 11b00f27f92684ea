import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { decide } from "#domain/gate/decide.ts";
import type { GateRequest, Verdict } from "#domain/gate/types.ts";

type Given = {
  id: string;
  title: string;
  request: GateRequest;
  expect: { verdict: Verdict; until: string | null; rules: string[]; contested: boolean; obligations?: string[] };
};

/** The cases that came with the law, and more of their kind that were reasoned from its tables alone. */
const cases = ["gate-cases", "gate-cases-more"].flatMap((name) =>
  readFileSync(`test/fixtures/${name}.ndjson`, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Given),
);

test.each(cases.map((given) => [given.id, given.title, given] as const))("%s: %s", (_id, _title, given) => {
  const { verdict, until, rules, contested = false, obligations } = decide(given.request);
  const spoke = rules.map(({ id }) => id);

  expect({ verdict, until: until ? Date.parse(until) : null, contested }).toEqual({
    verdict: given.expect.verdict,
    until: given.expect.until ? Date.parse(given.expect.until) : null,
    contested: given.expect.contested,
  });
  if (verdict !== "allow") expect(given.expect.rules.some((id) => spoke.includes(id))).toBe(true);
  expect(obligations.map(({ id }) => id)).toEqual(expect.arrayContaining(given.expect.obligations ?? []));
});
