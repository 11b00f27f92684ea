import { expect, test } from "vitest";
import { defaultPlaybook } from "#domain/playbooks/default-playbooks.ts";
import { transaction } from "#server/platform/context.ts";
import { getPlaybook } from "#server/playbooks/get-playbook.ts";
import { loadPlaybook } from "#server/playbooks/load-playbook.ts";
import { restorePlaybook, savePlaybook } from "#server/playbooks/save-playbook.ts";
import { testDatabase } from "#test/database.ts";
import { aWorkspace } from "#test/factories.ts";

const database = testDatabase();
const content = defaultPlaybook("b2b_software", "en");
const wanted = { profile: "cfo", language: "en" } as const;

test("every saved version stays, and an older one can be made the newest again", async () => {
  const ctx = await aWorkspace(database);

  await savePlaybook(ctx, { ...wanted, basedOn: 0, content: { ...content, close: "first" } });
  await savePlaybook(ctx, { ...wanted, basedOn: 1, content: { ...content, close: "second" } });
  await restorePlaybook(ctx, { ...wanted, version: 1 });

  const { playbook, versions } = await getPlaybook(ctx, wanted);
  expect(playbook).toMatchObject({ version: 3, content: { close: "first" }, savedBy: { name: "Mei Lin" } });
  expect(versions.map(({ version }) => version)).toEqual([3, 2, 1, 0]);
});

test("two who edit the same version do not overwrite each other", async () => {
  const ctx = await aWorkspace(database);

  const saved = await Promise.allSettled(
    [1, 2, 3, 4].map((each) => savePlaybook(ctx, { ...wanted, basedOn: 0, content: { ...content, close: `${each}` } })),
  );

  expect(saved.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test.each([
  ["Hello {nickname}", "unknown"],
  ["We met {when}", "outside_brackets"],
])("an opening %j is refused as %s", async (neutral, flaw) => {
  const ctx = await aWorkspace(database);

  await expect(
    savePlaybook(ctx, { ...wanted, basedOn: 0, content: { ...content, openings: { neutral } } }),
  ).rejects.toMatchObject({ code: "placeholder_unknown", details: { flaws: [{ field: "openings.neutral", flaw }] } });
});

test("a profile without a playbook of its own in a language has the related one, then the workspace's", async () => {
  const ctx = await aWorkspace(database);
  const chinese = { profile: "cfo", language: "zh-Hans" } as const;
  await savePlaybook(ctx, { ...chinese, basedOn: 0, content: { ...content, close: "简体" } });
  await savePlaybook(ctx, { profile: "default", language: "en", basedOn: 0, content: { ...content, close: "ours" } });
  const load = (language: "en" | "zh-Hant", profile = "cfo") =>
    transaction(ctx, (tx) => loadPlaybook(tx, { profile, language, preset: "b2b_software" }));

  expect((await load("zh-Hant")).content.close).toBe("简体");
  expect((await load("en")).content.close).toBe("ours");
  expect(await load("zh-Hant", "coo")).toMatchObject({ id: null, version: 0 });
});
