import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ImportedList, UploadList } from "#api/number-lists.ts";
import { AppError } from "#domain/errors.ts";
import { takeSample } from "#server/imports/reading/sample.ts";
import { fileSource } from "#server/imports/reading/source.ts";
import { unfinishedPath } from "#server/number-lists/copy-files.ts";
import { importList } from "#server/number-lists/import-list.ts";
import { recogniseList } from "#server/number-lists/reading/recognise-list.ts";
import type { Context } from "#server/platform/context.ts";

/** Takes a list's file in over HTTP: laid on the disk as it comes, then imported as any other. */
export async function uploadList(ctx: Context, { body, ...wanted }: UploadList): Promise<ImportedList> {
  const { fileName, copiedOn, column } = wanted;
  const path = await unfinishedPath(ctx, `${randomUUID()}.upload`);
  const rejectedPath = `${path}.rejected`;
  try {
    await pipeline(
      Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]),
      createWriteStream(path, { mode: 0o600 }),
    );
    const source = await fileSource(path, fileName);
    if (source.size === 0) throw new AppError("invalid_input", { file: fileName, reason: "file_empty" });
    const list = wanted.list ?? recogniseList(await takeSample(source));
    if (!list) throw new AppError("invalid_input", { field: "list", file: fileName, reason: "list_needed" });
    const files = [{ path, name: fileName, rejectedPath }];
    return await importList(ctx, { list, files, copiedOn, column, isWhole: wanted.whole === "true" });
  } finally {
    await rm(path, { force: true });
    await rm(rejectedPath, { force: true });
  }
}
