import type { Db } from "#server/platform/context.ts";

export async function insertChunk(
  db: Db,
  row: { workspaceId: string; importId: string; position: number; bytes: Buffer },
): Promise<void> {
  await db.insertInto("importChunks").values(row).execute();
}

export async function loadChunk(db: Db, importId: string, position: number): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom("importChunks")
    .select("bytes")
    .where("importId", "=", importId)
    .where("position", "=", position)
    .executeTakeFirst();
  return row?.bytes;
}

export async function insertAttachment(
  db: Db,
  row: {
    workspaceId: string;
    importId: string;
    fileName: string;
    fileHash: string;
    bytes: Buffer;
    createdAt: Date;
    createdBy: string;
  },
): Promise<void> {
  await db.insertInto("importAttachments").values(row).execute();
}

const noId = "00000000-0000-0000-0000-000000000000";

export async function findAttachments(
  db: Db,
  importIds: readonly string[],
): Promise<{ importId: string; id: string; fileName: string }[]> {
  return db
    .selectFrom("importAttachments")
    .select(["importId", "id", "fileName"])
    .where("importId", "in", [...importIds, noId])
    .orderBy("id")
    .execute();
}
