import type pg from "pg";
import { AppError } from "#domain/errors.ts";
import { isWorkspaceTable, type Table, tablesOfPeople } from "#server/backup/catalogue.ts";
import { restoreJobs } from "#server/backup/jobs-copy.ts";
import type { Manifest } from "#server/backup/manifest.ts";
import { type Copy, fillTables, restoring } from "#server/backup/read-copy.ts";

export type RestoredWorkspace = {
  workspace: NonNullable<Manifest["workspace"]>;
  rows: number;
  /** People who were here already under another identifier; the record now names that one. */
  joined: { email: string; former: string; present: string }[];
};

/** Puts an exported workspace into this database, beside the others that it may hold; all of it or nothing. */
export async function restoreWorkspace(pool: pg.Pool, copy: Copy): Promise<RestoredWorkspace> {
  const { workspace } = copy.manifest;
  if (!workspace) throw new AppError("restore_refused", { folder: copy.dir, reason: "not_a_workspace" });

  return restoring(pool, copy, async (client, tables) => {
    await refuseTaken(client, workspace);
    const { replace, joined } = await restorePeople(client, copy, tables);
    const rows = await fillTables(client, copy, tables.filter(isWorkspaceTable), { replace });
    await restoreJobs(client, copy, replace);
    return { workspace, rows, joined };
  });
}

async function refuseTaken(client: pg.PoolClient, { id, slug }: RestoredWorkspace["workspace"]): Promise<void> {
  const { rowCount } = await client.query("select from workspaces where workspace_id = $1 or slug = $2", [id, slug]);
  if (rowCount) throw new AppError("restore_refused", { reason: "workspace_exists", slug });
}

/** Who is here already keeps their own name, password and second factor; the others come with theirs. */
async function restorePeople(client: pg.PoolClient, copy: Copy, tables: Table[]) {
  const people = tables.filter(({ name }) => tablesOfPeople.includes(name));
  const into = new Map(people.map(({ name }) => [name, `arriving_${name}`]));
  for (const { name } of people) {
    await client.query(`create temporary table arriving_${name} (like ${name}) on commit drop`);
  }
  await fillTables(
    client,
    copy,
    people.map((table) => ({ ...table, sequences: [] })),
    { into },
  );

  const { rows: known } = await client.query<{ arriving: string; present: string; email: string }>(
    "select a.id as arriving, u.id as present, u.email from arriving_users a join users u on u.email = a.email or u.id = a.id",
  );
  const present = known.map(({ arriving }) => arriving);
  for (const { name, columns } of people) {
    const key = name === "users" ? "id" : "user_id";
    const list = columns.map((column) => `"${column}"`).join(", ");
    await client.query(
      `insert into ${name} (${list}) select ${list} from arriving_${name} where ${key} <> all ($1::uuid[])`,
      [present],
    );
  }
  const moved = known.filter((person) => person.arriving !== person.present);
  return {
    replace: new Map(moved.map((person) => [person.arriving, person.present])),
    joined: moved.map(({ email, arriving, present }) => ({ email, former: arriving, present })),
  };
}
