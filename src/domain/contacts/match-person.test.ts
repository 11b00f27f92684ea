import { describe, expect, test } from "vitest";
import {
  addKnownPerson,
  type Match,
  matchPerson,
  nobodyKnown,
  type PersonKeys,
} from "#domain/contacts/match-person.ts";
import { companyKey, isSameName } from "#domain/contacts/names.ts";

const nobody: PersonKeys = { name: "", company: null, emails: [], phones: [], profiles: [], externalIds: [] };

function known(...people: (Partial<PersonKeys> & { id: string })[]) {
  const all = nobodyKnown();
  for (const { id, ...keys } of people) addKnownPerson(all, id, { ...nobody, ...keys });
  return all;
}

const home = "+12125550123";
const household = known(
  { id: "ann", name: "Ann Lee", phones: [home], emails: ["ann@example.com"], company: "Lee & Co" },
  { id: "bob", name: "Bob Lee", phones: [home], profiles: ["linkedin.com/in/bob"] },
);

describe("the same person is found by", () => {
  const cases: [string, Partial<PersonKeys>, Match][] = [
    ["the email address", { name: "A. Lee", emails: ["ann@example.com"] }, one("ann", "email")],
    ["the number and the name", { name: "Lee, Bob", phones: [home] }, one("bob", "phone")],
    ["the profile", { name: "Robert", profiles: ["linkedin.com/in/bob"] }, one("bob", "profile")],
    [
      "the email address before the number",
      { name: "Bob Lee", emails: ["ann@example.com"], phones: [home] },
      one("ann", "email"),
    ],
    [
      "a number alone, never where several share it",
      { name: home, phones: [home] },
      { found: "several", contactIds: ["ann", "bob"] },
    ],
    ["nothing, where only the household's number is the same", { name: "Cid Lee", phones: [home] }, { found: "none" }],
    [
      "a person, where only name and company are the same",
      { name: "ann lee", company: "LEE & CO., Ltd." },
      { found: "perhaps", contactIds: ["ann"] },
    ],
    ["nothing, where only the name is the same", { name: "Ann Lee" }, { found: "none" }],
  ];
  test.each(cases)("%s", (_by, keys, match) => {
    expect(matchPerson({ ...nobody, ...keys }, household)).toEqual(match);
  });
});

test("two contacts that one row shows to be the same person are to be joined", () => {
  const apart = known(
    { id: "first", name: "Ann Lee", emails: ["ann@example.com"] },
    { id: "second", name: "ann lee", profiles: ["linkedin.com/in/ann"] },
    { id: "other", name: "Zoe Kim", emails: ["zoe@example.com"] },
  );
  const row = { ...nobody, name: "Ann Lee", profiles: ["linkedin.com/in/ann"] };

  expect(matchPerson({ ...row, emails: ["ann@example.com"] }, apart)).toEqual({
    ...one("first", "email"),
    alsoIds: ["second"],
  });
  expect(matchPerson({ ...row, emails: ["zoe@example.com"] }, apart)).toEqual(one("other", "email"));
});

test.each([
  ["Renée Müller", "renee muller"],
  ["Smith, John", "John Smith"],
  ["John Q. Smith", "Dr. John Smith"],
  ["王小明", "王小明"],
])("%s and %s are one name", (name, other) => {
  expect(isSameName(name, other)).toBe(true);
});

test.each([
  ["John Smith", "Jane Smith"],
  ["J Smith", "John Smith"],
  ["", ""],
])("%s and %s are not", (name, other) => {
  expect(isSameName(name, other)).toBe(false);
});

test.each([
  ["ACME, Inc.", "Acme"],
  ["Müller GmbH & Co. KG", "müller gmbh & co"],
  ["北京华信有限公司", "北京华信"],
])("%s and %s are one company", (name, other) => {
  expect(companyKey(name)).toBe(companyKey(other));
});

function one(contactId: string, by: "email" | "phone" | "profile"): Match {
  return { found: "one", contactId, by, alsoIds: [] };
}
