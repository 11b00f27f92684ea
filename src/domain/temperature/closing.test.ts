import { expect, test } from "vitest";
import { type ClosingFacts, closedBecause, type StandingRefusal } from "#domain/temperature/closing.ts";
import { defaultWarmthRules, type History } from "#domain/temperature/history.ts";

const phone = "+12125550123";
const nobody: History = { touchpoints: [], timeZone: "UTC" };
const said = (kind: string, more: Partial<StandingRefusal> = {}): StandingRefusal => ({
  kind,
  ofPerson: true,
  point: null,
  scope: null,
  saidAt: new Date("2026-11-01T10:00:00Z"),
  ...more,
});
const closed = (facts: Partial<ClosingFacts>) =>
  closedBecause(
    { withdrawn: false, restricted: false, phones: [phone], refusals: [], consentedAt: null, ...facts },
    nobody,
    defaultWarmthRules,
  );

test.each([
  ["nothing stands against a call", {}, null],
  ["there is no number", { phones: [] }, "no_number"],
  ["the person was taken back", { withdrawn: true }, "withdrawn"],
  ["the data of the person is restricted", { restricted: true, phones: [] }, "restricted"],
  ["the person said stop", { refusals: [said("stop")] }, "suppressed"],
  ["the person said stop to one subject", { refusals: [said("stop", { scope: "energy" })] }, null],
  ["a mail bounced", { refusals: [said("bounced", { point: "ana@example.org" }), said("bounced")] }, null],
  ["the only number is somebody else's", { refusals: [said("wrong_person", { point: phone })] }, "no_number"],
  ["another number is somebody else's", { refusals: [said("wrong_person", { point: "+12125550199" })] }, null],
  ["the person agreed after a stop", { refusals: [said("stop")], consentedAt: new Date("2026-11-02") }, null],
  ["the person agreed before a stop", { refusals: [said("stop")], consentedAt: new Date("2026-10-02") }, "suppressed"],
  ["the person has died", { refusals: [said("deceased")], consentedAt: new Date("2026-11-02") }, "suppressed"],
])("when %s", (_name, facts, expected) => {
  expect(closed(facts)).toBe(expected);
});
