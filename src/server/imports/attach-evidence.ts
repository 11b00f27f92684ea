import { createHash } from "node:crypto";
import type { Import } from "#api/imports.ts";
import { AppError } from "#domain/errors.ts";
import { insertAttachment } from "#server/imports/file-queries.ts";
import { getImport } from "#server/imports/get-import.ts";
import { markImportJob } from "#server/imports/jobs.ts";
import { requireImport } from "#server/imports/require-import.ts";
import { type Context, requireUser, transaction } from "#server/platform/context.ts";
import { enqueue } from "#server/platform/jobs.ts";

const bytesMax = 50 * 1024 * 1024;

/** Keeps a signed sheet or scans of cards with an import: what was only claimed is documented from now on. */
export async function attachEvidence(
  ctx: Context,
  { id, fileName, body }: { id: string; fileName: string; body: ReadableStream<Uint8Array> },
): Promise<Import> {
  await transaction(ctx, (tx) => requireImport(tx, id));
  const bytes = await collect(body);
  const fileHash = createHash("sha256").update(bytes).digest("hex");
  return transaction(ctx, async (tx) => {
    const { workspaceId } = tx.actor;
    const row = { workspaceId, importId: id, fileName, fileHash, bytes, createdAt: tx.now, createdBy: requireUser(tx) };
    await insertAttachment(tx.db, row);
    await enqueue(tx, markImportJob, { importId: id, mark: "documented" }, { key: `${id}:documented` });
    return getImport(tx, { id });
  });
}

async function collect(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > bytesMax)
      throw new AppError("invalid_input", { field: "file", reason: "file_too_large", max: bytesMax });
    chunks.push(chunk);
  }
  if (size === 0) throw new AppError("invalid_input", { field: "file", reason: "file_empty" });
  return Buffer.concat(chunks);
}
