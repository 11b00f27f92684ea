import { resolve } from "node:path";
import type pg from "pg";
import { AppError } from "#domain/errors.ts";
import { restoreJobs } from "#server/backup/jobs-copy.ts";
import { readManifest } from "#server/backup/manifest.ts";
import { fillTables, restoring } from "#server/backup/read-copy.ts";
import { restoreWorkspace } from "#server/backup/restore-workspace.ts";

export type Restored = { workspaces: string[]; rows: number; joined: string[] };

/** Restores whatever the folder holds: an exported workspace, or a backup of everything into an empty database. */
export async function restore(pool: pg.Pool, folder: string): Promise<Restored> {
  const dir = resolve(folder);
  const copy = { dir, manifest: readManifest(dir) };
  if (copy.manifest.holds === "workspace") {
    const { workspace, rows, joined } = await restoreWorkspace(pool, copy);
    return { workspaces: [workspace.slug], rows, joined };
  }

  return restoring(pool, copy, async (client, tables) => {
    const { rowCount } = await client.query("select from workspaces union all select from users limit 1");
    if (rowCount) throw new AppError("restore_refused", { reason: "database_not_empty" });

    const rows = await fillTables(
      client,
      copy,
      tables.filter(({ name }) => name !== "migrations"),
    );
    await restoreJobs(client, copy);
    const workspaces = await client.query<{ slug: string }>("select slug from workspaces order by slug");
    return { workspaces: workspaces.rows.map(({ slug }) => slug), rows, joined: [] };
  });
}
