import {
  type Broken,
  checkBlocks,
  checkRows,
  type Found,
  findUnsignedAdoptions,
  joinInMemory,
  type Problem,
  readBlock,
  readEnd,
} from "#server/ledger/check-queries.ts";
import { isSigned } from "#server/ledger/ledger-key.ts";
import { recordedKinds } from "#server/ledger/recorded-kinds.ts";
import type { Context } from "#server/platform/context.ts";

type Asked = Pick<Context, "db" | "actor" | "ledgerKey">;

/** Where the ledger ends: kept elsewhere, it proves later that nothing up to here was changed. */
export type Checkpoint = { block: string; hash: string; signature: string; publicKey: string };

export type LedgerFound = Found & { head: Checkpoint | null };

/**
 * Holds the whole ledger against its rows, its chain and its signature, in one snapshot. What a row can be named for
 * comes first, then blocks, then the head.
 */
export async function checkLedger(tx: Asked, kept?: Pick<Checkpoint, "block" | "hash">): Promise<LedgerFound> {
  const { workspaceId } = tx.actor;
  await joinInMemory(tx.db);
  const rows: Omit<Found, "checked">[] = [];
  for (const kind of recordedKinds) rows.push(await checkRows(tx.db, workspaceId, kind));
  const blocks = await checkBlocks(tx.db, workspaceId);
  const adoptions = (await findUnsignedAdoptions(tx.db, workspaceId)).map((id) => adoptedUnsigned(id));
  const { head, broken } = await checkEnd(tx);
  const left = kept && !(await isInChain(tx, kept)) ? [ofBlock("checkpoint_left", kept.block)] : [];
  const parts = [...rows, blocks, ...[adoptions, left, broken].map((first) => ({ first, broken: first.length }))];
  return {
    checked: blocks.checked,
    broken: parts.reduce((sum, part) => sum + part.broken, 0),
    first: parts.flatMap(({ first }) => first),
    head,
  };
}

async function checkEnd(tx: Asked): Promise<{ head: Checkpoint | null; broken: Broken[] }> {
  const { workspaceId } = tx.actor;
  const end = await readEnd(tx.db, workspaceId);
  if (!end) return { head: null, broken: [ofHead("head_missing", null)] };
  const { block, hash, signature, lastBlock, lastHash, adoptedAt } = end;
  const { publicKey, verifier } = tx.ledgerKey;
  const head = {
    block: String(block),
    hash: hash.toString("hex"),
    signature: signature.toString("base64url"),
    publicKey,
  };
  const broken: Broken[] = [];
  if (lastBlock !== block || !lastHash.equals(hash)) broken.push(ofHead("head_moved", head.block));
  if (!isSigned(verifier, "head", { workspaceId, block, hash }, signature)) {
    const unsigned = await firstUnsigned(tx, adoptedAt, lastBlock);
    if (unsigned) broken.push(ofBlock("block_unsigned", unsigned));
    broken.push(ofHead("head_unsigned", head.block));
  }
  return { head, broken };
}

/**
 * Where somebody wrote the chain anew who has no key: everything before is signed as it stands, and nothing after. So
 * it is found by halving, and not by looking at every signature.
 */
async function firstUnsigned(tx: Asked, from: bigint, last: bigint): Promise<string | null> {
  let [low, high] = [from, last + 1n];
  while (low < high) {
    const middle = (low + high) / 2n;
    if (await isBlockSigned(tx, middle)) low = middle + 1n;
    else high = middle;
  }
  return low > last ? null : String(low);
}

async function isBlockSigned(tx: Asked, block: bigint): Promise<boolean> {
  const { workspaceId } = tx.actor;
  const found = await readBlock(tx.db, workspaceId, block);
  if (!found) return false;
  return isSigned(tx.ledgerKey.verifier, "block", { workspaceId, block, hash: found.hash }, found.signature);
}

async function isInChain(tx: Asked, kept: Pick<Checkpoint, "block" | "hash">): Promise<boolean> {
  const found = await readBlock(tx.db, tx.actor.workspaceId, BigInt(kept.block));
  return kept.block === "0" || found?.hash.toString("hex") === kept.hash;
}

function ofBlock(problem: Problem, block: string): Broken {
  return { ...ofHead(problem, block), kind: "block" };
}

function ofHead(problem: Problem, block: string | null): Broken {
  return { kind: "head", id: block ?? "none", block, position: null, problem };
}

function adoptedUnsigned(id: string): Broken {
  return { kind: "adoption", id, block: null, position: null, problem: "adopted_unsigned" };
}
