import { expect, test } from "vitest";
import { mergePatch } from "#web/gate/merge-patch.ts";

test.each([
  ["nothing, where nothing changed", { a: 1, b: { c: [1] } }, { a: 1, b: { c: [1] } }, {}],
  ["what was replaced, deep inside only", { a: { b: 1, c: 2 } }, { a: { b: 3, c: 2 } }, { a: { b: 3 } }],
  ["what was taken away, as null", { a: 1, b: { c: 1, d: 2 } }, { b: { d: 2 } }, { a: null, b: { c: null } }],
  ["a list as a whole", { a: [1, 2] }, { a: [2] }, { a: [2] }],
  ["what is new", { a: 1 }, { a: 1, b: { c: 1 } }, { b: { c: 1 } }],
])("the patch holds %s", (_name, from, to, patch) => {
  expect(mergePatch(from, to)).toEqual(patch);
});
