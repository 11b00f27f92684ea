import { z } from "zod";
import { backUpWith } from "#server/backup/back-up-schedules.ts";
import { instanceCommand } from "#server/platform/command.ts";
import { openDatabase } from "#server/platform/database.ts";
import { planMigrations } from "#server/platform/migrate.ts";
import { migrateDatabase } from "#server/platform/prepare-database.ts";

/** Brings the database to this version; `--check` says what it would do and changes nothing. */
export const migrateCommand = instanceCommand({
  name: "migrate",
  summary: "Brings the database to this version",
  usage: "[--check]",
  options: { check: { type: "boolean" } },
  input: z.object({ check: z.boolean().default(false), json: z.boolean().default(false) }),
  run: async ({ config, log }, { check, json }, terminal) => {
    const database = await openDatabase(config, log);
    try {
      if (check) {
        const { pending } = await planMigrations({ pool: database.ownerPool });
        const words = pending.length === 0 ? "nothing to do" : `would apply ${pending.join(", ")}`;
        terminal.out(json ? JSON.stringify({ pending }) : words);
        return "ok";
      }
      const { applied } = await migrateDatabase(database, { log, backUp: backUpWith(config, database.ownerPool) });
      const words = applied.length === 0 ? "nothing to do" : `applied ${applied.join(", ")}`;
      terminal.out(json ? JSON.stringify({ applied }) : words);
      return "ok";
    } finally {
      await database.close();
    }
  },
});
