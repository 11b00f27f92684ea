import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const texts = JSON.parse(readFileSync("src/web/imports/messages/en.json", "utf8"));
const read = (path: string) => readFileSync(`src/server/imports/${path}`, "utf8");

test("every reason that a row can have is worded", () => {
  const named = [...read("imported-row.ts").matchAll(/^ {2}\| "(\w+)"/gm)].map(([, code]) => code ?? "");
  const worded = [...read("reason-sentences.ts").matchAll(/^ {2}(\w+):/gm)].map(([, code]) => code ?? "");
  const codes = [...new Set([...named, ...worded])];

  expect(codes.length).toBeGreaterThan(35);
  expect(codes.filter((code) => !(code in texts.reasons))).toEqual([]);
});

test("every field that a column can go to is worded", () => {
  const [, table = ""] = /const fields: Record<string, Field> = \{(.*?)\n\};/s.exec(read("reading/fields.ts")) ?? [];
  const fields = [...table.matchAll(/^ {2}(\w+):/gm)].map(([, field]) => field ?? "");

  expect(fields.length).toBeGreaterThan(30);
  expect(fields.filter((field) => !(field in texts.fields))).toEqual([]);
});
