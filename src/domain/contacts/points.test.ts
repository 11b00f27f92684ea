import { expect, test } from "vitest";
import { profileKey, readPoint, type WrittenPoint } from "#domain/contacts/points.ts";

const written = (kind: WrittenPoint["kind"], value: string): WrittenPoint => ({ kind, value, label: null, line: null });

test.each([
  { kind: "phone" as const, typed: "020 7946 0018", value: "+442079460018" },
  { kind: "phone" as const, typed: "0044 20 7946 0018", value: "+442079460018" },
  { kind: "email" as const, typed: " Ana@Example.ORG ", value: "ana@example.org" },
  { kind: "email" as const, typed: "mailto:ana@example.org", value: "ana@example.org" },
  { kind: "profile" as const, typed: "https://uk.linkedin.com/in/Ana/?x=1", value: "linkedin.com/in/ana" },
  { kind: "postal" as const, typed: "1 High St, Leeds", value: "1 High St, Leeds" },
])("$kind $typed is stored as $value, and as it was typed", ({ kind, typed, value }) => {
  expect(readPoint(written(kind, typed), "GB")).toMatchObject({ value, original: typed.trim() });
});

test.each([
  { kind: "phone" as const, typed: "4.47E+11", refused: "ruined_by_spreadsheet" },
  { kind: "phone" as const, typed: "12", refused: "impossible" },
  { kind: "email" as const, typed: "ana@", refused: "not_an_email" },
  { kind: "email" as const, typed: "ana@example", refused: "not_an_email" },
  { kind: "profile" as const, typed: "ana", refused: "not_a_profile" },
  { kind: "postal" as const, typed: "x".repeat(501), refused: "too_long" },
])("$kind $typed is refused: $refused", ({ kind, typed, refused }) => {
  expect(readPoint(written(kind, typed), "GB")).toEqual({ refused });
});

test("the line that a person knows is believed before what the number says", () => {
  expect(readPoint({ ...written("phone", "020 7946 0018"), line: "corporate" }, "GB")).toMatchObject({
    line: "corporate",
  });
  expect(readPoint(written("phone", "020 7946 0018"), "GB")).toMatchObject({ line: "landline", country: "GB" });
});

test("copies of one profile's address are one profile", () => {
  const copies = ["linkedin.com/in/ana", "http://www.linkedin.com/in/ana/", "https://de.linkedin.com/in/Ana?trk=x#top"];

  expect(new Set(copies.map(profileKey))).toEqual(new Set(["linkedin.com/in/ana"]));
});
