import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { rename, stat } from "node:fs/promises";
import { AppError } from "#domain/errors.ts";
import { hoursAfter } from "#domain/time.ts";
import { copyPath, listFolder, removeOldFiles } from "#server/number-lists/copy-files.ts";
import { graceHours } from "#server/number-lists/grace-hours.ts";
import { clearNumberListsJob } from "#server/number-lists/jobs.ts";
import { endCopies, findCopiesInForce, insertCopy, insertPiece } from "#server/number-lists/queries.ts";
import type { DatedBy } from "#server/number-lists/stored-copy.ts";
import { type Context, endOf, requireUser, transaction } from "#server/platform/context.ts";
import { enqueue } from "#server/platform/jobs.ts";
import { syncFolder } from "#server/platform/sync-folder.ts";

export type NewFile = {
  id: string;
  list: string;
  path: string;
  numbers: number;
  areaCodes: readonly string[] | null;
  copiedOn: string;
  datedBy: DatedBy;
  changedFrom: string | null;
};

const pieceBytes = 1024 * 1024;

/** Puts new copies in force and ends those that they replace, all in one transaction; then the files get their names. */
export async function storeCopies(
  ctx: Context,
  { added, replaced, fileNames }: { added: NewFile[]; replaced: string[]; fileNames: string[] },
): Promise<string | null> {
  if (added.length === 0) return null;
  const importId = randomUUID();
  const inForce = await transaction(ctx, async (tx) => {
    const importedBy = requireUser(tx);
    const now = endOf(tx);
    const ended = await endCopies(tx.db, replaced, {
      endedAt: now,
      endedBy: importedBy,
      ending: "replaced",
      replacedBy: importId,
    });
    if (ended.length < replaced.length) throw new AppError("conflict", { reason: "list_changed_meanwhile" });
    for (const copy of added) await storeCopy(tx, copy, { importId, importedAt: now, importedBy, fileNames });
    await enqueue(tx, clearNumberListsJob, {}, { key: "all", runAt: hoursAfter(now, graceHours) });
    return findCopiesInForce(tx);
  });

  for (const { id, path } of added) await rename(path, copyPath(ctx, id));
  syncFolder(await listFolder(ctx));
  await removeOldFiles(ctx, new Set(inForce.map(({ id }) => id)));
  return importId;
}

async function storeCopy(
  tx: Context,
  { path, numbers, areaCodes, ...copy }: NewFile,
  about: { importId: string; importedAt: Date; importedBy: string; fileNames: string[] },
): Promise<void> {
  const { workspaceId } = tx.actor;
  const { size } = await stat(path);
  const sha256 = await hashOfFile(path);
  await insertCopy(tx.db, {
    ...copy,
    ...about,
    workspaceId,
    sha256,
    areaCodes: areaCodes && [...areaCodes],
    numbers: String(numbers),
    bytesTotal: String(size),
  });
  let position = 0;
  for await (const bytes of createReadStream(path, { highWaterMark: pieceBytes })) {
    await insertPiece(tx.db, { workspaceId, copyId: copy.id, position, bytes });
    position += 1;
  }
}

async function hashOfFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const bytes of createReadStream(path, { highWaterMark: pieceBytes })) hash.update(bytes);
  return hash.digest("hex");
}
