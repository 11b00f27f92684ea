import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { loadChunk } from "#server/imports/file-queries.ts";
import { fileSource, type Source } from "#server/imports/reading/source.ts";
import { type Context, transaction } from "#server/platform/context.ts";

type Stored = { id: string; fileName: string; bytesTotal: number };

/** A stored file, read chunk by chunk as far as somebody wants to read. */
export function storedSource(ctx: Context, { id, fileName, bytesTotal }: Stored): Source {
  return {
    name: fileName,
    size: bytesTotal,
    path: null,
    stream: async function* () {
      for (let position = 0; ; position++) {
        const chunk = await transaction(ctx, (tx) => loadChunk(tx.db, id, position));
        if (!chunk) return;
        yield chunk;
      }
    },
  };
}

/**
 * Gives the work a source that it can read in any order: archives and workbooks are laid on disk for as long as it
 * takes, everything else comes straight from the database.
 */
export async function withStoredFile<Result>(
  ctx: Context,
  stored: Stored,
  work: (source: Source) => Promise<Result>,
): Promise<Result> {
  const source = storedSource(ctx, stored);
  if (!(await isArchive(source))) return work(source);

  const folder = await mkdtemp(join(tmpdir(), "warmline-import-"));
  try {
    const path = join(folder, "file");
    await pipeline(Readable.from(source.stream()), createWriteStream(path));
    return await work(await fileSource(path, stored.fileName));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function isArchive(source: Source): Promise<boolean> {
  for await (const chunk of source.stream()) return chunk[0] === 0x50 && chunk[1] === 0x4b;
  return false;
}
