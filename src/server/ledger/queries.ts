import { type Kysely, sql } from "kysely";
import type { Place } from "#server/ledger/ledger-key.ts";
import { RECORDED, type Recorded, type Subject } from "#server/ledger/recorded-kinds.ts";
import { arrayLiteral } from "#server/platform/insert-many.ts";
import type { DB } from "#server/platform/schema.ts";

/* Not `Db` of the context, which itself seals its transactions with these. */

export type Head = { block: bigint; hash: Buffer; signature: Buffer };
export type Sealing = { former: Head; entries: number; hash: Buffer };

/**
 * Locks the head, writes the entries that follow it, and gives the hash of their block. Undefined without a head; the
 * rows are found by their keys, so that what a transaction took back itself has no entry.
 */
export async function insertEntries(
  db: Kysely<DB>,
  { workspaceId, sealedAt, recorded }: { workspaceId: string; sealedAt: Date; recorded: readonly Recorded[] },
): Promise<Sealing | undefined> {
  const rows = recorded.map(
    ({ kind, again, ids }) => sql`
      select ${kind}::text as kind, ${again}::boolean as again, r.id as subject_id, record_bytes(r) as record
      from ${sql.table(RECORDED[kind])} r
      where r.workspace_id = ${workspaceId}::uuid and r.id = any(${arrayLiteral(ids)}::uuid[])`,
  );
  const { rows: sealings } = await sql<SealingRow>`
    with head as (
      select block, hash, signature from ledger_heads where workspace_id = ${workspaceId}::uuid for update
    ), numbered as (
      select r.*, (row_number() over ())::integer as position, gen_random_uuid() as salt
      from (${sql.join(rows, sql` union all `)}) r
    ), written as (
      insert into ledger_entries (workspace_id, block, position, kind, again, subject_id, salt, payload_hash)
      select ${workspaceId}::uuid, h.block + 1, n.position, n.kind, n.again, n.subject_id, n.salt,
        ledger_payload_hash(n.salt, h.block + 1, n.position, n.again, n.record)
      from head h cross join numbered n
      returning position, payload_hash
    )
    select h.block, h.hash, h.signature, w.entries,
      ledger_block_hash(h.hash, ${workspaceId}::uuid, h.block + 1, w.entries, ${sealedAt}::timestamptz, w.digest) as sealed
    from head h cross join (
      select count(*)::integer as entries, sha256(string_agg(payload_hash, ''::bytea order by position)) as digest
      from written) w`.execute(db.withoutPlugins());
  const row = sealings[0];
  if (!row) return undefined;
  return {
    former: { block: BigInt(row.block), hash: row.hash, signature: row.signature },
    entries: row.entries,
    hash: row.sealed,
  };
}

type SealingRow = { block: string; hash: Buffer; signature: Buffer; entries: number; sealed: Buffer };

/** The block that `insertEntries` gave the hash of, and the head that is now at it. */
export async function insertBlock(
  db: Kysely<DB>,
  place: Place,
  row: { entries: number; sealedAt: Date; asBlock: Buffer; asHead: Buffer },
): Promise<void> {
  await sql`
    with sealed as (
      insert into ledger_blocks (workspace_id, block, entries, sealed_at, hash, signature)
      values (${place.workspaceId}::uuid, ${place.block}, ${row.entries}, ${row.sealedAt}, ${place.hash}, ${row.asBlock})
    )
    update ledger_heads set block = ${place.block}, hash = ${place.hash}, signature = ${row.asHead}
    where workspace_id = ${place.workspaceId}::uuid`.execute(db);
}

export async function genesisOf(db: Kysely<DB>, workspaceId: string): Promise<Buffer> {
  const { rows } = await sql<{ hash: Buffer }>`select ledger_genesis(${workspaceId}::uuid) as hash`.execute(db);
  return rows[0]?.hash ?? Buffer.alloc(0);
}

