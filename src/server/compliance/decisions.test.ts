import { expect, test } from "vitest";
import { allPacks } from "#domain/gate/all-packs.ts";
import { reserveContact } from "#server/call-queue/reserve-contact.ts";
import { startCall } from "#server/call-queue/start-call.ts";
import { getDecision } from "#server/compliance/get-decision.ts";
import { listDecisions } from "#server/compliance/list-decisions.ts";
import { getRulePack, listRulePacks } from "#server/compliance/list-rule-packs.ts";
import { replayDecision } from "#server/compliance/replay-decision.ts";
import { whatIf } from "#server/compliance/what-if.ts";
import type { Context } from "#server/platform/context.ts";
import { testDatabase } from "#test/database.ts";
import { aContact, aMember, as, aTouchpoint, aWorkspace } from "#test/factories.ts";

const database = testDatabase();
const noon = new Date("2026-11-23T17:00:00Z");

async function aCall(ctx: Context) {
  const { id, phones } = await aContact(ctx);
  await aTouchpoint(ctx, id, { occurredAt: "2026-11-20T12:00:00Z" });
  await reserveContact(ctx, { contactId: id });
  const { attempt } = await startCall(ctx, { contactId: id });
  return { contactId: id, phone: phones[0] ?? "", attempt };
}

test("a decision is found by person, rep, verdict, rule and time, and by nobody who may not see it", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const { contactId, attempt } = await aCall(ctx);
  const stranger = as(ctx, await aMember(ctx));
  const userId = ctx.actor.userId ?? "";
  const found = async (by: object, who = ctx) =>
    (await listDecisions(who, { limit: 10, ...by })).items.map(({ id }) => id);

  for (const by of [{ contactId }, { userId }, { verdict: "allow" }, { rule: "POL-ID-00" }, { from: noon }]) {
    expect(await found(by)).toEqual([attempt.decisionId]);
  }
  for (const by of [{ verdict: "deny" }, { rule: "DE-HOURS" }, { to: noon }, { userId: contactId }]) {
    expect(await found(by)).toEqual([]);
  }
  expect(await found({ contactId }, stranger)).toEqual([]);
  await expect(getDecision(stranger, { id: attempt.decisionId })).rejects.toMatchObject({ code: "not_found" });
});

test("a decision shows its whole question without the number, its packs and the attempt that used it", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const { phone, attempt } = await aCall(ctx);

  const shown = await getDecision(ctx, { id: attempt.decisionId });

  expect(shown).toMatchObject({
    verdict: "allow",
    attempt: { id: attempt.id, origin: "dialled" },
    request: { attempt: { channel: "call" }, contact: { audience: "business" } },
  });
  expect(shown.packs.map(({ name }) => name)).toEqual(expect.arrayContaining(["us", "us-ny", "policy"]));
  expect(shown.packs.every(({ isCurrent }) => isCurrent)).toBe(true);
  expect(JSON.stringify(shown)).not.toContain(phone);
});

test("a recorded decision replays to the same answer by the packs of its day, also when the law is another today", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const { attempt } = await aCall(ctx);

  const replay = await replayDecision(ctx, { id: attempt.decisionId });

  expect(replay).toMatchObject({ same: true, differences: [], replayed: { verdict: "allow" } });
  // As a later program finds it: the packs of the record say something else than its own.
  await database.ownerPool.query(`alter table rule_packs disable trigger user`);
  await database.ownerPool.query(
    `update rule_packs set content = jsonb_set(content, '{rows}', '[]') where workspace_id = $1 and name = 'policy'`,
    [ctx.actor.workspaceId],
  );
  const later = await replayDecision(ctx, { id: attempt.decisionId });
  expect(later).toMatchObject({ same: false, differences: expect.arrayContaining(["obligations"]) });
  expect(later.byCurrentPacks).toEqual(replay.recorded);
});

test("what if: other facts, another answer, and nothing is written", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const { phone, attempt } = await aCall(ctx);
  const { request } = await getDecision(ctx, { id: attempt.decisionId });

  const changes = { at: "2026-11-23T23:30:00-05:00", contact: { ...(request.contact as object) } };
  const night = await whatIf(ctx, { decisionId: attempt.decisionId, changes });

  expect(night).toMatchObject({ decision: { verdict: "defer" }, before: { verdict: "allow" } });
  expect(JSON.stringify(night)).not.toContain(phone);
  await expect(
    whatIf(ctx, { decisionId: attempt.decisionId, changes: { attempt: { channel: "pigeon" } } }),
  ).rejects.toMatchObject({ code: "invalid_input" });
  expect((await listDecisions(ctx, { limit: 10 })).items).toHaveLength(1);
});

test("a pack is readable, with its sources, what is contested and the deadlines", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  await aCall(ctx);

  const { items } = await listRulePacks(ctx);
  const policy = await getRulePack(ctx, { name: "policy" });

  expect(items).toHaveLength(allPacks.length);
  expect(policy.rules.find(({ id }) => id === "POL-WARM")).toMatchObject({ basis: "policy", mechanism: "own" });
  expect(policy.versions).toMatchObject([{ version: policy.version, hash: policy.hash }]);
  await expect(getRulePack(ctx, { name: "atlantis" })).rejects.toMatchObject({ code: "not_found" });
});

test.each(allPacks.map((pack) => [pack.name, pack] as const))(
  "the pack %s is plain data, as it must be to be kept",
  (_, pack) => {
    expect(JSON.parse(JSON.stringify(pack))).toEqual(pack);
  },
);
