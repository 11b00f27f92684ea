import { describe, expect, test } from "vitest";
import { TakeRequest } from "#api/person-requests.ts";
import { takeQueue } from "#server/call-queue/take-queue.ts";
import { listSuppressions } from "#server/compliance/list-suppressions.ts";
import { recordCallDecision } from "#server/compliance/pass-call-gate.ts";
import { createContact } from "#server/contacts/create-contact.ts";
import { getContact } from "#server/contacts/get-contact.ts";
import { mergeContacts } from "#server/contacts/merge-contacts.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import {
  correctPerson,
  erasePersonOfRequest,
  liftRestriction,
  objectForPerson,
  restrictPerson,
} from "#server/rights/carry-out.ts";
import { admitAgain, getCertificate } from "#server/rights/certificates.ts";
import { discloseContact, downloadPortable } from "#server/rights/disclose-contact.ts";
import { liftHold, placeHold } from "#server/rights/holds.ts";
import { countRequests, getRequest, listRequests } from "#server/rights/list-requests.ts";
import {
  acknowledgeRequest,
  answerRequest,
  checkIdentity,
  extendRequest,
  refuseRequest,
  startRequest,
} from "#server/rights/move-request.ts";
import { remindOfRequests } from "#server/rights/remind-of-requests.ts";
import { takeRequest } from "#server/rights/take-request.ts";
import { testDatabase } from "#test/database.ts";
import { aContact, aMember, as, aTeam, aTouchpoint, at, aWorkspace } from "#test/factories.ts";
import { anImport } from "#test/imports.ts";

const database = testDatabase();
const noon = new Date("2026-11-23T17:00:00Z");

async function anOfficer(): Promise<Context> {
  const ctx = await aWorkspace(database, { now: noon, country: "DE", timeZone: "Europe/Berlin" });
  return as(ctx, await aMember(ctx, { role: "compliance_officer", name: "Uta Brandt" }));
}

const asked = (ctx: Context, given: Partial<TakeRequest> & Pick<TakeRequest, "kind">) =>
  takeRequest(ctx, TakeRequest.parse(given));

async function known(ctx: Context, given: Partial<TakeRequest> & Pick<TakeRequest, "kind">): Promise<string> {
  const { id } = await asked(ctx, given);
  await checkIdentity(ctx, { id, how: "Called back on the number on file" });
  return id;
}

describe("a request", () => {
  test("starts the clock of the law of where the person lives", async () => {
    const ctx = await anOfficer();
    const contact = await aContact(ctx, { country: "US", phones: ["+14155550123"] });
    await database.ownerPool.query("update contacts set region = 'CA' where id = $1", [contact.id]);

    const hers = await asked(ctx, { kind: "access", contactId: contact.id });
    const anybodys = await asked(ctx, { kind: "access", requester: "J. Doe" });

    expect(hers).toMatchObject({
      ...{ state: "received", receivedOn: "2026-11-23", answerBy: "2027-01-07", extendableTo: "2027-02-21" },
      law: { id: "us-ca-ccpa" },
    });
    expect(anybodys).toMatchObject({ answerBy: "2026-12-23", law: { id: "eu-gdpr" }, urgency: "open", contact: null });
  });

  test("goes from step to step, and its history says who did what", async () => {
    const ctx = await anOfficer();
    const { id } = await asked(ctx, { kind: "access", contactId: (await aContact(ctx)).id });

    await expect(answerRequest(ctx, { id, answer: "Sent" })).rejects.toMatchObject({ code: "request_step_closed" });
    await acknowledgeRequest(ctx, { id });
    await checkIdentity(ctx, { id, how: "Passport shown" });
    await startRequest(ctx, { id });
    await extendRequest(ctx, { id, reason: "Many systems" });
    const answered = await answerRequest(ctx, { id, answer: "Sent by letter" });

    expect(answered).toMatchObject({ state: "answered", answerBy: "2027-02-23", urgency: "closed", steps: [] });
    expect(answered.events.map(({ event, by }) => [event, by])).toEqual([
      ["received", "Uta Brandt"],
      ["acknowledged", "Uta Brandt"],
      ["identity_checked", "Uta Brandt"],
      ["started", "Uta Brandt"],
      ["extended", "Uta Brandt"],
      ["answered", "Uta Brandt"],
    ]);
    await expect(refuseRequest(ctx, { id, reason: "excessive", answer: "No" })).rejects.toMatchObject({
      code: "request_step_closed",
    });
  });

  test("is extended once, and not after its first period", async () => {
    const ctx = await anOfficer();
    const { id } = await asked(ctx, { kind: "access" });
    const late = { id, reason: "Many systems" };

    await expect(extendRequest(at(ctx, "2026-12-24T10:00:00Z"), late)).rejects.toMatchObject({
      code: "request_step_closed",
    });
    await extendRequest(at(ctx, "2026-12-23T10:00:00Z"), late);
    await expect(extendRequest(at(ctx, "2026-12-23T11:00:00Z"), late)).rejects.toMatchObject({
      code: "request_step_closed",
    });
  });

  test("that is to be done is not answered before it was done", async () => {
    const ctx = await anOfficer();
    const id = await known(ctx, { kind: "restriction", contactId: (await aContact(ctx)).id });

    await expect(answerRequest(ctx, { id, answer: "Done" })).rejects.toMatchObject({
      details: { reason: "not_carried_out" },
    });
  });

  test("is reminded of once for each day that counts, and shown as overdue", async () => {
    const ctx = await anOfficer();
    const { id } = await asked(ctx, { kind: "access" });

    for (const day of ["2026-11-24", "2026-12-16", "2026-12-16", "2026-12-24"])
      await remindOfRequests(at(ctx, `${day}T08:00:00Z`));

    const late = at(ctx, "2026-12-24T09:00:00Z");
    const { events, urgency } = await getRequest(late, { id });
    expect(events.filter(({ event }) => event === "reminded").map(({ details }) => details.reminder)).toEqual([
      "due_in_7",
      "overdue_1",
    ]);
    expect(urgency).toBe("overdue");
    expect(await countRequests(late)).toEqual({ open: 1, soon: 0, overdue: 1 });
  });

  test("of a colleague's contact is not shown to the manager of another team", async () => {
    const officer = await anOfficer();
    const [north, south] = [await aTeam(officer), await aTeam(officer)];
    const rep = await aMember(officer, { role: "rep", teamId: north.id });
    const manager = await aMember(officer, { role: "manager", teamId: south.id });
    const contact = await aContact(officer, { ownerId: rep.userId });
    const { id } = await asked(officer, { kind: "access", contactId: contact.id });

    await expect(getRequest(as(officer, manager), { id })).rejects.toMatchObject({ code: "not_found" });
    const { items } = await listRequests(officer, { state: "open", limit: 50 });
    expect(items.map((each) => each.id)).toEqual([id]);
  });
});

