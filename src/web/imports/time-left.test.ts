import { expect, test } from "vitest";
import { secondsLeft } from "#web/imports/time-left.ts";

const at = (second: number) => new Date(Date.UTC(2026, 10, 24, 9, 0, second));

test.each([
  { name: "half done in ten seconds leaves ten", second: 10, bytesDone: 500, left: 10 },
  { name: "all done leaves none", second: 10, bytesDone: 1000, left: 0 },
  { name: "two seconds tell nothing", second: 2, bytesDone: 500, left: undefined },
  { name: "no progress tells nothing", second: 10, bytesDone: 0, left: undefined },
])("$name", ({ second, bytesDone, left }) => {
  expect(secondsLeft({ at: at(0), bytesDone: 0 }, { at: at(second), bytesDone }, 1000)).toBe(left);
});

test("what an earlier run has read does not count towards the pace", () => {
  expect(secondsLeft({ at: at(0), bytesDone: 800 }, { at: at(10), bytesDone: 900 }, 1000)).toBe(10);
});
