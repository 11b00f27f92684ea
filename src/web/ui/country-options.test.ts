import { expect, test } from "vitest";
import { countryOptions } from "#web/ui/country-options.ts";

test("countries stand under the names that people know, in the order of their language", () => {
  const english = countryOptions("en").map(({ label }) => label);

  expect(english).toContain("Germany");
  expect(english).toEqual(english.toSorted((one, other) => one.localeCompare(other, "en")));
  expect(countryOptions("zh-Hant")).toContainEqual({ value: "DE", label: "德國" });
});

test("what is no country is not offered", () => {
  const codes = countryOptions("en").map(({ value }) => value);

  expect(codes).not.toContain("EU");
  expect(codes).not.toContain("UK");
  expect(codes.length).toBeGreaterThan(240);
});
