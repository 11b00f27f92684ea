import { type Selectable, sql } from "kysely";
import type { ImportOptions, ImportState, RowReason } from "#api/imports.ts";
import type { Db } from "#server/platform/context.ts";
import type { Imports } from "#server/platform/schema.ts";

export type StoredImport = Selectable<Imports>;

/** What one batch adds to the counts of its import. */
export type BatchCounts = {
  created: number;
  updated: number;
  merged: number;
  skipped: number;
  rejected: number;
  warned: number;
  claimed: number;
  touchpoints: number;
  consents: number;
  suppressions: number;
};

export async function insertImport(
  db: Db,
  row: { workspaceId: string; fileName: string; bytesTotal: number; createdAt: Date; createdBy: string },
): Promise<string> {
  const { id } = await db
    .insertInto("imports")
    .values({ ...row, state: "uploading" })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function findImport(db: Db, id: string): Promise<StoredImport | undefined> {
  return db.selectFrom("imports").selectAll().where("id", "=", id).executeTakeFirst();
}

/** An import of these very bytes that began and did not come to its end. */
export async function findUnfinishedImport(db: Db, fileHash: string): Promise<StoredImport | undefined> {
  return db
    .selectFrom("imports")
    .selectAll()
    .where("fileHash", "=", fileHash)
    .where("state", "in", ["running", "stopped", "failed"])
    .orderBy("createdAt", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** Imports that a process was busy with; whether it still lives, its advisory lock tells. */
export async function findImportsAtWork(db: Db): Promise<StoredImport[]> {
  return db
    .selectFrom("imports")
    .selectAll()
    .where("state", "in", ["uploading", "running", "undoing"])
    .orderBy("id")
    .limit(1000)
    .execute();
}

export async function markStored(
  db: Db,
  id: string,
  row: { fileHash: string; bytesTotal: number; format: string; encoding: string | null },
): Promise<void> {
  await db
    .updateTable("imports")
    .set({ ...row, state: "waiting" })
    .where("id", "=", id)
    .where("state", "=", "uploading")
    .execute();
}

/** Moves an import from one of the states that allow it; false where it is in another. */
export async function moveImport(
  db: Db,
  id: string,
  from: readonly ImportState[],
  change: {
    state: ImportState;
    format?: string;
    options?: ImportOptions;
    problem?: RowReason | null;
    continuedAt?: Date;
    finishedAt?: Date | null;
    undoneAt?: Date;
    undoneBy?: string | null;
    undoReport?: unknown;
  },
): Promise<boolean> {
  const { options, problem, undoReport, ...plain } = change;
  const moved = await db
    .updateTable("imports")
    .set({
      ...plain,
      ...(options ? { options: JSON.stringify(options) } : {}),
      ...(problem === undefined ? {} : { problem: problem && JSON.stringify(problem) }),
      ...(undoReport === undefined ? {} : { undoReport: JSON.stringify(undoReport) }),
    })
    .where("id", "=", id)
    .where("state", "in", from)
    .returning("id")
    .executeTakeFirst();
  return moved !== undefined;
}

/**
 * Counts a batch, in the transaction that writes it; false where the import is no longer running or another process
 * has written these rows, and then nothing of the batch may stay.
 */
export async function countBatch(
  db: Db,
  id: string,
  rows: { before: number; after: number },
  bytesDone: number,
  counts: BatchCounts,
): Promise<boolean> {
  const plus = (name: keyof BatchCounts) => sql<number>`${sql.ref(name)} + ${counts[name]}`;
  const counted = await db
    .updateTable("imports")
    .set({
      rowsDone: rows.after,
      bytesDone,
      created: plus("created"),
      updated: plus("updated"),
      merged: plus("merged"),
      skipped: plus("skipped"),
      rejected: plus("rejected"),
      warned: plus("warned"),
      claimed: plus("claimed"),
      touchpoints: plus("touchpoints"),
      consents: plus("consents"),
      suppressions: plus("suppressions"),
    })
    .where("id", "=", id)
    .where("state", "=", "running")
    .where("rowsDone", "=", String(rows.before))
    .returning("id")
    .executeTakeFirst();
  return counted !== undefined;
}

export async function deleteImport(db: Db, id: string): Promise<boolean> {
  await db.deleteFrom("importAttachments").where("importId", "=", id).execute();
  await db.deleteFrom("importChunks").where("importId", "=", id).execute();
  const gone = await db
    .deleteFrom("imports")
    .where("id", "=", id)
    .where((eb) =>
      eb.or([
        eb("state", "in", ["uploading", "waiting"]),
        // It began and failed, or was stopped, before its first row.
        eb.and([eb("state", "in", ["failed", "stopped"]), eb("rowsDone", "=", "0")]),
      ]),
    )
    .returning("id")
    .executeTakeFirst();
  return gone !== undefined;
}

export async function markConfirmed(db: Db, id: string, at: Date, by: string): Promise<void> {
  await db
    .updateTable("imports")
    .set({ confirmedAt: at, confirmedBy: by })
    .where("id", "=", id)
    .where("confirmedAt", "is", null)
    .execute();
}

export async function saveUndoReport(db: Db, id: string, report: unknown): Promise<void> {
  await db
    .updateTable("imports")
    .set({ undoReport: JSON.stringify(report) })
    .where("id", "=", id)
    .where("state", "=", "undoing")
    .execute();
}

export async function findNames(db: Db, userIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom("users")
    .select(["id", "name"])
    .where("id", "in", [...userIds, noId])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

const noId = "00000000-0000-0000-0000-000000000000";
