import { expect, test } from "vitest";
import { addTask } from "#server/call-queue/add-task.ts";
import { reportOutcome } from "#server/call-queue/report-outcome.ts";
import { reserveContact } from "#server/call-queue/reserve-contact.ts";
import { startCall } from "#server/call-queue/start-call.ts";
import { recordConsent } from "#server/compliance/record-consent.ts";
import { recordSuppression } from "#server/compliance/record-suppression.ts";
import { createContact } from "#server/contacts/create-contact.ts";
import { mergeContacts } from "#server/contacts/merge-contacts.ts";
import { updateContact } from "#server/contacts/update-contact.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { erasePerson } from "#server/rights/erase-person.ts";
import { loadPerson } from "#server/rights/person.ts";
import { verifyWorkspace } from "#server/verification/verify-workspace.ts";
import { testDatabase } from "#test/database.ts";
import { aContact, aTouchpoint, at, aWorkspace } from "#test/factories.ts";
import { anImport, countsOfImport, peopleOf } from "#test/imports.ts";

const database = testDatabase();
/** A Monday, 12:00 in New York. */
const noon = new Date("2026-11-23T17:00:00Z");

const file = `Name,Email,Phone,Company,Notes
Ottilie Vandersteen,ottilie@vandersteen.example,(212) 555-0142,Vandersteen Household,Keeps three beehives
Bob Ray,bob@example.com,+1 212 555 0188,Initech,Likes tea
`;
/** Says nothing new of her, so that only the row itself and the file still hold her. */
const export2 = `Full name;E-mail
Ottilie Vandersteen;OTTILIE@vandersteen.example
Bob Ray;bob@example.com
`;
const traces = ["ottilie", "vandersteen", "2125550142", "555-0142", "beehive", "orchard"];

/** Everything that stands in the database as text, the queue and every stored file with it; or that of a workspace. */
async function everything(workspaceId = ""): Promise<string> {
  const { rows: tables } = await database.ownerPool.query<{ name: string }>(`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('public', 'graphile_worker')`);
  const parts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await database.ownerPool.query<{ row: string }>(`select t::text as row from ${name} t`);
    parts.push(...rows.map(({ row }) => `${name} ${row}`).filter((text) => text.includes(workspaceId)));
  }
  const { rows: chunks } = await database.ownerPool.query<{ bytes: Buffer }>(
    `select bytes from import_chunks where workspace_id::text ~ $1
     union all select bytes from import_attachments where workspace_id::text ~ $1`,
    [workspaceId],
  );
  return [...parts, ...chunks.map(({ bytes }) => bytes.toString("utf8"))].join("\n").toLowerCase();
}

const tracesLeft = async (ctx?: Context) => {
  const text = await everything(ctx?.actor.workspaceId);
  return traces.filter((trace) => text.includes(trace));
};

async function idOf(ctx: Context, name: string): Promise<string> {
  const person = (
    await transaction(ctx, ({ db }) =>
      db.selectFrom("contacts").select("id").where("fullName", "=", name).where("state", "=", "active").execute(),
    )
  )[0];
  if (!person) throw new Error(`no ${name}`);
  return person.id;
}

async function erased(ctx: Context, contactId: string, keepHashes = true): Promise<string> {
  return transaction(ctx, async (tx) => {
    const person = await loadPerson(tx, contactId);
    if (!person) throw new Error("nobody");
    return erasePerson(tx, person, { because: "request", requestId: null, keepHashes });
  });
}

async function called(ctx: Context, contactId: string): Promise<void> {
  await reserveContact(ctx, { contactId });
  const { attempt } = await startCall(ctx, { contactId, otherAgreed: false } as never);
  await reportOutcome(ctx, {
    id: attempt.id,
    outcome: "conversation",
    note: "Spoke of the orchard",
    answers: [],
    said: [],
  } as never);
}

async function withAWholeLife(ctx: Context): Promise<string> {
  await anImport(ctx, "people.csv", file, { touchpoint: "webinar_attended", occurredAt: "2026-11-20" });
  await anImport(ctx, "others.csv", export2, {});
  const id = await idOf(ctx, "Ottilie Vandersteen");
  const other = await aContact(ctx, {
    name: "Ottilie Vandersteen-Roe",
    emails: ["o.roe@vandersteen.example"],
    phones: [],
  });
  await mergeContacts(ctx, { id, otherId: other.id } as never);
  await aTouchpoint(ctx, id, { kind: "inbound_inquiry", occurredAt: "2026-11-20T12:00:00Z" });
  await called(ctx, id);
  await recordConsent(ctx, {
    contactId: id,
    channels: ["email"],
    form: "oral",
    words: "Yes, Ottilie agrees",
    purpose: "marketing",
  });
  await addTask(ctx, {
    contactId: id,
    kind: "follow_up",
    title: "Send the orchard plan",
    local: "2026-11-25T10:00",
    timeZone: "America/New_York",
  } as never);
  await updateContact(ctx, { id, notes: "Lives beside an orchard", tags: ["beehives"] } as never);
  await recordSuppression(ctx, { contactId: id, kind: "stop", words: "Ottilie said stop" });
  return id;
}

