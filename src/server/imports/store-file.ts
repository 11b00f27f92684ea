import { createHash } from "node:crypto";
import { AppError } from "#domain/errors.ts";
import { insertChunk } from "#server/imports/file-queries.ts";
import { insertImport, markStored } from "#server/imports/queries.ts";
import { detectFormat } from "#server/imports/read-rows.ts";
import { guessEncoding } from "#server/imports/reading/encoding.ts";
import type { Sample } from "#server/imports/reading/sample.ts";
import type { Source } from "#server/imports/reading/source.ts";
import { withStoredFile } from "#server/imports/stored-source.ts";
import { commitSoon } from "#server/platform/commit-soon.ts";
import { type Context, requireUser, transaction } from "#server/platform/context.ts";

const chunkBytes = 256 * 1024;
const fileBytesMax = 4 * 1024 ** 3;

/**
 * Keeps a file before anything is made of it, so that any process can go on from here and the evidence stays. The
 * chunks are committed one by one; an upload that breaks off leaves a row in state `uploading`, which is swept.
 */
export async function storeFile(
  ctx: Context,
  { fileName, bytesTotal, bytes }: { fileName: string; bytesTotal: number; bytes: AsyncIterable<Uint8Array> },
): Promise<string> {
  const { workspaceId } = ctx.actor;
  const createdBy = requireUser(ctx);
  const importId = await transaction(ctx, (tx) =>
    insertImport(tx.db, { workspaceId, fileName, bytesTotal, createdAt: ctx.now, createdBy }),
  );

  const hash = createHash("sha256");
  const guess = guessEncoding();
  let encoding: string | null = null;
  let position = 0;
  let stored = 0;
  for await (const chunk of inChunks(bytes)) {
    hash.update(chunk);
    encoding ??= guess.take(chunk);
    stored += chunk.byteLength;
    if (stored > fileBytesMax) throw new AppError("invalid_input", { field: "file", reason: "file_too_large" });
    const row = { workspaceId, importId, position: position++, bytes: chunk };
    await transaction(ctx, (tx) => Promise.all([commitSoon(tx), insertChunk(tx.db, row)]));
  }

  const fileHash = hash.digest("hex");
  const { format, container } = await withStoredFile(ctx, { id: importId, fileName, bytesTotal: stored }, kindOf);
  const spelled = container === "text" ? (encoding ?? guess.end()) : null;
  const file = { fileHash, bytesTotal: stored, format, encoding: spelled };
  await transaction(ctx, (tx) => markStored(tx.db, importId, file));
  return importId;
}

async function kindOf(source: Source): Promise<{ format: string; container: Sample["container"] }> {
  const { format, sample } = await detectFormat(source, {});
  return { format: format.slug, container: sample.container };
}

/** The same bytes in pieces of one size, whatever the network cut them into. */
async function* inChunks(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  for await (const piece of bytes) {
    waiting.push(piece);
    size += piece.byteLength;
    if (size < chunkBytes) continue;
    const joined = Buffer.concat(waiting);
    let at = 0;
    for (; at + chunkBytes <= joined.byteLength; at += chunkBytes) yield joined.subarray(at, at + chunkBytes);
    waiting = [joined.subarray(at)];
    size = joined.byteLength - at;
  }
  if (size > 0) yield Buffer.concat(waiting);
}
