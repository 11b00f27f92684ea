import { type SqlBool, sql } from "kysely";
import { isAbout } from "#domain/rights/traces.ts";
import type { Context } from "#server/platform/context.ts";
import { type Person, patternsOf } from "#server/rights/person.ts";
import { dropFile, isStored, rewriteTable } from "#server/rights/stored-files.ts";

/** What became of a file that she came in. An attachment is a picture or a document that only a person can read. */
export type FileErasure = {
  importId: string;
  file: "table" | "attachment";
  became: "rewritten" | "dropped" | "untouched" | "to_be_looked_at";
  rows: number;
};

type Touched = { id: string; fileName: string; state: string; format: string | null; people: number };

/** Takes her rows out of the stored files of imports; one that cannot be rewritten row by row is dropped. */
export async function eraseFromFiles(tx: Context, person: Person): Promise<FileErasure[]> {
  const done: FileErasure[] = [];
  for (const each of await touchedImports(tx, person)) {
    if (await isStored(tx, each.id)) done.push(await eraseFromTable(tx, each, person));
    done.push(...(await eraseAttachments(tx, each)));
  }
  return done;
}

async function eraseFromTable(tx: Context, each: Touched, person: Person): Promise<FileErasure> {
  const rows = await rewriteTable(tx, each, async (records) => records.map((cells) => isAbout(cells, person)));
  if (rows === null) await dropFile(tx, each.id);
  const became = rows === null ? "dropped" : rows > 0 ? "rewritten" : "untouched";
  return { importId: each.id, file: "table", became, rows: rows ?? 0 };
}

/** A sheet of several people stays, and the certificate names it: somebody must look at it. */
async function eraseAttachments(tx: Context, { id, people }: Touched): Promise<FileErasure[]> {
  const isHersAlone = people <= 1;
  const { rows } = isHersAlone
    ? await sql`delete from ${sql.table("import_attachments")} where import_id = ${id}::uuid returning id`.execute(
        tx.db,
      )
    : await sql`select id from import_attachments where import_id = ${id}::uuid`.execute(tx.db);
  const became = isHersAlone ? "dropped" : "to_be_looked_at";
  return rows.map(() => ({ importId: id, file: "attachment" as const, became, rows: 0 }));
}

/** Every import that says something of her, and those still waiting, which may. */
async function touchedImports(tx: Context, person: Person): Promise<Touched[]> {
  const workspace = sql`${tx.actor.workspaceId}::uuid`;
  const ids = sql`any(${person.ids}::uuid[])`;
  const found = sql<SqlBool>`i.id in (
    select import_id from import_rows where workspace_id = ${workspace} and (contact_id = ${ids}
      or (contact_id is null and cells is not null and cells::text ilike any(${patternsOf(person)}::text[])))
    union all select import_id from touchpoints where workspace_id = ${workspace} and contact_id = ${ids}
    union all select import_id from contact_points where workspace_id = ${workspace} and contact_id = ${ids}
    union all select import_id from contacts where workspace_id = ${workspace} and id = ${ids}
    union all select import_id from consents where workspace_id = ${workspace} and contact_id = ${ids}
    union all select import_id from suppressions where workspace_id = ${workspace} and contact_id = ${ids}
    union all select import_id from relationships where workspace_id = ${workspace} and contact_id = ${ids})`;
  const { rows } = await sql<Touched>`
    select i.id, i.file_name as "fileName", i.state, i.format, (
      select count(distinct r.contact_id)::int from import_rows r
      where r.workspace_id = i.workspace_id and r.import_id = i.id) as people
    from imports i
    where i.workspace_id = ${workspace} and (${found} or i.state in ('waiting', 'stopped', 'failed'))
    order by i.id`.execute(tx.db.withoutPlugins());
  return rows;
}
