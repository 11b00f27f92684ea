import { expect, test } from "vitest";
import { closesCalls, closesOwnPoints, closesPerson, coversSubject } from "#domain/what-a-no-covers.ts";

test.each([
  ["a no to everything", null, "fund", true],
  ["a no to this subject", "fund", "fund", true],
  ["a no to another subject", "webinar", "fund", false],
  ["a no to a subject, where it is not said what the attempt is about", "webinar", undefined, true],
])("%s", (_, scope, subject, covered) => {
  expect(coversSubject(scope, subject)).toBe(covered);
});

test.each([
  ["stop", true, true, true],
  ["not_interested", true, true, false],
  ["deceased", true, true, false],
  ["wrong_person", true, false, true],
  ["list", true, false, true],
  ["bounced", false, false, true],
])(
  "%s closes calls: %s; all numbers of the person: %s; the number for whoever has it: %s",
  (kind, calls, all, points) => {
    expect([closesCalls(kind), closesPerson({ kind, point: "+12125550123" }), closesOwnPoints(kind)]).toEqual([
      calls,
      all,
      points,
    ]);
  },
);
