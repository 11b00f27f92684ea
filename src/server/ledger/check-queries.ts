import { sql } from "kysely";
import { RECORDED, type RecordedKind } from "#server/ledger/recorded-kinds.ts";
import type { Db } from "#server/platform/context.ts";

export type Problem =
  /** A row of the record that never entered the ledger. */
  | "row_unrecorded"
  | "row_missing"
  /** The row, or its entry, is not what was recorded; or the entry stands elsewhere. */
  | "row_changed"
  | "salt_missing"
  | "erased_but_there"
  | "adopted_unsigned"
  | "block_missing"
  | "block_incomplete"
  | "block_changed"
  /** Entries of a block that nobody sealed. */
  | "block_unsealed"
  | "block_unsigned"
  /** What a checkpoint that was kept elsewhere says of a block is not what stands there. */
  | "checkpoint_left"
  | "head_missing"
  /** The head is not the last block: the end was cut off, or something was added. */
  | "head_moved"
  | "head_unsigned";

export type Broken = {
  kind: RecordedKind | "block" | "head";
  id: string;
  block: string | null;
  position: number | null;
  problem: Problem;
};

export type Found = { checked: number; broken: number; first: Broken[] };

const firstMax = 20;

/** Until the transaction ends: a million entries are joined with their rows without a temporary file. */
export async function joinInMemory(db: Db): Promise<void> {
  await sql`select set_config('work_mem', '128MB', true)`.execute(db);
}

/** The chain from the first block to the last: none missing, each with all its entries, each hash as it must be. */
export async function checkBlocks(db: Db, workspaceId: string): Promise<Found> {
  const { rows } = await sql<{ checked: number; broken: number; first: Broken[] }>`
    with found as (
      select block, count(*)::integer as entries, min(position) as first, max(position) as last,
        sha256(string_agg(payload_hash, ''::bytea order by position))
          as digest
      from ledger_entries where workspace_id = ${workspaceId}::uuid group by block
    ), chain as (
      select coalesce(b.block, f.block) as block, b.entries, b.sealed_at, b.hash,
        f.entries as found, f.first, f.last, f.digest,
        lag(b.block, 1, 0::bigint) over (order by coalesce(b.block, f.block)) as former_block,
        lag(b.hash, 1, ledger_genesis(${workspaceId}::uuid)) over (order by coalesce(b.block, f.block)) as former
      from (select * from ledger_blocks where workspace_id = ${workspaceId}::uuid) b
      full join found f on f.block = b.block
    ), judged as (
      select block, found, case
        when hash is null then 'block_unsealed'
        when former_block is distinct from block - 1 then 'block_missing'
        when (found, first, last) is distinct from (entries, 1, entries) then 'block_incomplete'
        when hash <> ledger_block_hash(former, ${workspaceId}::uuid, block, entries, sealed_at, digest)
          then 'block_changed'
        end as problem,
        case when former_block is distinct from block - 1 then block - 1 else block end as named
      from chain
    )
    select coalesce(sum(found), 0)::integer as checked, count(problem)::integer as broken,
      coalesce((select json_agg(w) from (
        select 'block' as kind, j.named::text as id, j.named::text as block, null::integer as position, j.problem
        from judged j where j.problem is not null order by j.block limit ${firstMax}) w), '[]') as first
    from judged`.execute(db.withoutPlugins());
  return rows[0] ?? { checked: 0, broken: 0, first: [] };
}

/**
 * Every row of a kind against its entries, both ways. What an erasure names may be gone, and nothing else. Needs the
 * workspace to be chosen: row-level security keeps the others out of the join.
 */
export async function checkRows(db: Db, workspaceId: string, kind: RecordedKind): Promise<Omit<Found, "checked">> {
  const { rows } = await sql<Broken & { count: number }>`
    with erased as (
      select distinct e.id from ledger_erasures l cross join unnest(l.kinds, l.subject_ids) as e (kind, id)
      where l.workspace_id = ${workspaceId}::uuid and e.kind = ${kind}
    ), last as (
      select distinct on (subject_id) subject_id, block, position from ledger_entries
      where workspace_id = ${workspaceId}::uuid and kind = ${kind} and again
      order by subject_id, block desc, position desc
    ), judged as (
      select coalesce(e.subject_id, r.id) as id, e.block, e.position, case
        when e.subject_id is null then 'row_unrecorded'
        when (e.block, e.position) < (last.block, last.position) then null
        when erased.id is not null then case when r.id is not null or e.salt is not null then 'erased_but_there' end
        when r.id is null then 'row_missing'
        when e.salt is null then 'salt_missing'
        when e.payload_hash <> ledger_payload_hash(e.salt, e.block, e.position, e.again, record_bytes(r)) then 'row_changed'
        end as problem
      from (select subject_id, block, position, again, salt, payload_hash from ledger_entries
        where workspace_id = ${workspaceId}::uuid and kind = ${kind}) e
      full join ${sql.table(RECORDED[kind])} r on r.id = e.subject_id
      left join last on last.subject_id = e.subject_id
      left join erased on erased.id = e.subject_id
    )
    select ${kind} as kind, id, block, position, problem, count(*) over ()::integer as count
    from judged where problem is not null order by block, position, id limit ${firstMax}`.execute(db.withoutPlugins());
  return { broken: rows[0]?.count ?? 0, first: rows.map(({ count: _, ...broken }) => broken) };
}

/** Ledgers that this installation took over with a head that nobody had signed. */
export async function findUnsignedAdoptions(db: Db, workspaceId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from ledger_adoptions where workspace_id = ${workspaceId}::uuid and not held order by id`.execute(db);
  return rows.map(({ id }) => id);
}

type End = {
  block: bigint;
  hash: Buffer;
  signature: Buffer;
  lastBlock: bigint;
  lastHash: Buffer;
  /** From where on the key of this installation signs. */
  adoptedAt: bigint;
};

/** The head, and the last block that stands in the chain. */
export async function readEnd(db: Db, workspaceId: string): Promise<End | undefined> {
  const { rows } = await sql<
    Record<"block" | "last_block" | "adopted_at", string> & Record<"hash" | "signature" | "last_hash", Buffer>
  >`
    select h.block, h.hash, h.signature, coalesce(b.block, 0) as last_block,
      coalesce(b.hash, ledger_genesis(h.workspace_id)) as last_hash,
      coalesce((select max(e.block) from ledger_entries e
        where e.workspace_id = h.workspace_id and e.kind = 'adoption'), 1) as adopted_at
    from ledger_heads h
    left join lateral (select block, hash from ledger_blocks b
      where b.workspace_id = h.workspace_id order by block desc limit 1) b on true
    where h.workspace_id = ${workspaceId}::uuid`.execute(db.withoutPlugins());
  const [row] = rows;
  if (!row) return undefined;
  const { hash, signature } = row;
  const [block, lastBlock, adoptedAt] = [BigInt(row.block), BigInt(row.last_block), BigInt(row.adopted_at)];
  return { block, hash, signature, lastBlock, lastHash: row.last_hash, adoptedAt };
}

export async function readBlock(
  db: Db,
  workspaceId: string,
  block: bigint,
): Promise<{ hash: Buffer; signature: Buffer } | undefined> {
  const { rows } = await sql<{ hash: Buffer; signature: Buffer }>`
    select hash, signature from ledger_blocks where workspace_id = ${workspaceId}::uuid and block = ${block}`.execute(
    db,
  );
  return rows[0];
}