describe("carried out", () => {
  test("a correction keeps what stood there before", async () => {
    const ctx = await anOfficer();
    const contact = await aContact(ctx, { name: "Ana Lopes" });
    const id = await known(ctx, { kind: "correction", contactId: contact.id });

    await correctPerson(ctx, { id, changes: { fullName: "Ana Lopez", jobTitle: "Director" } as never });

    expect(await getContact(ctx, { id: contact.id })).toMatchObject({ fullName: "Ana Lopez", jobTitle: "Director" });
    const { rows } = await database.ownerPool.query(
      "select field, before, after from contact_corrections where contact_id = $1 order by field",
      [contact.id],
    );
    expect(rows).toEqual([
      { field: "fullName", before: "Ana Lopes", after: "Ana Lopez" },
      { field: "jobTitle", before: null, after: "Director" },
    ]);
  });

  test("an objection closes everything at once, and needs no proof of who says it", async () => {
    const ctx = await anOfficer();
    const contact = await aContact(ctx);
    const { id, actAtOnce } = await asked(ctx, { kind: "objection", contactId: contact.id, words: "No more" });

    const after = await objectForPerson(ctx, { id });

    expect([actAtOnce, after.actAtOnce]).toEqual([true, false]);
    const { items } = await listSuppressions(ctx, { contactId: contact.id, limit: 50, standing: true });
    expect(items.map(({ kind }) => kind)).toEqual(["objection"]);
  });

  test("a restriction takes the person out of the queue and past the gate, also after a merge, until it is lifted", async () => {
    const officer = await anOfficer();
    const ctx = as(officer, await aMember(officer, { role: "admin" }));
    const contact = await aContact(ctx, { phones: ["+493012345678"], country: "DE" });
    await aTouchpoint(ctx, contact.id, { kind: "callback_requested", occurredAt: "2026-11-23T10:00:00Z" });
    const id = await known(officer, { kind: "restriction", contactId: contact.id });
    const queue = async () =>
      (await takeQueue(ctx, { whose: { of: "me" }, tab: "to_call", limit: 50 } as never)).items.length;

    await restrictPerson(officer, { id });

    expect(await queue()).toBe(0);
    expect((await getContact(ctx, { id: contact.id })).closedBecause).toBe("restricted");
    const passed = await transaction(ctx, (tx) => recordCallDecision(tx, { contactId: contact.id, at: tx.now }));
    expect(passed.decision.verdict).toBe("deny");
    const other = await aContact(ctx, { phones: [] });
    await mergeContacts(ctx, { id: other.id, otherId: contact.id });
    expect((await getContact(ctx, { id: other.id })).closedBecause).toBe("restricted");

    await liftRestriction(officer, { id: other.id, reason: "Settled", informedAt: officer.now });
    expect((await getContact(ctx, { id: other.id })).closedBecause).toBe(null);
  });

  test("an erasure closes the request without the name in it, and its certificate stays", async () => {
    const ctx = await anOfficer();
    const contact = await aContact(ctx, { name: "Ottilie Vandersteen", emails: ["ottilie@vandersteen.example"] });
    const id = await known(ctx, {
      kind: "erasure",
      contactId: contact.id,
      requester: "Ottilie Vandersteen",
      replyTo: "ottilie@vandersteen.example",
    });

    const done = await erasePersonOfRequest(ctx, { id });

    expect(done).toMatchObject({ state: "answered", contact: null, requester: "", replyTo: "" });
    expect(await getCertificate(ctx, { id: done.certificateId ?? "" })).toMatchObject({
      ...{ because: "request", requestId: id, erasedBy: "Uta Brandt" },
      kept: { email: 1, phone: 1, phone_and_name: 1 },
    });
  });

  test("nothing of somebody with whom there is a dispute is erased", async () => {
    const ctx = await anOfficer();
    const contact = await aContact(ctx);
    const hold = await placeHold(ctx, { contactId: contact.id, reason: "Claim 4711" });
    const id = await known(ctx, { kind: "erasure", contactId: contact.id });

    await expect(erasePersonOfRequest(ctx, { id })).rejects.toMatchObject({ code: "legal_hold" });
    await liftHold(ctx, { id: hold.id });
    await expect(erasePersonOfRequest(ctx, { id })).resolves.toMatchObject({ state: "answered" });
  });

  test("somebody who was erased and came back herself is let in by an officer", async () => {
    const ctx = await anOfficer();
    const contact = await aContact(ctx, { phones: [], emails: ["ana@example.org"] });
    await erasePersonOfRequest(ctx, { id: await known(ctx, { kind: "erasure", contactId: contact.id }) });
    const again = () =>
      createContact(ctx, {
        ...{ fullName: "Ana Lopes", tags: [], custom: {}, allowAlike: false },
        points: [{ kind: "email", value: "ana@example.org" }],
      } as never);
    await expect(again()).rejects.toMatchObject({ code: "erased_person" });

    await admitAgain(ctx, { value: "Ana@example.org", name: "", reason: "Wrote to us on 24 November" });

    await expect(again()).resolves.toMatchObject({ fullName: "Ana Lopes" });
  });
});

