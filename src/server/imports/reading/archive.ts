import { type Entry, fromBufferPromise, openPromise, type ZipFile } from "yauzl";
import { AppError } from "#domain/errors.ts";
import { readWhole, type Source } from "#server/imports/reading/source.ts";

const entriesMax = 20_000;
const archiveInMemoryBytesMax = 256 * 1024 * 1024;

/** No file of an archive may unpack to more than this: a zip of some kilobytes can hold petabytes of nothing. */
const entryBytesMax = 8 * 1024 * 1024 * 1024;

/** The files in an archive, each to be read like one that came alone. */
export async function openArchive(source: Source): Promise<Source[]> {
  const zip = await openZip(source);
  try {
    const entries: Source[] = [];
    for await (const entry of zip.eachEntry()) {
      if (entries.length >= entriesMax) throw tooLarge(source);
      const isFile = !entry.fileName.endsWith("/") && !entry.isEncrypted();
      if (isFile && entry.uncompressedSize <= entryBytesMax) entries.push(entrySource(source, entry));
    }
    return entries;
  } catch (cause) {
    throw unreadable(source, cause);
  } finally {
    zip.close();
  }
}

function entrySource(archive: Source, entry: Entry): Source {
  return {
    name: entry.fileName,
    size: entry.uncompressedSize,
    path: null,
    stream: async function* () {
      const zip = await openZip(archive);
      try {
        yield* (await zip.openReadStreamPromise(entry)) as AsyncIterable<Uint8Array>;
      } catch (cause) {
        throw unreadable(archive, cause);
      } finally {
        zip.close();
      }
    },
  };
}

async function openZip(source: Source): Promise<ZipFile> {
  try {
    if (source.path) return await openPromise(source.path, { lazyEntries: true, autoClose: false });
    const content = await readWhole(source, archiveInMemoryBytesMax);
    if (!content) throw tooLarge(source);
    return await fromBufferPromise(content, { lazyEntries: true });
  } catch (cause) {
    throw unreadable(source, cause);
  }
}

function tooLarge(source: Source): AppError {
  return new AppError("invalid_input", { file: source.name, reason: "archive_too_large" });
}

function unreadable(source: Source, cause: unknown): unknown {
  if (cause instanceof AppError) return cause;
  return new AppError("invalid_input", { file: source.name, reason: "archive_unreadable", cause: String(cause) });
}
