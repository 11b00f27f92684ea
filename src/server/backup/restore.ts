import { resolve } from "node:path";
import type pg from "pg";
import { AppError } from "#domain/errors.ts";
import { restoreJobs } from "#server/backup/jobs-copy.ts";
import { readManifest } from "#server/backup/manifest.ts";
import { fillTables, restoring } from "#server/backup/read-copy.ts";
import { type RestoredWorkspace, restoreWorkspace } from "#server/backup/restore-workspace.ts";

export type Restored = {
  workspaces: { workspaceId: string; slug: string }[];
  rows: number;
  joined: RestoredWorkspace["joined"];
  /** What signed the ledgers that came along. */
  ledgerKey: string | null;
};

/** Restores whatever the folder holds: an exported workspace, or a backup of everything into an empty database. */
export async function restore(pool: pg.Pool, folder: string): Promise<Restored> {
  const dir = resolve(folder);
  const copy = { dir, manifest: readManifest(dir) };
  const ledgerKey = copy.manifest.ledgerKey ?? null;
  if (copy.manifest.holds === "workspace") {
    const { workspace, rows, joined } = await restoreWorkspace(pool, copy);
    return { workspaces: [{ workspaceId: workspace.id, slug: workspace.slug }], rows, joined, ledgerKey };
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
    const { rows: workspaces } = await client.query<{ workspaceId: string; slug: string }>(
      'select workspace_id as "workspaceId", slug from workspaces order by slug',
    );
    return { workspaces, rows, joined: [], ledgerKey };
  });
}