export async function insertHead(
  db: Kysely<DB>,
  { workspaceId, block, hash }: Place,
  signature: Buffer,
): Promise<void> {
  await sql`insert into ledger_heads (workspace_id, block, hash, signature)
    values (${workspaceId}::uuid, ${block}, ${hash}, ${signature})`.execute(db);
}

/** Also keeps everybody else from adding a block until the transaction ends. */
export async function lockHead(db: Kysely<DB>, workspaceId: string): Promise<Head | undefined> {
  const { rows } = await sql<{ block: string; hash: Buffer; signature: Buffer }>`
    select block, hash, signature from ledger_heads where workspace_id = ${workspaceId}::uuid for update`.execute(db);
  return rows[0] && { ...rows[0], block: BigInt(rows[0].block) };
}

export async function signHead(db: Kysely<DB>, workspaceId: string, signature: Buffer): Promise<void> {
  await sql`update ledger_heads set signature = ${signature} where workspace_id = ${workspaceId}::uuid`.execute(db);
}

export type NewAdoption = {
  workspaceId: string;
  formerKey: string | null;
  former: Head;
  held: boolean;
  reason: string;
  adoptedAt: Date;
  adoptedBy: string | null;
};

export async function insertAdoption(db: Kysely<DB>, { former, ...adoption }: NewAdoption): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into ledger_adoptions (workspace_id, former_key, former_block, former_hash, held, reason, adopted_at, adopted_by)
    values (${adoption.workspaceId}::uuid, ${adoption.formerKey}, ${former.block}, ${former.hash}, ${adoption.held},
      ${adoption.reason}, ${adoption.adoptedAt}, ${adoption.adoptedBy}::uuid)
    returning id`.execute(db);
  return rows[0]?.id ?? "";
}

/** Takes the rows and the salts of their entries out of the record; gives the row that says so. */
export async function eraseRows(
  db: Kysely<DB>,
  { subjects, reason, erasedAt }: { subjects: readonly Subject[]; reason: string; erasedAt: Date },
): Promise<string> {
  const kinds = arrayLiteral(subjects.map(({ kind }) => kind));
  const ids = arrayLiteral(subjects.map(({ id }) => id));
  const { rows } = await sql<{ id: string }>`
    select erase_from_record(${kinds}::text[], ${ids}::uuid[], ${reason}, ${erasedAt}::timestamptz) as id`.execute(db);
  return rows[0]?.id ?? "";
}

/** Somebody whose identifier a restore wrote in place of another. */
export type Replaced = { former: string; present: string };

/** Rows that name somebody who was replaced, and otherwise say what was recorded of them: one that was changed is not among them. */
export async function findReworded(
  db: Kysely<DB>,
  kind: Subject["kind"],
  replaced: readonly Replaced[],
): Promise<string[]> {
  // As identifiers of their own, and as texts inside of JSON.
  const spellings = replaced.flatMap(({ former, present }) => [
    { from: hexOf(present), to: hexOf(former) },
    { from: present.replaceAll("-", ""), to: former.replaceAll("-", "") },
  ]);
  const before = spellings.reduce(
    (hex, { from, to }) => sql<string>`replace(${hex}, ${from}, ${to})`,
    sql<string>`encode(record_bytes(r), 'hex')`,
  );
  const patterns = arrayLiteral(spellings.map(({ from }) => `%${from}%`));
  const { rows } = await sql<{ id: string }>`
    select distinct r.id from ${sql.table(RECORDED[kind])} r
    join ledger_entries e on e.workspace_id = r.workspace_id and e.kind = ${kind} and e.subject_id = r.id
    where r.workspace_id = current_workspace_id() and encode(record_bytes(r), 'hex') like any(${patterns}::text[])
      and e.payload_hash = ledger_payload_hash(e.salt, e.block, e.position, e.again, decode(${before}, 'hex'))`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

function hexOf(text: string): string {
  return Buffer.from(text).toString("hex");
}
