import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { reportOutcome } from "#server/call-queue/report-outcome.ts";
import { reserveContact } from "#server/call-queue/reserve-contact.ts";
import { startCall } from "#server/call-queue/start-call.ts";
import { enterCondition } from "#server/compliance/enter-condition.ts";
import { proposeOverride } from "#server/compliance/propose-exception.ts";
import { endConsents, endSuppressions, insertConsents, insertSuppressions } from "#server/compliance/queries.ts";
import { adoptLedger } from "#server/ledger/adopt-ledger.ts";
import { checkLedger, type LedgerFound } from "#server/ledger/check-ledger.ts";
import { eraseFromLedger } from "#server/ledger/erase-from-ledger.ts";
import { ledgerKeyFrom } from "#server/ledger/ledger-key.ts";
import { RECORDED, type RecordedKind, recordedKinds } from "#server/ledger/recorded-kinds.ts";
import { type Context, openContext, snapshot, transaction } from "#server/platform/context.ts";
import { kyselyOn } from "#server/platform/database.ts";
import type { DB } from "#server/platform/schema.ts";
import { insertMark } from "#server/touchpoints/queries.ts";
import { testDatabase } from "#test/database.ts";
import { aContact, anEmergency, aTouchpoint, aWorkspace } from "#test/factories.ts";

const database = testDatabase();
/** A Monday, 12:00 in New York, where the numbers of these tests are. */
const noon = new Date("2026-11-23T17:00:00Z");

const tomorrow = new Date("2026-11-24T17:00:00Z");
let ctx: Context;
let workspace: string;
/** An entry of each kind; where there are several, the first. */
const subjects = new Map<string, { id: string; block: string; position: number }>();

beforeAll(async () => {
  ctx = await aWorkspace(database, { now: noon });
  workspace = `'${ctx.actor.workspaceId}'`;
  await recordEverything();
  const { rows } = await database.ownerPool.query(
    `select distinct on (kind) kind, subject_id as id, block, position from ledger_entries
      where workspace_id = ${workspace} and salt is not null order by kind, block, position`,
  );
  for (const { kind, ...subject } of rows) subjects.set(kind, subject);
});

/** By calls, consents, refusals, an erasure and a change of the key, so that every table of the record has rows. */
async function recordEverything(): Promise<void> {
  const { id } = await aContact(ctx);
  const touchpoint = await aTouchpoint(ctx, id, { occurredAt: "2026-11-20T18:00:00Z" });
  const erased = await aTouchpoint(ctx, id, { occurredAt: "2026-11-19T18:00:00Z" });
  await reserveContact(ctx, { contactId: id });
  const { attempt } = await startCall(ctx, { contactId: id });
  await reportOutcome(ctx, { id: attempt.id, outcome: "conversation", note: "", answers: [], said: [] });
  await transaction(ctx, async (tx) => {
    await insertMark(tx, { touchpointId: touchpoint.id, mark: "confirmed", markedBy: null });
    const consents = [
      { contactId: id, channels: ["call"], form: "oral", givenAt: tx.now },
      { contactId: id, channels: ["email"], form: "written", givenAt: tx.now },
    ];
    await endConsents(tx, await insertConsents(tx, consents), "withdrawn");
    const refusals = [{ contactId: id, point: null, kind: "stop", saidAt: tx.now }];
    await endSuppressions(tx, await insertSuppressions(tx, refusals), "lifted");
  });
  await transaction(ctx, (tx) => eraseFromLedger(tx, [{ kind: "touchpoint", id: erased.id }], "asked for by her"));
  await proposeOverride(ctx, { contactId: id, rule: "POL-WARM", reason: "She wrote to us", expiresAt: tomorrow });
  await enterCondition(ctx, anEmergency({ region: "NY" }));
  const { pool, log } = ctx;
  const other = openContext(
    { pool, log, ledgerKey: ledgerKeyFrom("another key"), dataDir: database.dataDir },
    ctx.actor,
    ctx.now,
  );
  await adoptLedger(other, { formerKey: ctx.ledgerKey.publicKey, reason: "a mistake" });
  await adoptLedger(ctx, { formerKey: other.ledgerKey.publicKey, reason: "back to the right one" });
}

const undone = new Error("undone");

/** What verifying finds after the owner of the database did this; then it is undone. */
async function tampered(...statements: string[]): Promise<LedgerFound> {
  let found: LedgerFound | undefined;
  const tampering = kyselyOn<DB>(database.ownerPool)
    .transaction()
    .execute(async (db) => {
      await sql`select set_config('app.workspace_id', ${ctx.actor.workspaceId}, true)`.execute(db);
      await sql.raw("set local session_replication_role = replica").execute(db);
      for (const statement of statements) await sql.raw(statement).execute(db);
      await sql.raw("set local role warmline_app").execute(db);
      found = await checkLedger({ db, actor: ctx.actor, ledgerKey: ctx.ledgerKey });
      throw undone;
    });
  await expect(tampering).rejects.toBe(undone);
  if (!found) throw new Error("nothing was checked");
  return found;
}

