import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { AppError } from "#domain/errors.ts";
import { circularReferences, readCatalogue, type Table } from "#server/backup/catalogue.ts";
import type { Manifest, ManifestFile } from "#server/backup/manifest.ts";

export type Copy = { dir: string; manifest: Manifest };

type FillOptions = {
  /** Where a table's rows go, if not into the table itself. */
  into?: Map<string, string>;
  /** Identifiers to write in place of others, wherever they stand. */
  replace?: Map<string, string>;
};

/** Runs a restore in one transaction: all of it or nothing. */
export async function restoring<T>(
  pool: pg.Pool,
  { dir, manifest }: Copy,
  work: (client: pg.PoolClient, tables: Table[]) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query(
      "set local statement_timeout = 0; set local row_security = off; set local datestyle = 'ISO, YMD'",
    );
    const { rows } = await client.query<{ name: string }>("select name from migrations");
    const known = new Set(rows.map(({ name }) => name));
    const unknown = manifest.migrations.filter((name) => !known.has(name));
    if (unknown.length > 0) throw new AppError("backup_of_other_version", { folder: dir, needs: unknown });

    const tables = await readCatalogue(client);
    const result = await withoutObstacles(client, tables, () => work(client, tables));
    await client.query("commit");
    client.release();
    return result;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** Rows come back as they were: no trigger acts on them, and references that close a circle are checked at the end. */
async function withoutObstacles<T>(client: pg.PoolClient, tables: Table[], work: () => Promise<T>): Promise<T> {
  const circular = circularReferences(tables);
  const triggered = tables.filter(({ hasTriggers }) => hasTriggers);
  const name = pg.escapeIdentifier;
  for (const { table, constraint } of circular) {
    await client.query(`alter table ${name(table)} drop constraint ${name(constraint)}`);
  }
  for (const table of triggered) await client.query(`alter table ${name(table.name)} disable trigger user`);
  const result = await work();
  for (const table of triggered) await client.query(`alter table ${name(table.name)} enable trigger user`);
  for (const { table, constraint, definition } of circular) {
    await client.query(`alter table ${name(table)} add constraint ${name(constraint)} ${definition}`);
  }
  return result;
}

/** Fills the tables, in the order of their references, and checks every file against the manifest on the way. */
export async function fillTables(
  client: pg.PoolClient,
  { dir, manifest }: Copy,
  tables: Table[],
  options: FillOptions = {},
): Promise<number> {
  let rowsTotal = 0;
  const files = new Map(manifest.files.map((file) => [file.table, file]));
  for (const table of tables) {
    const file = files.get(table.name);
    if (!file) continue;
    rowsTotal += await fillTable(client, dir, file, table, options);
    for (const { column, sequence } of table.sequences) {
      await client.query(
        `select setval($1, greatest((select max(${pg.escapeIdentifier(column)}) from ${pg.escapeIdentifier(table.name)}), nextval($1)))`,
        [sequence],
      );
    }
  }
  return rowsTotal;
}

async function fillTable(
  client: pg.PoolClient,
  dir: string,
  file: ManifestFile,
  table: Table,
  options: FillOptions,
): Promise<number> {
  const columns = await readHeader(dir, file);
  const missing = columns.filter((column) => !table.columns.includes(column));
  if (missing.length > 0)
    throw new AppError("backup_of_other_version", { folder: dir, file: file.file, columns: missing });

  const target = options.into?.get(table.name) ?? table.name;
  const sink = client.query(
    copyFrom(
      `copy ${pg.escapeIdentifier(target)} (${columns.map(pg.escapeIdentifier).join(", ")}) from stdin (format csv, header)`,
    ),
  );
  const hash = createHash("sha256");
  const checking = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
    // Before the end reaches the database: a file that was changed fails by its own name.
    flush: (done) =>
      done(
        hash.digest("hex") === file.sha256 ? null : new AppError("backup_damaged", { folder: dir, changed: file.file }),
      ),
  });
  const replace = options.replace;
  if (replace && replace.size > 0) await pipeline(openFile(dir, file), checking, replacing(replace), sink);
  else await pipeline(openFile(dir, file), checking, sink);
  if (sink.rowCount !== file.rows) throw new AppError("backup_damaged", { folder: dir, changed: file.file });
  return sink.rowCount;
}

function openFile(dir: string, { file }: ManifestFile): Readable {
  const raw = createReadStream(join(dir, file));
  if (!file.endsWith(".gz")) return raw;
  const text = createGunzip();
  raw.on("error", (error) => text.destroy(error));
  return raw.pipe(text);
}

/** Names of columns need no quoting in our schema, so the first line is what it seems. */
async function readHeader(dir: string, file: ManifestFile): Promise<string[]> {
  const stream = openFile(dir, file);
  try {
    for await (const line of createInterface({ input: stream })) return line.split(",");
  } catch (cause) {
    throw Object.assign(new AppError("backup_damaged", { folder: dir, changed: file.file }), { cause });
  } finally {
    stream.destroy();
  }
  throw new AppError("backup_damaged", { folder: dir, changed: file.file });
}

const uuidLength = 36;

/** Identifiers are unique in the world: wherever one stands in the text, the same person is meant. */
function replacing(identifiers: Map<string, string>): Transform {
  const pattern = new RegExp([...identifiers.keys()].join("|"), "g");
  let held = "";
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      // Bytes as characters, one to one: an identifier is ASCII, and the rest passes untouched.
      const text = held + chunk.toString("latin1");
      const replaced = text.replace(pattern, (id) => identifiers.get(id) ?? id);
      held = replaced.slice(-uuidLength);
      done(null, Buffer.from(replaced.slice(0, -uuidLength), "latin1"));
    },
    flush(done) {
      done(null, Buffer.from(held, "latin1"));
    },
  });
}