test("after an erasure nothing of the person is left anywhere, and the record still holds", async () => {
  const ctx = await aWorkspace(database, { now: noon, country: "US", timeZone: "America/New_York" });
  const id = await withAWholeLife(ctx);
  expect(await tracesLeft()).toEqual(traces);

  await erased(at(ctx, "2026-11-24T10:00:00Z"), id);

  expect(await tracesLeft()).toEqual([]);
  expect((await verifyWorkspace(ctx)).checks.filter(({ broken }) => broken > 0)).toEqual([]);
  expect((await peopleOf(ctx)).map(({ name }) => name)).toEqual(["Bob Ray"]);
});

test("the certificate says what was erased where", async () => {
  const ctx = await aWorkspace(database, { now: noon, country: "US", timeZone: "America/New_York" });
  const id = await withAWholeLife(ctx);

  const certificate = await erased(ctx, id);

  const { rows } = await database.ownerPool.query(
    "select places, files, kept from erasure_certificates where id = $1",
    [certificate],
  );
  const counts = Object.fromEntries(
    rows[0].places.map(({ table, rows: n }: { table: string; rows: number }) => [table, n]),
  );
  expect(counts).toMatchObject({
    contacts: 2,
    contact_points: 3,
    attempts: 1,
    outcomes: 1,
    decisions: 1,
    consents: 1,
    tasks: 1,
  });
  expect(rows[0].files.map(({ became }: { became: string }) => became)).toEqual(["rewritten", "rewritten"]);
  expect(rows[0].kept).toEqual({ email: 2, phone: 1, phone_and_name: 2 });
});

test("the same file again skips the person and keeps nothing of the row", async () => {
  const ctx = await aWorkspace(database, { now: noon, country: "US", timeZone: "America/New_York" });
  await anImport(ctx, "people.csv", file, {});
  await erased(ctx, await idOf(ctx, "Ottilie Vandersteen"));

  const again = await anImport(at(ctx, "2026-11-24T10:00:00Z"), "people.csv", file, {});

  expect(await countsOfImport(ctx, again)).toMatchObject({ rows: 2, created: 0, skipped: 2 });
  expect(await tracesLeft(ctx)).toEqual([]);
});

test("nobody adds an erased person by hand", async () => {
  const ctx = await aWorkspace(database, { now: noon, country: "US" });
  await anImport(ctx, "people.csv", file, {});
  await erased(ctx, await idOf(ctx, "Ottilie Vandersteen"));
  const again = { fullName: "O. V.", tags: [], custom: {}, allowAlike: false };

  for (const point of [
    { kind: "email", value: "Ottilie@Vandersteen.example" },
    { kind: "phone", value: "212 555 0142" },
  ])
    await expect(createContact(ctx, { ...again, points: [point] } as never)).rejects.toMatchObject({
      code: "erased_person",
    });
});

test("a number that another contact has too stays his, and stays closed to all", async () => {
  const ctx = await aWorkspace(database, { now: noon, country: "US" });
  const hers = await aContact(ctx, { name: "Ada Quill", phones: ["+12125550155"] });
  const his = await aContact(ctx, { name: "Max Quill", phones: ["+12125550155"] });
  await aTouchpoint(ctx, his.id);
  await recordSuppression(ctx, { contactId: hers.id, kind: "stop", words: "" });

  await erased(ctx, hers.id);

  const { rows } = await database.ownerPool.query("select closed_because from standings where contact_id = $1", [
    his.id,
  ]);
  expect(rows[0].closed_because).toBe("suppressed");
  expect((await verifyWorkspace(ctx)).holds).toBe(true);
  const withIt = (fullName: string) =>
    createContact(ctx, {
      fullName,
      tags: [],
      custom: {},
      allowAlike: true,
      points: [{ kind: "phone", value: "+12125550155" }],
    } as never);
  await expect(withIt("Ada Quill")).rejects.toMatchObject({ code: "erased_person" });
  await expect(withIt("Someone Else")).resolves.toMatchObject({ closedBecause: "suppressed" });
});

test("who was archived, or whose import was taken back, is erased with the one who is there", async () => {
  const ctx = await aWorkspace(database, { now: noon, country: "US" });
  const mine = { phones: ["+12125550177"], emails: ["zelda@quagmire.example"] };
  const archived = await aContact(ctx, { name: "Zelda Quagmire", state: "withdrawn", ...mine });
  await database.ownerPool.query("update contact_points set state = 'withdrawn' where contact_id = $1", [archived.id]);
  const namesake = await aContact(ctx, {
    name: "Zelda Other",
    state: "withdrawn",
    phones: ["+12125550177"],
    emails: [],
  });
  const now = await aContact(ctx, { name: "Zelda Quagmire", ...mine });

  await erased(ctx, now.id);

  const { rows } = await database.ownerPool.query("select id from contacts where id = any($1)", [
    [archived.id, namesake.id, now.id],
  ]);
  expect(rows).toEqual([{ id: namesake.id }]);
});

test("what was written about somebody else and names her is left to a person, who is told where", async () => {
  const ctx = await aWorkspace(database, { now: noon, country: "US" });
  const hers = await aContact(ctx, { name: "Odalys Brightwater", phones: [] });
  const other = await aContact(ctx, { name: "Bob Ray" });
  const { id } = await aTouchpoint(ctx, other.id, { summary: "Introduced by Odalys Brightwater" });

  const certificate = await erased(ctx, hers.id);

  const { rows } = await database.ownerPool.query("select places from erasure_certificates where id = $1", [
    certificate,
  ]);
  expect(rows[0].places.filter(({ action }: { action: string }) => action === "mentioned")).toEqual([
    { table: "touchpoints", action: "mentioned", rows: 1, why: id },
  ]);
});
