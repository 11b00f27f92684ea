import { describe, expect, test } from "vitest";
import { deadlinesOf, reminderOf, urgencyOf } from "#domain/rights/clock.ts";
import { lawOf } from "#domain/rights/laws.ts";
import type { RequestKind } from "#domain/rights/request-kinds.ts";

type Case = {
  is: string;
  law: string;
  kind?: RequestKind;
  receivedOn: string;
  country: string;
  acknowledgeBy?: string;
  answerBy: string;
  extendableTo?: string;
};

const CASES: Case[] = [
  { is: "a month, to the same date", law: "eu-gdpr", receivedOn: "2026-11-24", country: "DE", answerBy: "2026-12-24" },
  {
    is: "from the last day of a long month to the last of a short one, and past the weekend",
    law: "eu-gdpr",
    receivedOn: "2026-01-31",
    country: "FR",
    answerBy: "2026-03-02",
    extendableTo: "2026-04-30",
  },
  { is: "from a Saturday to Monday", law: "eu-gdpr", receivedOn: "2026-11-12", country: "FR", answerBy: "2026-12-14" },
  { is: "past Christmas in Germany", law: "eu-gdpr", receivedOn: "2026-11-25", country: "DE", answerBy: "2026-12-28" },
  {
    is: "past Boxing Day and its substitute",
    law: "gb-gdpr",
    receivedOn: "2026-11-25",
    country: "GB",
    answerBy: "2026-12-29",
  },
  {
    is: "two months more when it is hard",
    law: "eu-gdpr",
    receivedOn: "2026-11-24",
    country: "DE",
    answerBy: "2026-12-24",
    extendableTo: "2027-02-24",
  },
  {
    is: "a British complaint is acknowledged in 30 days",
    law: "gb-gdpr",
    kind: "complaint",
    receivedOn: "2026-06-22",
    country: "GB",
    acknowledgeBy: "2026-07-22",
    answerBy: "2026-07-22",
  },
  {
    is: "California: 10 working days to confirm, 45 days to answer, 90 at most, weekends or not",
    law: "us-ca-ccpa",
    receivedOn: "2026-11-24",
    country: "US",
    acknowledgeBy: "2026-12-09",
    answerBy: "2027-01-08",
    extendableTo: "2027-02-22",
  },
  {
    is: "California: 15 working days to stop",
    law: "us-ca-ccpa",
    kind: "objection",
    receivedOn: "2026-11-02",
    country: "US",
    answerBy: "2026-11-24",
  },
  { is: "Brazil: 15 days", law: "br-lgpd", receivedOn: "2026-11-24", country: "BR", answerBy: "2026-12-09" },
  {
    is: "New Zealand: 20 working days",
    law: "nz-privacy",
    receivedOn: "2026-11-02",
    country: "NZ",
    answerBy: "2026-11-30",
  },
  { is: "Hong Kong: 40 days", law: "hk-pdpo", receivedOn: "2026-11-24", country: "HK", answerBy: "2027-01-03" },
  { is: "Taiwan: 15 days to show", law: "tw-pdpa", receivedOn: "2026-11-24", country: "TW", answerBy: "2026-12-09" },
  {
    is: "Taiwan: 30 days to correct",
    law: "tw-pdpa",
    kind: "correction",
    receivedOn: "2026-11-24",
    country: "TW",
    answerBy: "2026-12-24",
  },
];

describe("the legal clock", () => {
  test.each(CASES)("$law: $is", ({ law, kind = "access", receivedOn, country, ...expected }) => {
    const { acknowledgeBy, answerBy, extendableTo } = deadlinesOf({
      law,
      kind,
      receivedOn,
      country,
    });

    expect(answerBy).toBe(expected.answerBy);
    if (expected.acknowledgeBy) expect(acknowledgeBy).toBe(expected.acknowledgeBy);
    if (expected.extendableTo) expect(extendableTo).toBe(expected.extendableTo);
  });

  test("an objection stops at once and is never extended", () => {
    const found = deadlinesOf({ law: "eu-gdpr", kind: "objection", receivedOn: "2026-11-24", country: "DE" });

    expect(found).toMatchObject({ actAtOnce: true, extendableTo: null });
  });
});

test.each([
  [{ country: "DE" }, "eu-gdpr"],
  [{ country: "US", region: "CA" }, "us-ca-ccpa"],
  [{ country: "US", region: "US-CA" }, "us-ca-ccpa"],
  [{ country: "US", region: "TX" }, "us-states"],
  [{ country: "GB" }, "gb-gdpr"],
  [{ country: "KE" }, "elsewhere"],
  [{ country: null }, "elsewhere"],
] as const)("the law of %o is %s", (place, law) => {
  expect(lawOf(place).id).toBe(law);
});

test.each([
  ["2026-12-24", "2026-11-24", null, "open"],
  ["2026-12-24", "2026-12-10", "due_in_14", "open"],
  ["2026-12-24", "2026-12-12", "due_in_14", "open"],
  ["2026-12-24", "2026-12-17", "due_in_7", "soon"],
  ["2026-12-24", "2026-12-23", "due_in_1", "soon"],
  ["2026-12-24", "2026-12-24", "due_in_0", "today"],
  ["2026-12-24", "2026-12-25", "overdue_1", "overdue"],
])("due on %s, on %s: reminder %s, %s", (dueOn, today, reminder, urgency) => {
  expect(reminderOf(dueOn, today)).toBe(reminder);
  expect(urgencyOf(dueOn, today)).toBe(urgency);
});