describe("access", () => {
  test("shows everything that is held, with where it comes from, and is itself logged", async () => {
    const officer = await anOfficer();
    const ctx = as(officer, await aMember(officer, { role: "admin" }));
    await anImport(ctx, "fair.csv", "Name,Email,Notes\nAna Lopes,ana@example.org,Likes tea\n", {
      ...{ touchpoint: "card_exchanged", occurredAt: "2026-11-20" },
    });
    const { rows } = await database.ownerPool.query("select id from contacts where workspace_id = $1", [
      ctx.actor.workspaceId,
    ]);
    const id = rows[0].id as string;
    await discloseContact(officer, { id });

    const { sections, name } = await discloseContact(officer, { id });

    expect(name).toBe("Ana Lopes");
    const byPlace = Object.fromEntries(sections.map(({ place, rows: found }) => [place, found]));
    expect(byPlace.contact_points).toMatchObject([
      { values: { kind: "email", value: "ana@example.org" }, source: { file: "fair.csv" } },
    ]);
    expect(byPlace.contacts?.[0]?.values).toMatchObject({ notes: "Likes tea" });
    expect(byPlace.touchpoints).toMatchObject([
      { values: { kind: "card_exchanged" }, source: { file: "fair.csv", line: 1 } },
    ]);
    expect(byPlace.access_logs).toMatchObject([
      { values: { action: "export" }, source: { by: "Uta Brandt" } },
      { values: { action: "export" } },
    ]);
  });

  test("as something to take elsewhere holds what the person gave, and not what we thought", async () => {
    const ctx = await anOfficer();
    const contact = await aContact(ctx, { name: "Ana Lopes", phones: [], emails: ["ana@example.org"] });
    await aTouchpoint(ctx, contact.id, { kind: "meeting_held", summary: "We met" });
    await aTouchpoint(ctx, contact.id, { kind: "profile_viewed", summary: "Looks rich" });

    const file = await downloadPortable(ctx, { id: contact.id });

    const text = await new Response(file.stream).text();
    const given = JSON.parse(text);
    expect(given.contact_points).toMatchObject([{ value: "ana@example.org" }]);
    expect(given.touchpoints).toHaveLength(1);
    expect(text).not.toContain("Looks rich");
  });
});
