import { expect, test } from "vitest";
import { allPacks } from "#domain/gate/all-packs.ts";
import { decide } from "#domain/gate/decide.ts";
import { kindOfRule } from "#domain/gate/rule-kind.ts";
import type { GateRequest } from "#domain/gate/types.ts";

const toBerlin: GateRequest = {
  at: "2026-11-25T10:00:00+01:00",
  attempt: { channel: "call", purpose: "marketing" },
  seller: { country: "DE" },
  contact: { audience: "consumer", locations: [{ country: "DE", timeZone: "Europe/Berlin" }] },
};

test("every row that can stand in the way says what it is about", () => {
  const silent = allPacks
    .flatMap(({ rows }) => rows)
    .filter((row) => row.rule.kind !== "note" && row.rule.kind !== "clock" && !kindOfRule(row));

  expect(silent.map(({ id }) => id)).toEqual([]);
});

test.each<[string, Partial<GateRequest>, string, string]>([
  ["no consent of a consumer", {}, "DE-TEL-01", "consent"],
  ["no prior contact", {}, "POL-WARM", "no_contact"],
  ["a stop", { refusals: [{ kind: "stop", at: "2026-11-01T10:00:00Z" }] }, "POL-OPTOUT-NOW", "refusal"],
  ["nowhere known", { contact: { locations: [] } }, "GATE-UNK", "place"],
  ["a restricted person", { contact: { ...toBerlin.contact, restricted: true } }, "EU-GDPR-18", "restricted"],
])("%s is told by its kind", (_name, facts, id, kind) => {
  const { rules } = decide({ ...toBerlin, ...facts });

  expect(rules.find((rule) => rule.id === id)).toMatchObject({ kind });
});

test("a rule that only waits keeps its kind, and zones that disagree have their own", () => {
  const relationships = [{ kind: "purchase" as const, at: "2026-11-01T10:00:00Z" }];
  const locations = [
    { country: "US", region: "AZ", timeZone: "America/Phoenix" },
    { country: "US", region: "OH", timeZone: "America/New_York" },
  ];
  const { verdict, rules } = decide({
    ...toBerlin,
    at: "2026-11-25T13:30:00Z",
    relationships,
    contact: { locations },
    seller: { country: "US", registers: { "us-dnc": "2026-11-20" } },
  });

  expect(verdict).toBe("defer");
  expect([...new Set(rules.filter(({ effect }) => effect === "defer").map((rule) => rule.kind))]).toEqual([
    "hours",
    "zones",
  ]);
});
