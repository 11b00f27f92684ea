import { expect, test } from "vitest";
import { regionCodeOf } from "#domain/region-codes.ts";

test.each([
  ["US", "CA", "CA"],
  ["US", " la ", "LA"],
  ["US", "de", "DE"],
  ["US", "US-NY", "NY"],
  ["US", "California", "CA"],
  ["US", "State of New York", "NY"],
  ["US", "Washington", "WA"],
  ["US", "Washington, D.C.", "DC"],
  ["US", "District of Columbia", "DC"],
  ["US", "Puerto Rico", "PR"],
  ["US", "N.Y.", "NY"],
  ["CA", "Québec", "QC"],
  ["CA", "british columbia", "BC"],
  ["BR", "São Paulo", "SP"],
  ["BR", "Rio de Janeiro", "RJ"],
  ["DE", "Bayern", "BY"],
  ["CH", "Zürich", "ZH"],
  ["ES", "Islas Canarias", "CN"],
  ["GB", "Scotland", "SCT"],
  ["AU", "New South Wales", "NSW"],
  ["US", "Ontario County", "ONTARIO COUNTY"],
  ["FR", "Île-de-France", "ÎLE-DE-FRANCE"],
  ["ZZ", "somewhere", "SOMEWHERE"],
])("in %s, %s is %s", (country, region, code) => {
  expect(regionCodeOf(country, region)).toBe(code);
});
