import { expect, test } from "vitest";
import { fieldKey } from "#domain/contacts/field-key.ts";

test.each([
  ["Renewal date", [], "renewal_date"],
  ["Größe (m²)", [], "gro_e_m2"],
  ["2nd line", [], "nd_line"],
  ["续约日期", [], "field_1"],
  ["续约日期", ["field_1"], "field_2"],
  ["Plan", ["plan"], "plan_1"],
] as const)("%s beside %j is %s", (label, taken, key) => {
  expect(fieldKey(label, taken)).toBe(key);
});
