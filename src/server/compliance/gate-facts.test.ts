import { expect, test } from "vitest";
import { addTask } from "#server/call-queue/add-task.ts";
import { logCall } from "#server/call-queue/log-call.ts";
import { passCallGate, recordCallDecision } from "#server/compliance/pass-call-gate.ts";
import { recordConsent } from "#server/compliance/record-consent.ts";
import { updatePoint } from "#server/contacts/change-points.ts";
import { updateContact } from "#server/contacts/update-contact.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { changePolicy, changeWorkspace } from "#server/team/change-workspace.ts";
import { testDatabase } from "#test/database.ts";
import { aContact, anAccount, aTouchpoint, at, aWorkspace } from "#test/factories.ts";

/* What is on record reaches the gate: the question that is kept with a decision. */

const database = testDatabase();
const noon = new Date("2026-11-23T17:00:00Z");
const consent = {
  channels: ["call" as const],
  purpose: "marketing",
  form: "written" as const,
  words: "You may call me",
};

async function asked(ctx: Context, contactId: string) {
  return transaction(ctx, (tx) => recordCallDecision(tx, { contactId, at: ctx.now }));
}

async function phoneOf(contactId: string): Promise<string> {
  const { rows } = await database.ownerPool.query(
    "select id from contact_points where contact_id = $1 and kind = 'phone'",
    [contactId],
  );
  return rows[0].id;
}

test("attempts of ninety days, with what they were about and what came of them", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const { id } = await aContact(ctx);
  const call = { contactId: id, note: "", answers: [], said: [] };
  for (const day of ["2026-08-24", "2026-08-26", "2026-11-20"]) {
    await logCall(at(ctx, `${day}T17:00:00Z`), { ...call, outcome: "voicemail" });
  }

  const { request } = await asked(ctx, id);

  expect(request.attempts).toHaveLength(2);
  expect(request.attempts?.[0]).toMatchObject({
    channel: "call",
    technology: "manual",
    purpose: "marketing",
    outcome: "voicemail",
  });
});

test("a consent with all that its words say, until the person changes the employer", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const [before, after] = [await anAccount(ctx, { name: "Northwind" }), "Tallgren"];
  const { id } = await aContact(ctx, { accountId: before.id });
  const says = { names: ["seller" as const, "technology" as const], technology: ["ai_voice" as const], times: "any" };
  await recordConsent(ctx, { ...consent, ...says, contactId: id, subject: "routing", ongoing: true });

  const { request } = await asked(ctx, id);
  await updateContact(at(ctx, "2026-11-23T17:01:00Z"), { id, company: after });
  const { request: later } = await asked(at(ctx, "2026-11-23T17:02:00Z"), id);

  expect(request.consents).toMatchObject([{ ...says, subject: "routing", ongoing: true, givenBy: "contact" }]);
  expect(Date.parse(later.consents?.[0]?.withdrawnAt ?? "")).toBe(Date.parse("2026-11-23T17:01:00Z"));
});

test("a number with a new owner is not called, and what was agreed for it holds no longer", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const { id } = await aContact(ctx);
  await aTouchpoint(ctx, id, { occurredAt: "2026-11-20T12:00:00Z" });
  await recordConsent(ctx, { ...consent, contactId: id });
  const checkedAt = new Date("2026-11-23T16:00:00Z");

  const contact = await updatePoint(ctx, {
    id,
    pointId: await phoneOf(id),
    directory: "listed",
    reassigned: { checkedAt, answer: "yes" },
  });
  const { request, decision } = await asked(ctx, id);

  expect(contact.points).toMatchObject([{ directory: "listed", reassigned: { answer: "yes" } }]);
  expect(request.contact).toMatchObject({ phone: { directory: "listed" }, reassigned: { answer: "yes" } });
  expect(request.consents?.[0]?.withdrawnAt).toBeDefined();
  expect(decision.rules.map((rule) => rule.id)).toContain("POL-REASSIGNED");
});

test("the person's quiet hours, and when she was told where her data came from", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const { id } = await aContact(ctx);
  await aTouchpoint(ctx, id, { occurredAt: "2026-11-20T12:00:00Z" });
  const quietHours = [{ from: "11:00", until: "13:00" }];

  await updateContact(ctx, { id, quietHours, noticeSentAt: new Date("2026-11-01T00:00:00Z") });
  const { request, decision } = await asked(ctx, id);

  expect(request.contact).toMatchObject({ quietHours, source: { noticeSentAt: "2026-11-01T00:00:00.000Z" } });
  expect(decision).toMatchObject({ verdict: "defer", until: "2026-11-23T13:00:00-05:00" });
});

test("the workspace's own hours, caps and spacing, its product and its number", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const { id } = await aContact(ctx);
  await aTouchpoint(ctx, id, { occurredAt: "2026-11-20T12:00:00Z" });
  const callingHours = { tue: [{ from: "10:00", until: "12:00" }] };

  await changePolicy(ctx, {
    callingHours,
    caps: [{ attempts: 2, hours: 48 }],
    spacingHours: 6,
    openedCountries: ["KE"],
  });
  await changeWorkspace(ctx, { product: "energy", recordsCalls: true, callerId: "+12125550100", country: "US" });
  const { request, decision } = await asked(ctx, id);

  expect(request.policy).toMatchObject({ hours: callingHours, caps: [{ attempts: 2, hours: 48 }], spacingHours: 6 });
  expect(request.policy?.countries).toEqual(["KE"]);
  expect(request.attempt).toMatchObject({ product: "energy", recorded: true, callerId: "+12125550100" });
  expect(decision).toMatchObject({ verdict: "defer", until: "2026-11-24T10:00:00-05:00" });
});

test("a relationship with what it was about, and an introduction with who knows of it", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const { id } = await aContact(ctx);
  const row = { workspaceId: ctx.actor.workspaceId, contactId: id, recordedAt: noon };
  await transaction(ctx, (tx) =>
    tx.db
      .insertInto("relationships")
      .values([
        { ...row, kind: "purchase", startedAt: noon, similarOffer: true, optOutOffered: true },
        {
          ...row,
          kind: "introduction",
          startedAt: noon,
          withWhom: "Priya",
          referrerKnows: ["seller"],
          agreedBy: "contact",
        },
      ])
      .execute(),
  );

  const { request } = await asked(ctx, id);

  expect(request.relationships).toMatchObject([
    { kind: "purchase", similar: true, optOutOffered: true },
    { kind: "introduction", with: "Priya", referrerKnows: ["seller"], agreedBy: "contact" },
  ]);
});

test("what another plan pursues with the person stands in the way of anything else", async () => {
  const ctx = await aWorkspace(database, { now: noon });
  const { id } = await aContact(ctx);
  await aTouchpoint(ctx, id, { occurredAt: "2026-11-20T12:00:00Z" });
  const task = {
    contactId: id,
    kind: "follow_up" as const,
    title: "",
    local: "2026-11-25T10:00",
    timeZone: "America/New_York",
  };
  await addTask(ctx, { ...task, subject: "renewal" });
  const ask = (subject?: string) => transaction(ctx, (tx) => passCallGate(tx, { contactId: id, subject, at: noon }));

  await expect(ask("upsell")).rejects.toMatchObject({ code: "call_not_allowed" });
  expect((await ask("renewal")).request).toMatchObject({ openPurpose: "renewal", attempt: { subject: "renewal" } });
  expect((await ask()).decision.verdict).toBe("allow");
});
