import pg from "pg";
import { AppError } from "#domain/errors.ts";
import { isWorkspaceTable, type Table, tablesOfPeople } from "#server/backup/catalogue.ts";
import { waitingJobs } from "#server/backup/jobs-copy.ts";
import type { Manifest } from "#server/backup/manifest.ts";
import { type Selection, writeCopy } from "#server/backup/write-copy.ts";

type Input = { workspaceId: string; dir: string; ledgerKey?: string; onTable?: (table: string) => void };

/**
 * Writes all that a workspace holds, and the people in it with what they sign in with, as CSV files that anything can
 * read. The same record gives the same bytes. Runs as the owner of the database, since it reads past every scope.
 */
export async function exportWorkspace(
  pool: pg.Pool,
  { workspaceId, dir, ledgerKey, onTable }: Input,
): Promise<Manifest> {
  return writeCopy(pool, {
    dir,
    compress: false,
    ...(onTable ? { onTable } : {}),
    plan: async (client, tables) => ({
      holds: "workspace",
      workspace: await describe(client, workspaceId),
      ...(ledgerKey ? { ledgerKey } : {}),
      selections: [...tables.flatMap((table) => selectionOf(table, workspaceId)), waitingJobs(workspaceId)],
    }),
  });
}

async function describe(
  client: pg.PoolClient,
  workspaceId: string,
): Promise<{ id: string; slug: string; name: string }> {
  const { rows } = await client.query("select workspace_id as id, slug, name from workspaces where workspace_id = $1", [
    workspaceId,
  ]);
  if (!rows[0]) throw new AppError("not_found", { workspaceId });
  return rows[0];
}

function selectionOf(table: Table, workspaceId: string): Selection[] {
  const id = pg.escapeLiteral(workspaceId);
  if (isWorkspaceTable(table)) return [{ table, where: `workspace_id = ${id}` }];
  if (!tablesOfPeople.includes(table.name)) return [];

  const key = table.name === "users" ? "id" : "user_id";
  return [{ table, where: `${key} in (select user_id from memberships where workspace_id = ${id})` }];
}
