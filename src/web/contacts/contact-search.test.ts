import { describe, expect, test } from "vitest";
import { ContactSearch, filtersOf, isSameSearch, searchOf, wireOf } from "#web/contacts/contact-search.ts";

describe("the address of the list", () => {
  test("says what a saved view says, there and back", () => {
    const search = ContactSearch.parse({ q: "lee", temperature: "hot", inWindow: true, archived: false, sort: "heat" });

    expect(searchOf(wireOf(search))).toEqual(search);
    expect(wireOf(search)).toEqual({
      q: "lee",
      temperature: "hot",
      inWindow: "true",
      archived: "false",
      sort: "heat",
    });
  });

  test("takes numbers and truths for the text that somebody typed", () => {
    expect(ContactSearch.parse({ q: 5550123, tag: true })).toMatchObject({ q: "5550123", tag: "true" });
  });

  test("drops what nobody understands, instead of failing", () => {
    expect(
      wireOf(ContactSearch.parse({ temperature: "boiling", ownerId: "me", sort: "age", inWindow: "yes" })),
    ).toEqual({});
  });

  test("is the same search in whatever order it was written, and its order is no filter", () => {
    const one = ContactSearch.parse({ tag: "vip", q: "a" });

    expect(isSameSearch(one, ContactSearch.parse({ q: "a", tag: "vip", country: "" }))).toBe(true);
    expect(isSameSearch(one, ContactSearch.parse({ q: "a" }))).toBe(false);
    expect(filtersOf({ ...one, sort: "heat" })).toEqual({ q: "a", tag: "vip" });
  });
});
