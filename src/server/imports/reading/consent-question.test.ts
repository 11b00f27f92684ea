import { expect, test } from "vitest";
import { readConsentQuestion } from "#server/imports/reading/consent-question.ts";
import { startRow } from "#server/imports/reading/row-builder.ts";

const at = { day: "2026-05-01" };

const questions: [header: string, answer: string, expected: string][] = [
  ["May we call you?", "1", "consent to call"],
  ["I agree to be called about this", "Yes", "consent to call"],
  ["Consent", "I agree that Example Ltd may phone me", "consent to call"],
  ["Can we call or text you?", "yes, please", "consent to call,sms"],
  ["Would you like to get emails from us?", "Yes", "consent to email"],
  ["我同意接听贵公司的电话", "是", "consent to call"],
  ["May we call you?", "No", "no call"],
  ["May we call you?", "0", "no call"],
  ["I do not agree to be called", "Yes", "no call"],
  ["May we call you?", "", "nothing"],
  ["May we call you?", "perhaps later", "nothing"],
  ["What phone number can we call?", "+1 202 555 0100", "nothing"],
  ["I agree to the terms", "Yes", "nothing"],
  ["Phone", "Yes", "nothing"],
  ["SMS opt-in", "true", "nothing"],
  ["Do you agree with our programme?", "Yes", "nothing"],
];

test.each(questions)("%s %s: %s", (header, answer, expected) => {
  const builder = startRow(1, null, {}, { order: "mdy", zone: null });
  readConsentQuestion(builder, { header, answer, at, evidence: {} });
  const { consents, suppressions } = builder.row;
  const became = [
    ...consents.map(({ channels }) => `consent to ${channels}`),
    ...suppressions.map(({ channels }) => `no ${channels}`),
  ];

  expect(became.join() || "nothing").toBe(expected);
});

test("a consent keeps its exact words, and without a date there is none", () => {
  const dated = startRow(1, null, {}, { order: "mdy", zone: null });
  const undated = startRow(1, null, {}, { order: "mdy", zone: null });
  const question = { header: "May we call you, Ms. Müller?", answer: "Yes!", evidence: {} };
  readConsentQuestion(dated, { ...question, at });
  readConsentQuestion(undated, { ...question, at: null });

  expect(dated.row.consents).toMatchObject([
    { words: "May we call you, Ms. Müller?: Yes!", form: "electronic", givenAt: at },
  ]);
  expect(undated.row.consents).toEqual([]);
});
