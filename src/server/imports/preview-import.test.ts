import { expect, test } from "vitest";
import { previewImport } from "#server/imports/preview-import.ts";
import { storeFile } from "#server/imports/store-file.ts";
import { testDatabase } from "#test/database.ts";
import { aWorkspace } from "#test/factories.ts";

const database = testDatabase();
const words = "May we call you? I agree to be called at my number";

test("the preview counts all rows, and shows what each person agreed to", async () => {
  const ctx = await aWorkspace(database, { country: "US", timeZone: "America/New_York" });
  const lines = Array.from({ length: 60 }, (_, at) => `Ada ${at},ada${at}@example.com,2026-11-20,yes`);
  const content = [`Name,Email,Date,${words}`, ...lines].join("\n");

  const preview = await previewImport(ctx, { id: await stored(ctx, content), options: {} });

  expect(preview.total).toEqual({ rows: 60, people: 60, exact: true });
  expect(preview).toMatchObject({ complete: false });
  expect(preview.rows).toHaveLength(50);
  expect(preview.rows[0]?.consents).toMatchObject([{ words: expect.stringContaining(words) }]);
});

test("a table of which nothing is known asks for a mapping, and makes nobody until it has one", async () => {
  const ctx = await aWorkspace(database);
  const id = await stored(ctx, "Dear diary,\nit rained again.\n");

  const asked = await previewImport(ctx, { id, options: {} });
  const told = await previewImport(ctx, { id, options: { mapping: { "Column 1": "name" } } });

  expect(asked).toMatchObject({ rows: [], total: { people: 0 }, columns: [{ name: "Column 1", field: "custom" }, {}] });
  expect(asked.questions).toContain("mapping");
  expect(told.questions).not.toContain("mapping");
  expect(told.rows.map(({ people }) => people[0]?.name)).toEqual(["Dear diary", "it rained again."]);
});

test("a number that cannot be placed is reported by the column of the file", async () => {
  const ctx = await aWorkspace(database);
  const id = await stored(ctx, "Name,Office line\nAda,020 7946 0000\n");

  const { rows } = await previewImport(ctx, { id, options: {} });

  expect(rows[0]?.warnings).toEqual([{ code: "phone_country_unknown", column: "Office line", value: "020 7946 0000" }]);
});

function stored(ctx: Parameters<typeof storeFile>[0], content: string): Promise<string> {
  const bytes = Buffer.from(content);
  return storeFile(ctx, { fileName: "list.csv", bytesTotal: bytes.byteLength, bytes: once(bytes) });
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
