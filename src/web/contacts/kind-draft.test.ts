import { expect, test } from "vitest";
import { defaultKinds, flawOfKind } from "#domain/touchpoints/kinds.ts";
import { changeOfKind, draftOfKind, newKind } from "#web/contacts/kind-draft.ts";

test.each(defaultKinds.map((kind) => [kind.slug, kind] as const))(
  "%s comes out of its form unchanged",
  (_slug, kind) => {
    const { slug, direction, weight, memoryDays, window, expectation } = kind;

    expect(changeOfKind(draftOfKind({ ...kind, changed: false }))).toEqual({
      slug,
      direction,
      weight,
      memoryDays,
      window,
      expectation,
    });
  },
);

test.each([
  ["no name", { slug: "" }],
  ["a name with other letters", { slug: "Fair visited" }],
  ["no weight", { weight: "" }],
  ["a window that closes before it opens", { opens: 72, closes: 24 }],
  ["a window without its end", { closes: "" }],
  ["an expectation without its days", { expects: "days", days: "" }],
] as const)("%s cannot be saved", (_what, part) => {
  expect(changeOfKind({ ...newKind, slug: "fair_visited", ...part })).toBeUndefined();
});

test("what is offered for a new kind has no flaw, and nobody is expecting what only we did", () => {
  const change = changeOfKind({ ...newKind, slug: "fair_visited", direction: "us", expects: "days" });

  expect(change).toMatchObject({ expectation: null });
  const rest = { isConversation: false, hotUnderReferralOnly: false, gateRelationship: null };
  expect(flawOfKind({ ...rest, ...change } as never)).toBeUndefined();
});
