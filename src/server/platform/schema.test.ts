import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { schemaTypes } from "#server/platform/write-schema-types.ts";
import { testDatabase } from "#test/database.ts";

const database = testDatabase();

test("the types of the tables are those of the migrated database (npm run db:types writes them)", async () => {
  const client = await database.ownerPool.connect();
  const types = await schemaTypes(client);
  client.release();

  expect(readFileSync(join(import.meta.dirname, "schema.ts"), "utf8")).toBe(types);
});