const subject = (kind: RecordedKind) => subjects.get(kind) ?? { id: "", block: "", position: 0 };
const entry = ({ block, position }: { block: string; position: number }) =>
  `workspace_id = ${workspace} and block = ${block} and position = ${position}`;

test("a record of every kind holds as it is", async () => {
  expect([...subjects.keys()].sort()).toEqual([...recordedKinds].sort());
  expect(await tampered()).toMatchObject({ broken: 0, first: [] });
});

/** A column of each table, and another value for it. */
const CHANGES: Record<RecordedKind, string> = {
  touchpoint: "occurred_at = occurred_at + interval '1 microsecond'",
  touchpoint_mark: "mark = 'retracted'",
  consent: "channels = channels || '{call}'",
  consent_ending: "ended_at = ended_at + interval '1 day'",
  suppression: "channels = '{}'",
  suppression_ending: "details = '{\"a\": null}'",
  decision: "decision = jsonb_set(decision, '{verdict}', '\"deny\"')",
  attempt: "phone = phone || '1'",
  outcome: "note = note || ' '",
  condition: "ends = '2026-11-24'",
  exception: "expires_at = expires_at + interval '1 year'",
  erasure: "reason = 'none'",
  adoption: "held = not held",
};

describe.each(recordedKinds)("of the kind %s", (kind) => {
  const table = RECORDED[kind];

  test("a changed row is named", async () => {
    const { id } = subject(kind);

    const { first } = await tampered(`update ${table} set ${CHANGES[kind]} where id = '${id}'`);

    expect(first).toContainEqual(expect.objectContaining({ kind, id, problem: "row_changed" }));
  });

  test("a row that was deleted is named", async () => {
    const { id } = subject(kind);

    const { first } = await tampered(`delete from ${table} where id = '${id}'`);

    expect(first).toContainEqual(expect.objectContaining({ kind, id, problem: "row_missing" }));
  });

  test("a row that was inserted is named", async () => {
    const id = "0190a000-0000-7000-8000-00000000000f";
    const copied = `insert into ${table} select (jsonb_populate_record(r, '{"id": "${id}"}')).* from ${table} r
      where id = '${subject(kind).id}'`;
    const free = "select conname, conrelid::regclass as of from pg_constraint where contype = 'u'";
    const unique = `do $$ declare c record; begin
      for c in ${free} and conrelid = '${table}'::regclass
      loop execute format('alter table %s drop constraint %I cascade', c.of, c.conname); end loop; end $$`;

    const { first } = await tampered(unique, "drop index if exists touchpoint_marks_by_touchpoint", copied);

    expect(first).toContainEqual(expect.objectContaining({ kind, id, problem: "row_unrecorded" }));
  });

  test("an entry that was deleted is named by its row, and so is its block", async () => {
    const { id, block } = subject(kind);

    const { first } = await tampered(`delete from ledger_entries where ${entry(subject(kind))}`);

    expect(first[0]).toMatchObject({ kind, id, problem: "row_unrecorded" });
    expect(first).toContainEqual(expect.objectContaining({ kind: "block", id: block }));
  });

  test("an entry that was deleted together with its row is named by its block", async () => {
    const { id, block } = subject(kind);

    const { first } = await tampered(
      `delete from ${table} where id = '${id}'`,
      `delete from ledger_entries where ${entry(subject(kind))}`,
    );

    expect(first).toContainEqual(expect.objectContaining({ kind: "block", id: block }));
  });

  test("an entry that changed places with another is named", async () => {
    const mine = subject(kind);
    const other = subject(kind === "touchpoint" ? "decision" : "touchpoint");

    const { first } = await tampered(
      `update ledger_entries set block = 0, position = -1 where ${entry(mine)}`,
      `update ledger_entries set block = ${mine.block}, position = ${mine.position} where ${entry(other)}`,
      `update ledger_entries set block = ${other.block}, position = ${other.position}
        where workspace_id = ${workspace} and position = -1`,
    );

    expect(first).toContainEqual(expect.objectContaining({ kind, id: mine.id, problem: "row_changed" }));
  });

  test("an entry that was inserted is named", async () => {
    const { block } = subject(kind);
    const id = "0190a000-0000-7000-8000-00000000000e";

    const { first } = await tampered(
      `insert into ledger_entries values (${workspace}, ${block}, 1000, '${kind}', false, '${id}', gen_random_uuid(), '')`,
    );

    expect(first).toContainEqual(expect.objectContaining({ kind, id, problem: "row_missing" }));
    expect(first).toContainEqual(expect.objectContaining({ kind: "block", id: block, problem: "block_incomplete" }));
  });

  test("a row that was deleted, and its salt with it, is not taken for erased", async () => {
    const { id } = subject(kind);

    const { first } = await tampered(
      `delete from ${table} where id = '${id}'`,
      `update ledger_entries set salt = null where ${entry(subject(kind))}`,
    );

    expect(first).toContainEqual(expect.objectContaining({ kind, id, problem: "row_missing" }));
  });
});

