import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { findPiece } from "#server/number-lists/queries.ts";
import type { CopyInForce } from "#server/number-lists/stored-copy.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { isAlive } from "#server/platform/processes.ts";
import { syncFolder } from "#server/platform/sync-folder.ts";

/*
 * The files of this process, by workspace. The database holds the truth; a file is a copy of it that can be looked into
 * within microseconds, and is fetched again where it is missing.
 */

type Wanted = Pick<CopyInForce, "id" | "bytesTotal" | "sha256">;

export async function listFolder(ctx: Context): Promise<string> {
  const folder = join(resolve(ctx.dataDir), "lists", ctx.actor.workspaceId);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return folder;
}

export function copyPath(ctx: Context, id: string): string {
  return join(resolve(ctx.dataDir), "lists", ctx.actor.workspaceId, `${id}.numbers`);
}

/** A name in the folder for what is not finished; it ends with the process that is at it. */
export async function unfinishedPath(ctx: Context, name: string): Promise<string> {
  return join(await listFolder(ctx), `${name}.partial-${process.pid}`);
}

const fetching = new Map<string, Promise<string>>();

/** Where the file of a copy lies: fetched first, once for all who ask, where this process has not got it yet. */
export async function fileOfCopy(ctx: Context, copy: Wanted): Promise<string> {
  const path = copyPath(ctx, copy.id);
  if (existsSync(path)) return path;
  const begun = fetching.get(path) ?? fetchCopy(ctx, copy, path).finally(() => fetching.delete(path));
  fetching.set(path, begun);
  return begun;
}

async function fetchCopy(ctx: Context, { id, bytesTotal, sha256 }: Wanted, path: string): Promise<string> {
  const partial = await unfinishedPath(ctx, id);
  const hash = createHash("sha256");
  const file = await open(partial, "w", 0o600);
  let bytes = 0;
  try {
    for (let position = 0; ; position += 1) {
      const piece = await transaction(ctx, (tx) => findPiece(tx.db, id, position));
      if (!piece) break;
      hash.update(piece);
      bytes += piece.byteLength;
      await file.write(piece);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  if (bytes !== bytesTotal || hash.digest("hex") !== sha256) {
    await rm(partial, { force: true });
    throw new Error(`the copy ${id} of a do-not-call list is damaged in the database`);
  }
  await rename(partial, path);
  syncFolder(await listFolder(ctx));
  return path;
}

const hourMs = 3_600_000;

/** Removes files of copies that are no longer in force, and what dead processes left unfinished. */
export async function removeOldFiles(ctx: Context, inForce: ReadonlySet<string>): Promise<void> {
  const folder = await listFolder(ctx);
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const pid = /\.partial-(\d+)/.exec(name)?.[1];
    if (pid) {
      if (!isAlive(Number(pid))) await rm(path, { force: true });
      continue;
    }
    const id = /^(.+)\.numbers$/.exec(name)?.[1];
    // Young files may be those of an import that commits at this moment.
    const isOld = async () => ctx.now.getTime() - ((await stat(path).catch(() => null))?.mtimeMs ?? 0) > hourMs;
    if (id && !inForce.has(id) && (await isOld())) await rm(path, { force: true });
  }
}
