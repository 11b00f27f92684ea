import { expect, test } from "vitest";
import { emptyDraft, optionsOf } from "#web/imports/import-draft.ts";

test("what was not said is left to the server", () => {
  expect(optionsOf(emptyDraft)).toEqual({});
});

test("not knowing whether they are business contacts is an answer, and claims nothing", () => {
  expect(optionsOf({ ...emptyDraft, audience: "unknown" })).toEqual({});
  expect(optionsOf({ ...emptyDraft, audience: "business" })).toEqual({ audience: "business" });
});

test("a date without something that happened says nothing", () => {
  expect(optionsOf({ ...emptyDraft, occurredOn: "2026-11-20" })).toEqual({});
  expect(optionsOf({ ...emptyDraft, occurredOn: "2026-11-20", touchpoint: "card_exchanged" })).toEqual({
    touchpoint: "card_exchanged",
    occurredAt: "2026-11-20",
  });
});
