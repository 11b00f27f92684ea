import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { allPacks } from "#domain/gate/all-packs.ts";
import { type Case, type CompiledRow, open, type Place } from "#domain/gate/case.ts";
import { compilePack } from "#domain/gate/compile-row.ts";
import { mentionedIn, mentions, neededBy } from "#domain/gate/facts/mentions.ts";
import { bindPacks } from "#domain/gate/law-book.ts";
import type { Fact } from "#domain/gate/packs/row.ts";
import { readCase } from "#domain/gate/read-case.ts";
import type { GateRequest } from "#domain/gate/types.ts";

const requests = readFileSync("test/fixtures/gate-cases.ndjson", "utf8")
  .trim()
  .split("\n")
  .map((line) => (JSON.parse(line) as { request: GateRequest }).request);

function speaks({ when, blocks }: CompiledRow, subject: Case, place: Place): boolean {
  if (when && !when(subject, subject.at, place)) return false;
  return !blocks || blocks(subject, subject.at, place) > open;
}

test("a row that needs what a request does not mention is silent, whatever its pack", () => {
  const rows = allPacks.flatMap(compilePack);
  const lawAt = bindPacks(allPacks);
  let skipped = 0;
  for (const request of requests) {
    const subject = readCase(request, lawAt);
    const unasked = rows.filter(({ needed }) => (needed & ~subject.mentioned) !== 0);
    skipped += unasked.length;
    for (const place of subject.places) {
      expect(unasked.filter((found) => speaks(found, subject, place)).map(({ row }) => row.id)).toEqual([]);
    }
  }
  expect(skipped).toBeGreaterThan(10_000);
});

test.each<[string, Fact, number]>([
  ["all facts together", { all: [{ recorded: true }, { product: ["energy"] }] }, mentions.recorded | mentions.product],
  ["what any of the facts needs as well", { any: [{ recorded: true }, { product: ["energy"] }] }, 0],
  ["nothing for what does not hold", { not: { recorded: true } }, 0],
  ["nothing for data that came from the person", { source: ["self", "list"] }, 0],
])("%s", (_, fact, needed) => {
  expect(neededBy(fact)).toBe(needed);
});

test("a request mentions what is not empty", () => {
  const request: GateRequest = {
    at: "2026-11-24T10:00:00Z",
    attempt: { channel: "call", purpose: "marketing", product: "energy" },
    seller: { country: "US" },
    contact: { locations: [] },
    consents: [],
    refusals: [{ at: "2026-11-01", kind: "stop" }],
  };

  expect(mentionedIn(request)).toBe(mentions.product | mentions.refusals | mentions.anyNo);
});
