import { expect, test } from "vitest";
import { findObjections } from "#web/call-queue/find-objections.ts";

const tms = card("tms", "We already have a TMS.", "Kestrel kept theirs.", ["tms", "system"]);
const send = card("send", "Send me something.", "Gladly: which of the two sites?", ["email"]);
const price = card("price", "太贵了", "与一次延误的成本相比呢？ No system is cheaper.", ["价格", "预算"]);
const cards = [send, price, tms];

test("a keyword is found by its beginning, before a card that merely has the word in its answer", () => {
  expect(findObjections(cards, "Syst")).toEqual([tms, price]);
});

test("every typed word must occur", () => {
  expect(findObjections(cards, "already tms")).toEqual([tms]);
  expect(findObjections(cards, "already email")).toEqual([]);
});

test("Chinese is found without spaces", () => {
  expect(findObjections(cards, "价")).toEqual([price]);
  expect(findObjections(cards, "延误")).toEqual([price]);
});

test("without a word the first cards are shown", () => {
  expect(findObjections([...cards, ...cards], "  ")).toHaveLength(4);
});

function card(id: string, says: string, answer: string, words: string[]) {
  return { id, says, answer, evidence: "", words };
}
