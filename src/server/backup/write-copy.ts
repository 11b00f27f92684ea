import { createHash } from "node:crypto";
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { AppError } from "#domain/errors.ts";
import { readCatalogue, type Table } from "#server/backup/catalogue.ts";
import { type Manifest, type ManifestFile, manifestText } from "#server/backup/manifest.ts";
import { isCode } from "#server/platform/data-folder.ts";
import { syncFolder } from "#server/platform/sync-folder.ts";

/** The rows of one table that belong in the copy; `from` where they are not simply its own. */
export type Selection = { table: Pick<Table, "name" | "columns" | "key">; where?: string; from?: string };

type Plan = Omit<Manifest, "format" | "migrations" | "files"> & { selections: Selection[] };

type Options = {
  /** Must not exist yet, or be empty. */
  dir: string;
  compress: boolean;
  /** Chooses what to copy; runs in the snapshot that the copy is taken from. */
  plan: (client: pg.PoolClient, tables: Table[]) => Promise<Plan>;
  onTable?: (table: string) => void;
};

/** Copies tables as they are at one instant, while others work on; the folder appears whole or not at all. */
export async function writeCopy(pool: pg.Pool, options: Options): Promise<Manifest> {
  const dir = resolve(options.dir);
  if (existsSync(dir) && readdirSync(dir).length > 0)
    throw new AppError("restore_refused", { folder: dir, reason: "not_empty" });
  const partial = `${dir}.partial-${process.pid}`;
  try {
    mkdirSync(partial, { recursive: true, mode: 0o700 });
    const manifest = await inSnapshot(pool, (client) => copyTables(client, partial, options));
    writeFileSync(join(partial, "manifest.json"), manifestText(manifest), { mode: 0o600, flush: true });
    syncFolder(partial);
    if (existsSync(dir)) rmdirSync(dir);
    renameSync(partial, dir);
    syncFolder(dirname(dir));
    return manifest;
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (isCode(error, "ENOSPC")) throw new AppError("data_folder_full", { folder: dirname(dir) });
    if (isCode(error, "EACCES") || isCode(error, "EROFS"))
      throw new AppError("data_folder_not_writable", { folder: dirname(dir) });
    throw error;
  }
}

async function inSnapshot<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query("begin isolation level repeatable read read only");
    // Texts that do not depend on who copies; and an error, rather than missing rows, should a policy hide some.
    await client.query(`set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'iso_8601';
      set local extra_float_digits = 1; set local bytea_output = 'hex'; set local row_security = off;
      set local client_encoding = 'UTF8'; set local statement_timeout = 0`);
    const result = await work(client);
    await client.query("commit");
    client.release();
    return result;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

async function copyTables(client: pg.PoolClient, dir: string, options: Options): Promise<Manifest> {
  const { selections, ...about } = await options.plan(client, await readCatalogue(client));
  const { rows } = await client.query<{ name: string }>("select name from migrations order by name");
  const files: ManifestFile[] = [];
  for (const selection of selections) {
    options.onTable?.(selection.table.name);
    files.push(await copyTable(client, dir, selection, options.compress));
  }
  return { format: "warmline", ...about, migrations: rows.map(({ name }) => name), files };
}

/** CSV as PostgreSQL writes it: exact for every type, null apart from the empty text, readable by everything. */
async function copyTable(
  client: pg.PoolClient,
  dir: string,
  { table, where, from = table.name }: Selection,
  compress: boolean,
): Promise<ManifestFile> {
  const file = `${table.name}.csv${compress ? ".gz" : ""}`;
  const columns = table.columns.map(pg.escapeIdentifier).join(", ");
  const order = table.key.length > 0 ? table.key.map(pg.escapeIdentifier).join(", ") : columns;
  const source = client.query(
    copyTo(
      `copy (select ${columns} from ${from} ${where ? `where ${where}` : ""} order by ${order})
        to stdout (format csv, header)`,
    ),
  );
  const hash = createHash("sha256");
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const target = createWriteStream(join(dir, file), { mode: 0o600, flush: true });
  // Fast: a backup stands between somebody and the start of the program.
  if (compress) await pipeline(source, hashing, createGzip({ level: 1 }), target);
  else await pipeline(source, hashing, target);
  return { file, table: table.name, rows: source.rowCount, sha256: hash.digest("hex") };
}
