import type { Import } from "#api/imports.ts";
import { getImport } from "#server/imports/get-import.ts";
import { storeFile } from "#server/imports/store-file.ts";
import { type Context, transaction } from "#server/platform/context.ts";

/** Takes a file in, byte by byte as it comes, and says what it is. */
export async function uploadImport(
  ctx: Context,
  { fileName, body }: { fileName: string; body: ReadableStream<Uint8Array> },
): Promise<Import> {
  const id = await storeFile(ctx, { fileName, bytesTotal: 0, bytes: body });
  return transaction(ctx, (tx) => getImport(tx, { id }));
}
