import { expect, test } from "vitest";
import type { Contact } from "#api/contacts.ts";
import { mergePreview } from "#web/contacts/merge-preview.ts";

const nothing = { tags: [], custom: {}, audience: null } as unknown as Contact;

test("the one who stays keeps every fact, and takes over what is lacking", () => {
  const stays = { ...nothing, jobTitle: "Director", tags: ["vip"], custom: { plan: "Pro" } };
  const goes = {
    ...nothing,
    jobTitle: "Clerk",
    account: { id: "1", name: "Tallow" },
    tags: ["vip", "expo"],
    custom: { plan: "Basic", seats: 4 },
  };

  expect(mergePreview(stays, goes)).toEqual([
    { field: "account", value: "Tallow" },
    { field: "tags", value: "expo" },
    { field: "custom", value: "seats: 4" },
  ]);
});

test.each([
  ["business", "consumer", "consumer"],
  ["consumer", "business", undefined],
  [null, "business", "business"],
  ["sole_trader", null, undefined],
] as const)("of %s and %s the stricter audience holds", (one, other, becomes) => {
  const [taken] = mergePreview({ ...nothing, audience: one }, { ...nothing, audience: other });

  expect(taken?.value).toBe(becomes);
});
