import { expect, test } from "vitest";
import { writtenIn } from "#web/call-queue/written-in.ts";

const questions = [
  { id: "need", text: "What do you need?", earlier: [] },
  { id: "when", text: "Until when?", earlier: [] },
];
const before = {
  id: "0192",
  outcome: "conversation" as const,
  note: "Call after lunch",
  answers: [{ questionId: "need", question: "What do you need?", answer: "Two more seats" }],
  said: [{ id: "POL-ID-00", text: "Say who you are" }],
  recordedAt: new Date("2026-11-23T17:00:00Z"),
  correctsId: null,
};

test("what was noted, answered and ticked off goes with the outcome; questions without an answer do not", () => {
  const notes = { note: "Nice", answers: { need: " A second site ", when: " " }, said: ["POL-ID-00"] };

  expect(writtenIn(notes, questions, undefined)).toEqual({
    note: "Nice",
    answers: [{ questionId: "need", question: "What do you need?", answer: "A second site" }],
    said: ["POL-ID-00"],
  });
});

test("a correction keeps what was written before, unless it is written anew", () => {
  const nothing = { note: "", answers: {}, said: [] };

  expect(writtenIn(nothing, questions, before)).toEqual({
    note: before.note,
    answers: before.answers,
    said: ["POL-ID-00"],
  });
  expect(writtenIn({ ...nothing, note: "After four" }, questions, before)).toMatchObject({ note: "After four" });
});
