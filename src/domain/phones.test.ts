import fc from "fast-check";
import { getExampleNumber, parsePhoneNumberFromString } from "libphonenumber-js/max";
import examples from "libphonenumber-js/mobile/examples";
import { describe, expect, test } from "vitest";
import { maskEmail, maskPhone, maskText } from "#domain/phone-mask.ts";
import { parsePhone } from "#domain/phones.ts";

test.each([
  ["(415) 555-2671", "US", "+14155552671"],
  ["415.555.2671", "US", "+14155552671"],
  ["+1 415 555 2671", null, "+14155552671"],
  ["14155552671", null, "+14155552671"],
  ["4155552671.0", "US", "+14155552671"],
  ["'+14155552671", null, "+14155552671"],
  ["tel:+1-415-555-2671", null, "+14155552671"],
  ["\u202a+1 415 555 2671\u202c", null, "+14155552671"],
  ["415-555-2671 (home)", "US", "+14155552671"],
  ["1-800-FLOWERS", "US", "+18003569377"],
  ["011 44 20 7946 0958", "US", "+442079460958"],
  ["020 7946 0958", "GB", "+442079460958"],
  ["+44 (0)20 7946 0958", "US", "+442079460958"],
  ["0049 30 901820", "US", "+4930901820"],
  ["(0049)30 901820", null, "+4930901820"],
  ["030/901820", "de", "+4930901820"],
  ["138 0013 8000", "CN", "+8613800138000"],
  ["0912-345-678", "TW", "+886912345678"],
  ["０９０-１２３４-５６７８", "JP", "+819012345678"],
  ["447911123456", "US", "+447911123456"],
])("%j in %s is %s", (text, country, expected) => {
  expect(parsePhone(text, country)).toMatchObject({ e164: expected, extension: null, valid: true });
});

test.each([
  ["+1 212 555 0123 ext. 45", "45"],
  ["(212) 555-0123 x45", "45"],
  ["2125550123#12", "12"],
  ["tel:+12125550123;ext=45", "45"],
  ["+1 212 555 0123 转123", "123"],
])("the extension of %j stands apart", (text, extension) => {
  expect(parsePhone(text, "US")).toMatchObject({ e164: "+12125550123", extension });
});

describe("a number that cannot be used says why", () => {
  test.each([
    ["6.28123E+12", "ruined_by_spreadsheet"],
    ["6,28123e+12", "ruined_by_spreadsheet"],
    ["4.9E9", "ruined_by_spreadsheet"],
    ["12", "impossible"],
    ["+1 234", "impossible"],
    ["+999123456789", "impossible"],
    ["n/a", "not_a_number"],
    ["", "not_a_number"],
    ["Anna 5", "not_a_number"],
    [`${"1".repeat(200)}`, "not_a_number"],
  ])("%j: %s", (text, refused) => {
    expect(parsePhone(text, "US")).toEqual({ refused });
  });

  test("a national number without a country is nowhere", () => {
    expect(parsePhone("4155552671")).toEqual({ refused: "country_unknown" });
    expect(parsePhone("4155552671", "ZZ")).toEqual({ refused: "country_unknown" });
  });
});

test("a number that is merely unassigned is kept", () => {
  expect(parsePhone("(999) 555-0100", "US")).toMatchObject({ e164: "+19995550100", valid: false });
});

test.each([
  ["+4915112345678", "mobile", "DE"],
  ["+4930901820", "landline", "DE"],
  ["+12125550123", "unknown", "US"],
  ["+18005550199", "unknown", "US"],
  ["+445600123456", "voip", "GB"],
])("the line of %s is %s", (text, line, country) => {
  expect(parsePhone(text)).toMatchObject({ line, country });
});

test("what was stored is read again as itself", () => {
  const countries = Object.keys(examples) as (keyof typeof examples)[];
  fc.assert(
    fc.property(fc.constantFrom(...countries), (country) => {
      const example = getExampleNumber(country, examples);
      if (!example) return;
      const stored = parsePhone(example.formatNational(), country);

      expect(stored).toMatchObject({ e164: example.number });
      expect(parsePhone(example.formatInternational())).toEqual(parsePhone(example.number));
    }),
  );
});

test("a number whose exchange was seen before reads as it would have without", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 200_200, max: 999_999 }),
      fc.nat(9998),
      fc.constantFrom("US", "CA"),
      (six, line, country) => {
        const number = (last: number) =>
          `(${String(six).slice(0, 3)}) ${String(six).slice(3)}-${String(last).padStart(4, "0")}`;
        parsePhone(number(line), country);
        const again = parsePhone(number(line + 1), country);
        const fresh = parsePhoneNumberFromString(number(line + 1), { defaultCountry: country, extract: false });
        if (!fresh?.isPossible()) return;
        expect(again).toMatchObject({
          e164: fresh.number,
          country: fresh.country ?? null,
          valid: fresh.isValid(),
        });
      },
    ),
    { numRuns: 500 },
  );
});

test("any text is answered, and nothing is made up that is not E.164", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "grapheme" }), fc.stringMatching(/^[+\d ().e-]{1,25}$/)), (text) => {
      const phone = parsePhone(text, "US");
      if ("refused" in phone) return;
      expect(phone.e164).toMatch(/^\+[1-9]\d{4,14}$/);
    }),
  );
});

test("who may not see a number sees its ends, and of an address where it is", () => {
  expect(maskPhone("+12125550123")).toBe("+12•••••••23");
  expect(maskPhone("+123")).toBe("+123");
  expect(maskEmail("ana@example.org")).toBe("a•••@example.org");
  expect(maskEmail("@")).toBe("•••");
});

test.each([
  ["(212) 555-0123", "(212••••••••23"],
  ["+44 20 7946 0101", "+44•••••••••••01"],
  ["ana@example.org", "a•••@example.org"],
  ["Ana <ana@example.org>, 2125550123", "Ana <a•••@example.org>, 212•••••23"],
  ["2026-11-23 16:02:01", "2026-11-23 16:02:01"],
  ["23/11/2026", "23/11/2026"],
  ["1,250.00", "1,250.00"],
])("of the cell %j is shown %j", (cell, shown) => {
  expect(maskText(cell)).toBe(shown);
});
