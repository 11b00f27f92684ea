import { performance } from "node:perf_hooks";
import type { Kysely } from "kysely";
import type { Logger } from "pino";
import { AppError } from "#domain/errors.ts";
import { type Permission, type Rights, reachOf, type Scope } from "#domain/policy.ts";
import type { LedgerKey } from "#server/ledger/ledger-key.ts";
import type { Recorded } from "#server/ledger/recorded-kinds.ts";
import { sealBlock } from "#server/ledger/seal-block.ts";
import { inTransaction } from "#server/platform/open-transaction.ts";
import type { DB } from "#server/platform/schema.ts";

/** A connection on which the workspace is set: row-level security shows nothing of any other. */
export type Db = Kysely<DB>;

/** Who acts. `userId` is null only for the program itself (schedules), which acts with the reach of an admin. */
export type Actor = Rights & { userId: string | null; workspaceId: string; teamId: string | null };

/** The program itself, working in a workspace. */
export function theProgram(workspaceId: string): Actor {
  return { userId: null, workspaceId, role: "admin", teamId: null, repsSee: "own", maskNumbers: true };
}

/** All that a use-case may reach; fixed at the door. */
export type Context = {
  /** Throws unless a transaction is open: see `transaction`. */
  readonly db: Db;
  readonly actor: Actor;
  readonly now: Date;
  /** On the running clock, in milliseconds: what `endOf` counts from. */
  readonly openedMs: number;
  readonly log: Logger;
  /** The pool of the program's role, for doors and long work; use-cases use `db`. */
  readonly pool: Kysely<DB>;
  /** The folder in which this process keeps copies of what the database holds: nothing is only there. */
  readonly dataDir: string;
  readonly isTransaction: boolean;
  readonly ledgerKey: LedgerKey;
  /** What this transaction wrote into the record: see `record`. */
  readonly recorded: Recorded[];
  /** What is written down even if this transaction is refused: see `keepRegardless`. */
  readonly kept: Keep[];
};

type Keep = (tx: Context) => Promise<unknown>;

/** Somebody who is signed in: by a session, or by a key, which then has no session. */
export type Person = { userId: string; sessionId: string | null; workspaceId: string | null };

/** What stands open before a workspace is chosen: `caller` is null for somebody who is not signed in. */
export type PersonContext = {
  readonly caller: Person | null;
  readonly now: Date;
  readonly log: Logger;
  readonly pool: Kysely<DB>;
  readonly ledgerKey: LedgerKey;
  readonly dataDir: string;
  readonly headers: Headers;
  /** Asked from this machine itself, which is trusted with the first start. */
  readonly isLocal: boolean;
};

export type Door = { pool: Kysely<DB>; log: Logger; ledgerKey: LedgerKey; dataDir: string };

/** A context without a transaction, for work that opens its own. */
export function openContext(door: Door, actor: Actor, now: Date): Context {
  return {
    get db(): Db {
      throw new Error("open a transaction first: transaction(ctx, async (tx) => …)");
    },
    actor,
    now,
    openedMs: performance.now(),
    log: door.log,
    pool: door.pool,
    dataDir: door.dataDir,
    isTransaction: false,
    ledgerKey: door.ledgerKey,
    recorded: [],
    kept: [],
  };
}

/**
 * Runs the work in one transaction bound to the actor's workspace; inside another it joins. What it recorded enters the
 * ledger at its end. With `after` the work begins at once and what it asks is made ready, but nothing reaches the
 * database before `after` has succeeded.
 */
export async function transaction<Result>(
  ctx: Context,
  work: (tx: Context) => Promise<Result>,
  after?: Promise<unknown>,
): Promise<Result> {
  if (ctx.isTransaction) {
    await after;
    return work(ctx);
  }
  const kept: Keep[] = [];
  const whole = async (tx: Context) => {
    const result = await work({ ...tx, kept });
    for (const keep of kept) await keep(tx);
    const { actor, now, ledgerKey, recorded } = tx;
    await sealBlock(tx.db, { workspaceId: actor.workspaceId, now, key: ledgerKey, recorded });
    return result;
  };
  try {
    return await bound(ctx, { begin: "begin", after }, whole);
  } catch (error) {
    await keepAfterAll(ctx, kept);
    throw error;
  }
}

/** What has to stay on record also if the transaction is undone, such as the refusal that undoes it. */
export function keepRegardless(tx: Context, keep: Keep): void {
  if (!tx.isTransaction) throw new Error("only what may be undone has to be kept");
  tx.kept.push(keep);
}

/** In a transaction of its own; whoever was refused hears of the refusal, whatever becomes of its record. */
async function keepAfterAll(ctx: Context, kept: readonly Keep[]): Promise<void> {
  if (kept.length === 0) return;
  try {
    await transaction(ctx, async (tx) => {
      for (const keep of kept) await keep(tx);
    });
  } catch (error) {
    ctx.log.error({ err: error }, "a refusal could not be recorded");
  }
}

/** Reads everything as it was at one moment, whatever others write meanwhile. */
export async function snapshot<Result>(ctx: Context, work: (tx: Context) => Promise<Result>): Promise<Result> {
  if (ctx.isTransaction) return work(ctx);
  return bound(ctx, { begin: "start transaction isolation level repeatable read read only" }, work);
}

async function bound<Result>(
  ctx: Context,
  opening: { begin: string; after?: Promise<unknown> | undefined },
  work: (tx: Context) => Promise<Result>,
): Promise<Result> {
  const { actor, now, openedMs, log, pool, ledgerKey, dataDir } = ctx;
  const settings = { "app.workspace_id": actor.workspaceId, "app.user_id": actor.userId ?? "" };
  const plain = { actor, now, openedMs, log, pool, ledgerKey, dataDir, recorded: [], kept: [] };
  return inTransaction(pool, { ...opening, settings }, (db) => work({ ...plain, db, isTransaction: true }));
}

/** When work ends that began in this context: `now` for what takes long. */
export function endOf(ctx: Context): Date {
  return new Date(ctx.now.getTime() + Math.round(performance.now() - ctx.openedMs));
}

/** How far the actor's permission reaches; refuses where it is not given at all. */
export function requireReach(ctx: Context, permission: Permission): Scope {
  const reach = reachOf(ctx.actor, permission);
  if (!reach) throw new AppError("permission_denied", { permission });
  return reach;
}

/** The acting person, where a row must name one. */
export function requireUser(ctx: Context): string {
  if (!ctx.actor.userId) throw new AppError("permission_denied", { reason: "a person must do this" });
  return ctx.actor.userId;
}
