import { expect, test } from "vitest";
import { customQuery, searchColumnsOf, searchVector, tagQuery, wordsQuery } from "#domain/contacts/search-words.ts";

const workspaceId = "018f0000-0000-7000-8000-0000aaaabbbb";

const wordsOf = (name: string, company: string | null = null) => searchColumnsOf({ name, company }).searchWords;

test.each([
  { name: "Daniel Okafor", words: ["daniel", "okafor"] },
  { name: "José  O'Brien-Núñez", words: ["jose", "o", "brien", "nunez"] },
  { name: "陈思远", words: ["陈思", "思远", "远"] },
  { name: "远", words: ["远"] },
  { name: "Chen 思远", words: ["chen", "思远", "远"] },
  { name: "山田ｔａｒｏ", words: ["taro", "山田", "田"] },
  { name: "", words: [] },
])('"$name" is found by $words', ({ name, words }) => {
  expect(wordsOf(name)).toEqual(words);
});

test("a company's words count once, also where the name has them", () => {
  expect(wordsOf("Ana Blue", "Blue Freight")).toEqual(["ana", "blue", "freight"]);
});

test.each([
  { typed: "oka", query: "'aaaabbbb.oka':*" },
  { typed: "Daniel Oka", query: "'aaaabbbb.daniel' & 'aaaabbbb.oka':*" },
  { typed: "陈思", query: "'aaaabbbb.陈思'" },
  { typed: "陈", query: "'aaaabbbb.陈':*" },
  { typed: "陈思远 ana", query: "'aaaabbbb.陈思' & 'aaaabbbb.思远' & 'aaaabbbb.ana':*" },
  { typed: "  !!  ", query: null },
])('"$typed" asks for $query', ({ typed, query }) => {
  expect(wordsQuery(workspaceId, typed, "begun")).toBe(query);
});

test("words that are finished ask for themselves alone", () => {
  expect(wordsQuery(workspaceId, "Daniel Oka")).toBe("'aaaabbbb.daniel' & 'aaaabbbb.oka'");
});

test.each([
  { typed: "Daniel Oka", query: "'aaaabbbb.daniel'" },
  { typed: "陈思远 ana", query: "'aaaabbbb.陈思' & 'aaaabbbb.思远'" },
  { typed: "Barrett 12", query: "'aaaabbbb.barrett' & 'aaaabbbb.12'" },
  { typed: "oka", query: null },
])('beside the word that may go on "$typed" asks for $query', ({ typed, query }) => {
  expect(wordsQuery(workspaceId, typed, "left_out")).toBe(query);
});

test("tags and custom values are entries of their own, whatever stands in them", () => {
  const vector = searchVector({
    workspaceId,
    words: ["ana"],
    tags: ["It's \\ odd"],
    custom: { seats: 40, note: null },
  });

  expect(vector).toBe("'aaaabbbb.ana' 'aaaabbbb#it''s \\\\ odd' 'aaaabbbb=seats=40'");
  expect(tagQuery(workspaceId, "it's \\ ODD")).toBe("'aaaabbbb#it''s \\\\ odd'");
  expect(customQuery(workspaceId, "seats", "40")).toBe("'aaaabbbb=seats=40'");
});
