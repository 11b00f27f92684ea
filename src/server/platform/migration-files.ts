import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export type MigrationFile = {
  name: string;
  checksum: string;
  /** Whether a server that does not know this migration must not run against a database that has it. */
  breaking: boolean;
  sql: string;
};

export const migrationsDir = fileURLToPath(new URL("../../../db/migrations", import.meta.url));

/** The files in their order. A file that does not say what it means for an older server is a mistake of ours. */
export function readMigrations(directory: string): MigrationFile[] {
  return readdirSync(directory)
    .filter((file) => /^\d{4}_\w+\.sql$/.test(file))
    .sort()
    .map((file) => {
      const sql = readFileSync(join(directory, file), "utf8");
      const promise = /^-- (breaking|compatible)\b/.exec(sql)?.[1];
      if (!promise) throw new Error(`${file}: the first line must be "-- breaking" or "-- compatible"`);
      const checksum = createHash("sha256").update(sql).digest("hex");
      return { name: file.slice(0, -".sql".length), checksum, breaking: promise === "breaking", sql };
    });
}
