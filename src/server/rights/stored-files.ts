import { sql } from "kysely";
import { openRecords } from "#server/imports/reading/records.ts";
import { storedSource } from "#server/imports/stored-source.ts";
import type { Context } from "#server/platform/context.ts";

type Stored = { id: string; fileName: string; format: string | null };

/** Files that are no tables: one of their records cannot be taken out without knowing the format. */
const noTables = /^(vcard|mbox|ics|webvtt|.*archive)$/;
const chunkBytes = 256 * 1024;

export async function isStored(tx: Context, importId: string): Promise<boolean> {
  const { rows } = await sql`select from import_chunks
    where workspace_id = ${tx.actor.workspaceId}::uuid and import_id = ${importId}::uuid limit 1`.execute(tx.db);
  return rows.length > 0;
}

/** The import keeps its counts and the reasons of its rows; the file itself is gone. */
export async function dropFile(tx: Context, importId: string): Promise<void> {
  await sql`delete from ${sql.table("import_chunks")}
    where workspace_id = ${tx.actor.workspaceId}::uuid and import_id = ${importId}::uuid`.execute(tx.db);
}

/**
 * Writes a stored table again without the records that are hers: an empty one stands for each, so that every other
 * keeps its place. Answers how many; null where the file is no table that can be written again. A file without any is
 * left as it is, byte by byte.
 */
export async function rewriteTable(
  tx: Context,
  stored: Stored,
  areHers: (records: string[][]) => Promise<boolean[]>,
): Promise<number | null> {
  const source = storedSource(tx, { id: stored.id, fileName: stored.fileName, bytesTotal: 0 });
  const encoding = await encodingOf(tx, stored.id);
  if (noTables.test(stored.format ?? "") || (await isArchive(tx, stored.id))) return null;

  const { batches, dialect } = await openRecords(source, encoding ? { encoding } : {});
  if (!dialect) return null;
  const writer = chunkWriter(tx, stored.id);
  let removed = 0;
  await writer.add("\uFEFF");
  for await (const records of batches) {
    const hers = await areHers(records);
    removed += hers.filter(Boolean).length;
    const lines = records.map((cells, index) =>
      lineOf(hers[index] ? cells.map((_, at) => (at === 0 ? "erased" : "")) : cells, dialect.delimiter),
    );
    await writer.add(lines.join(""));
  }
  await (removed > 0 ? writer.replace() : writer.forget());
  return removed;
}

async function encodingOf(tx: Context, importId: string): Promise<string | null> {
  const { rows } = await sql<{ encoding: string | null }>`select options ->> 'encoding' as encoding from imports
    where workspace_id = ${tx.actor.workspaceId}::uuid and id = ${importId}::uuid`.execute(tx.db);
  return rows[0]?.encoding ?? null;
}

async function isArchive(tx: Context, importId: string): Promise<boolean> {
  const { rows } = await sql<{ zip: boolean }>`select substring(bytes from 1 for 2) = '\\x504b'::bytea as zip
    from import_chunks where workspace_id = ${tx.actor.workspaceId}::uuid and import_id = ${importId}::uuid
      and position = 0`.execute(tx.db);
  return rows[0]?.zip ?? false;
}

function lineOf(cells: readonly string[], delimiter: string): string {
  const quoted = cells.map((cell) =>
    /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell,
  );
  return `${quoted.join(delimiter)}\r\n`;
}

/** New chunks stand below zero until they take the place of the old ones. */
function chunkWriter(tx: Context, importId: string) {
  const workspaceId = tx.actor.workspaceId;
  let pending = "";
  let count = 0;
  const write = async (text: string) => {
    count += 1;
    await sql`insert into ${sql.table("import_chunks")} (workspace_id, import_id, position, bytes)
      values (${workspaceId}::uuid, ${importId}::uuid, ${-count}, ${Buffer.from(text)})`.execute(tx.db);
  };
  const mine = sql`workspace_id = ${workspaceId}::uuid and import_id = ${importId}::uuid`;
  return {
    add: async (text: string) => {
      pending += text;
      if (pending.length < chunkBytes) return;
      await write(pending);
      pending = "";
    },
    replace: async () => {
      if (pending) await write(pending);
      await sql`delete from ${sql.table("import_chunks")} where ${mine} and position >= 0`.execute(tx.db);
      await sql`update ${sql.table("import_chunks")} set position = -position - 1 where ${mine}`.execute(tx.db);
      await sql`update ${sql.table("imports")} set options = options - 'encoding', bytes_total = (
          select coalesce(sum(length(bytes)), 0) from import_chunks where ${mine})
        where workspace_id = ${workspaceId}::uuid and id = ${importId}::uuid`.execute(tx.db);
    },
    forget: async () => {
      await sql`delete from ${sql.table("import_chunks")} where ${mine} and position < 0`.execute(tx.db);
    },
  };
}
