import { sql } from "kysely";
import type { CopyInForce, StoredCopy } from "#server/number-lists/stored-copy.ts";
import type { Context, Db } from "#server/platform/context.ts";
import { kept } from "#server/platform/kept-statements.ts";

type NewCopy = {
  workspaceId: string;
  id: string;
  importId: string;
  list: string;
  copiedOn: string;
  datedBy: StoredCopy["datedBy"];
  areaCodes: string[] | null;
  numbers: string;
  bytesTotal: string;
  sha256: string;
  fileNames: string[];
  changedFrom: string | null;
  importedAt: Date;
  importedBy: string;
};

export async function insertCopy(db: Db, copy: NewCopy): Promise<void> {
  await db.insertInto("numberListCopies").values(copy).execute();
}

export async function insertPiece(
  db: Db,
  row: { workspaceId: string; copyId: string; position: number; bytes: Buffer },
): Promise<void> {
  await db.insertInto("numberListChunks").values(row).execute();
}

export async function findPiece(db: Db, copyId: string, position: number): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom("numberListChunks")
    .select("bytes")
    .where("copyId", "=", copyId)
    .where("position", "=", position)
    .executeTakeFirst();
  return row?.bytes;
}

/** Of every list the copies that count now, the newest first. The gate asks this before every call. */
export async function findCopiesInForce(tx: Context, list: string | null = null): Promise<CopyInForce[]> {
  const { rows } = await sql<CopyInForce>`
    ${kept} select id, list, copied_on as "copiedOn", dated_by as "datedBy", area_codes as "areaCodes",
      numbers::float8 as numbers, bytes_total::float8 as "bytesTotal", sha256
    from number_list_copies
    where workspace_id = ${tx.actor.workspaceId}::uuid and ended_at is null
      and (${list}::text is null or list = ${list}::text)
    order by list, copied_on desc, id desc`.execute(tx.db.withoutPlugins());
  return rows;
}

/** Copies as they are shown: with who imported them. */
export async function findCopies(
  tx: Context,
  wanted: { inForce: boolean; before: { importedAt: Date; id: string } | undefined; limit: number },
): Promise<StoredCopy[]> {
  const rows = await tx.db
    .selectFrom("numberListCopies as c")
    .innerJoin("users as u", "u.id", "c.importedBy")
    .selectAll("c")
    .select("u.name as importedByName")
    .where("c.workspaceId", "=", tx.actor.workspaceId)
    .$if(wanted.inForce, (query) => query.where("c.endedAt", "is", null))
    .$if(wanted.before !== undefined, (query) =>
      query.where((where) =>
        where.or([
          where("c.importedAt", "<", wanted.before?.importedAt ?? tx.now),
          where.and([
            where("c.importedAt", "=", wanted.before?.importedAt ?? tx.now),
            where("c.id", "<", wanted.before?.id ?? ""),
          ]),
        ]),
      ),
    )
    .orderBy("c.importedAt", "desc")
    .orderBy("c.id", "desc")
    .limit(wanted.limit)
    .execute();
  return rows.map((row) => ({
    ...row,
    datedBy: row.datedBy as StoredCopy["datedBy"],
    ending: row.ending as StoredCopy["ending"],
    numbers: Number(row.numbers),
  }));
}

/** Ends copies that are in force; returns those that were. */
export async function endCopies(
  db: Db,
  ids: readonly string[],
  end: { endedAt: Date; endedBy: string; ending: "replaced" | "withdrawn"; replacedBy?: string },
): Promise<string[]> {
  if (ids.length === 0) return [];
  const ended = await db
    .updateTable("numberListCopies")
    .set(end)
    .where("id", "in", ids)
    .where("endedAt", "is", null)
    .returning("id")
    .execute();
  return ended.map(({ id }) => id);
}

/** The copies in force that an import made. */
export async function findCopiesOfImport(db: Db, importId: string): Promise<{ id: string; list: string }[]> {
  return db
    .selectFrom("numberListCopies")
    .select(["id", "list"])
    .where("importId", "=", importId)
    .where("endedAt", "is", null)
    .execute();
}

/** Puts the copies in force again that an import replaced, as far as their numbers are still there. */
export async function reinstateCopies(db: Db, importId: string): Promise<number> {
  const back = await db
    .updateTable("numberListCopies")
    .set({ endedAt: null, endedBy: null, ending: null, replacedBy: null })
    .where("replacedBy", "=", importId)
    .where("clearedAt", "is", null)
    .returning("id")
    .execute();
  return back.length;
}

/** Takes the numbers of copies away that ended before `until`; the copies themselves stay on record. */
export async function clearEndedCopies(db: Db, { until, now }: { until: Date; now: Date }): Promise<void> {
  const cleared = await db
    .updateTable("numberListCopies")
    .set({ clearedAt: now })
    .where("endedAt", "<=", until)
    .where("clearedAt", "is", null)
    .returning("id")
    .execute();
  if (cleared.length === 0) return;
  const ids = cleared.map(({ id }) => id);
  await db.deleteFrom("numberListChunks").where("copyId", "in", ids).execute();
}

/** Every number of which the workspace itself knows a standing no to calls: of the number, or of the person who has it. */
export async function readInternalNumbers(tx: Context): Promise<string[]> {
  const { rows } = await sql<{ point: string }>`
    with standing as (
      select s.contact_id, s.point, s.kind, s.channels from suppressions s
      where s.workspace_id = ${tx.actor.workspaceId}::uuid and not exists (select from suppression_endings e
        where e.workspace_id = s.workspace_id and e.suppression_id = s.id))
    select s.point from standing s where s.point like '+%'
    union
    select p.value from standing s
    join contacts c on c.workspace_id = ${tx.actor.workspaceId}::uuid
      and (c.id = s.contact_id or c.merged_into_id = s.contact_id)
    join contact_points p on p.workspace_id = c.workspace_id and p.contact_id = c.id and p.kind = 'phone'
    where s.kind not in ('list', 'wrong_person')`.execute(tx.db.withoutPlugins());
  return rows.map(({ point }) => point);
}