/** Makes hashes of what stands there now, as one can who owns the database and has no key. */
const hashAnew = `do $$ declare b record; former bytea; made bytea; begin
  update ledger_entries e set payload_hash = ledger_payload_hash(e.salt, e.block, e.position, e.again, record_bytes(t))
    from touchpoints t where t.id = e.subject_id and e.kind = 'touchpoint' and e.salt is not null;
  former := (select ledger_genesis(workspace_id) from ledger_heads where workspace_id = current_workspace_id());
  for b in select * from ledger_blocks where workspace_id = current_workspace_id() order by block loop
    made := ledger_block_hash(former, b.workspace_id, b.block, b.entries, b.sealed_at, (
      select sha256(string_agg(payload_hash, ''::bytea order by position))
      from ledger_entries e where e.workspace_id = b.workspace_id and e.block = b.block));
    update ledger_blocks set hash = made where workspace_id = b.workspace_id and block = b.block;
    former := made;
  end loop;
  update ledger_heads set hash = former where workspace_id = current_workspace_id();
end $$`;

test("a chain that was hashed anew is signed by nobody from the first changed block on", async () => {
  const ctxAgain = await aWorkspace(database, { now: noon });
  const { id } = await aContact(ctxAgain);
  const ids: string[] = [];
  for (let each = 0; each < 9; each++) ids.push((await aTouchpoint(ctxAgain, id)).id);
  const { ownerPool } = database;
  const client = await ownerPool.connect();
  await client.query("select set_config('app.workspace_id', $1, false)", [ctxAgain.actor.workspaceId]);
  await client.query("update touchpoints set summary = 'never said' where id = $1", [ids[5]]);
  await client.query(hashAnew);
  client.release(true);

  const { first } = await snapshot(ctxAgain, checkLedger);

  expect(first.map(({ kind, id: named, problem }) => [kind, named, problem])).toEqual([
    ["block", "6", "block_unsigned"],
    ["head", "9", "head_unsigned"],
  ]);
  await expect(aTouchpoint(ctxAgain, id)).rejects.toMatchObject({ code: "ledger_broken" });
});

test("an end that was cut off is noticed, whatever the head says", async () => {
  const last = `(select max(block) from ledger_blocks where workspace_id = ${workspace})`;
  const cut = [
    `delete from ledger_adoptions a using ledger_entries e where e.subject_id = a.id and e.block = ${last}`,
    `delete from ledger_entries where workspace_id = ${workspace} and block = ${last}`,
    `delete from ledger_blocks where workspace_id = ${workspace} and block = ${last}`,
  ];
  const moved = `update ledger_heads h set block = b.block, hash = b.hash, signature = b.signature
    from ledger_blocks b where b.workspace_id = h.workspace_id and h.workspace_id = ${workspace} and b.block = ${last}`;

  expect((await tampered(...cut)).first).toContainEqual(expect.objectContaining({ problem: "head_moved" }));
  expect((await tampered(...cut, moved)).first).toContainEqual(expect.objectContaining({ problem: "head_unsigned" }));
});

test("a block that is gone is named", async () => {
  const { block } = subject("attempt");

  const { first } = await tampered(
    `delete from ledger_blocks where workspace_id = ${workspace} and block = ${block}`,
    `delete from ledger_entries where workspace_id = ${workspace} and block = ${block}`,
  );

  expect(first).toContainEqual(expect.objectContaining({ kind: "block", id: block, problem: "block_missing" }));
});

test("a ledger that was emptied has no head that anybody signed", async () => {
  const everything = ["ledger_entries", "ledger_blocks", ...Object.values(RECORDED)];
  const emptied = everything.map((table) => `delete from ${table} where workspace_id = ${workspace}`);

  expect((await tampered(...emptied)).first).toContainEqual(expect.objectContaining({ problem: "head_moved" }));
  expect((await tampered(...emptied, "delete from ledger_heads")).first).toContainEqual(
    expect.objectContaining({ problem: "head_missing" }),
  );
});
