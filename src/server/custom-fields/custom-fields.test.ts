import { expect, test } from "vitest";
import { createCustomField } from "#server/custom-fields/create-custom-field.ts";
import { listCustomFields } from "#server/custom-fields/list-custom-fields.ts";
import { updateCustomField } from "#server/custom-fields/update-custom-field.ts";
import { testDatabase } from "#test/database.ts";
import { aWorkspace } from "#test/factories.ts";

const database = testDatabase();
const plan = { key: "plan", label: "Plan", type: "choice", choices: ["Basic", "Pro", "Basic"] } as const;
const input = { ...plan, choices: [...plan.choices] };

test("a field is added last, moved, renamed, and archived without losing its key", async () => {
  const ctx = await aWorkspace(database);
  const first = await createCustomField(ctx, input);
  const second = await createCustomField(ctx, { key: "renewal", label: "Renewal", type: "date", choices: ["x"] });

  await updateCustomField(ctx, { id: first.id, label: "Tariff", position: 5, choices: ["Pro"] });
  await updateCustomField(ctx, { id: second.id, archived: true });

  expect((await listCustomFields(ctx)).items).toEqual([
    { ...second, choices: [], position: 1, archived: true },
    { ...first, label: "Tariff", choices: ["Pro"], position: 5, archived: false },
  ]);
  await updateCustomField(ctx, { id: second.id, archived: false });
  expect((await listCustomFields(ctx)).items[0]?.archived).toBe(false);
});

test.each([
  ["a key that is taken", input, "conflict"],
  ["a choice of nothing", { key: "size", label: "Size", type: "choice", choices: [] }, "invalid_input"],
] as const)("%s is refused", async (_what, given, code) => {
  const ctx = await aWorkspace(database);
  await createCustomField(ctx, input);

  await expect(createCustomField(ctx, { ...given, choices: [...given.choices] })).rejects.toMatchObject({ code });
});

test("only a choice has choices, and it keeps at least one", async () => {
  const ctx = await aWorkspace(database);
  const choice = await createCustomField(ctx, input);
  const text = await createCustomField(ctx, { key: "note", label: "Note", type: "text", choices: [] });

  await expect(updateCustomField(ctx, { id: text.id, choices: ["a"] })).rejects.toMatchObject({
    code: "invalid_input",
  });
  await expect(updateCustomField(ctx, { id: choice.id, choices: [] })).rejects.toMatchObject({ code: "invalid_input" });
});

test("two people who add fields at once get places of their own", async () => {
  const ctx = await aWorkspace(database);
  const keys = ["a", "b", "c", "d"];

  await Promise.all(keys.map((key) => createCustomField(ctx, { key, label: key, type: "text", choices: [] })));

  const { items } = await listCustomFields(ctx);
  expect(items.map(({ position }) => position)).toEqual([0, 1, 2, 3]);
});
