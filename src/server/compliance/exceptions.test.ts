import { expect, test } from "vitest";
import { decideException, endException } from "#server/compliance/decide-exception.ts";
import { endCondition, enterCondition, listConditions } from "#server/compliance/enter-condition.ts";
import { listExceptions } from "#server/compliance/list-exceptions.ts";
import { recordCallDecision } from "#server/compliance/pass-call-gate.ts";
import { proposeLift, proposeOverride } from "#server/compliance/propose-exception.ts";
import { recordSuppression } from "#server/compliance/record-suppression.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { testDatabase } from "#test/database.ts";
import { aContact, aMember, as, aTouchpoint, at, aWorkspace } from "#test/factories.ts";

const database = testDatabase();
const noon = new Date("2026-11-23T17:00:00Z");
const tomorrow = new Date("2026-11-24T17:00:00Z");
const reason = "She asked for a second call at the fair";

async function ask(ctx: Context, contactId: string) {
  const { decision } = await transaction(ctx, (tx) => recordCallDecision(tx, { contactId, at: ctx.now }));
  return { verdict: decision.verdict, rules: decision.rules.map(({ id, effect }) => `${id} ${effect}`) };
}

async function theTwo(ctx: Context) {
  return {
    manager: as(ctx, await aMember(ctx, { role: "manager", name: "Sam Okonkwo" })),
    officer: as(ctx, await aMember(ctx, { role: "compliance_officer", name: "Ines Roth" })),
  };
}

test("a rule of our own is set aside by two people, for a time, and the decision says so", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const { manager, officer } = await theTwo(ctx);
  const { id: contactId } = await aContact(ctx);

  const proposed = await proposeOverride(manager, { contactId, rule: "POL-WARM", reason, expiresAt: tomorrow });
  const meanwhile = await ask(ctx, contactId);
  const approved = await decideException(officer, { id: proposed.id, approve: true, note: "" });
  const afterwards = await ask(ctx, contactId);

  expect(meanwhile).toMatchObject({ verdict: "deny", rules: expect.arrayContaining(["POL-WARM deny"]) });
  expect(approved).toMatchObject({
    state: "approved",
    decidedBy: { name: "Ines Roth" },
    proposedBy: { name: "Sam Okonkwo" },
  });
  expect(afterwards).toMatchObject({ verdict: "allow", rules: expect.arrayContaining(["POL-WARM lift"]) });
  expect((await ask(at(ctx, "2026-11-25T17:00:00Z"), contactId)).verdict).toBe("deny");
  await endException(officer, { id: proposed.id });
  expect((await ask(ctx, contactId)).verdict).toBe("deny");
});

test.each(["US-HOURS", "POL-OPTOUT-NOW", "GATE-UNK", "POL-ID-00"])("%s cannot be set aside", async (rule) => {
  const ctx = await aWorkspace(database, { now: noon });
  const { id: contactId } = await aContact(ctx);

  const proposing = proposeOverride(ctx, { contactId, rule, reason, expiresAt: tomorrow });

  await expect(proposing).rejects.toMatchObject({ code: "not_overridable" });
});

test("nobody decides what she has proposed herself, and what is decided stays so", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const { manager, officer } = await theTwo(ctx);
  const { id: contactId } = await aContact(ctx);
  const { id } = await proposeOverride(manager, { contactId, rule: "POL-WARM", reason, expiresAt: tomorrow });

  const alone = decideException(as(ctx, { ...manager.actor, role: "compliance_officer" }), {
    id,
    approve: true,
    note: "",
  });
  await expect(alone).rejects.toMatchObject({ code: "second_person_needed" });
  await decideException(officer, { id, approve: false, note: "A card is no reason" });

  await expect(decideException(officer, { id, approve: true, note: "" })).rejects.toMatchObject({ code: "conflict" });
  expect((await listExceptions(manager, { contactId, limit: 10 })).items).toMatchObject([
    { state: "rejected", note: "A card is no reason" },
  ]);
});

test("a no is lifted with new evidence, by two people, on all numbers that it had closed", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const { manager, officer } = await theTwo(ctx);
  const { id: contactId } = await aContact(ctx, { phones: ["+12125570001", "+12125570002"] });
  await aTouchpoint(ctx, contactId, { occurredAt: "2026-11-20T12:00:00Z" });
  const { suppression } = await recordSuppression(ctx, { contactId, kind: "do_not_call", words: "" });
  const lift = { suppressionId: suppression.id, reason, evidence: "Her letter of 23 November, in the file" };

  const { id, suppression: shown } = await proposeLift(manager, lift);
  await expect(proposeLift(manager, lift)).rejects.toMatchObject({ code: "conflict" });
  expect((await ask(ctx, contactId)).verdict).toBe("deny");
  await decideException(officer, { id, approve: true, note: "" });

  expect(shown?.point).toContain("•");
  expect((await ask(ctx, contactId)).verdict).toBe("allow");
  await expect(proposeLift(manager, lift)).rejects.toMatchObject({ code: "conflict" });
});

test("an emergency that an officer enters closes its state until it is ended", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const { officer } = await theTwo(ctx);
  const { id: contactId } = await aContact(ctx, { audience: "consumer", phones: ["+15045550199"] });
  const emergency = { kind: "eoc_activation" as const, country: "US", region: "LA", county: null, place: null };

  const entered = await enterCondition(officer, {
    ...emergency,
    from: "2026-11-22",
    to: null,
    source: "Proclamation 211",
  });
  const during = await ask(ctx, contactId);
  await endCondition(officer, { id: entered.id, because: "Lifted by proclamation 212" });
  const after = await ask(ctx, contactId);

  const isClosed = (rules: string[]) => rules.includes("US-LA-SOE deny");
  expect([isClosed(during.rules), isClosed(after.rules)]).toEqual([true, false]);
  const { items } = await listConditions(officer, { standing: false, limit: 10 });
  expect(items).toMatchObject([{ id: entered.id, endedBecause: "Lifted by proclamation 212" }]);
});
