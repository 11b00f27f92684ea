import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";

/** A file to import. `stream` may be called again and again: some formats are read twice. */
export type Source = {
  name: string;
  size: number;
  /** Where it lies on disk; null when it is only in memory. Archives are read from there. */
  path: string | null;
  stream: () => AsyncIterable<Uint8Array>;
};

const chunkBytes = 256 * 1024;

export async function fileSource(path: string, name = basename(path)): Promise<Source> {
  const { size } = await stat(path);
  return { name, size, path, stream: () => createReadStream(path, { highWaterMark: chunkBytes }) };
}

export function bytesSource(name: string, bytes: Uint8Array | string): Source {
  const content = typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes;
  return {
    name,
    size: content.byteLength,
    path: null,
    stream: async function* () {
      for (let at = 0; at < content.byteLength; at += chunkBytes) yield content.subarray(at, at + chunkBytes);
    },
  };
}

/** The whole of a small source; refuses to go on beyond `bytesMax`. */
export async function readWhole(source: Source, bytesMax: number): Promise<Buffer | null> {
  if (source.size > bytesMax) return null;
  const chunks: Uint8Array[] = [];
  for await (const chunk of source.stream()) chunks.push(chunk);
  return Buffer.concat(chunks);
}
