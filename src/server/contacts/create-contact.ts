import type { Contact, CreateContact } from "#api/contacts.ts";
import { nameKey, sortNameOf } from "#domain/contacts/names.ts";
import { searchColumnsOf, searchVector } from "#domain/contacts/search-words.ts";
import { ensureAccounts } from "#server/accounts/ensure-accounts.ts";
import { checkFacts } from "#server/contacts/check-facts.ts";
import { viewContact } from "#server/contacts/contact-view.ts";
import { newId } from "#server/contacts/new-id.ts";
import { countryOfAccount, readNewPoints } from "#server/contacts/read-new-points.ts";
import { orDuplicate, refuseDuplicate } from "#server/contacts/refuse-duplicate.ts";
import { type ContactRow, insertContacts, insertPoints } from "#server/contacts/write-people.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { refuseErased } from "#server/rights/refuse-erased.ts";
import { refreshStandings } from "#server/touchpoints/refresh-standings.ts";

/** Adds a contact by hand. Whoever adds one without naming an owner becomes the owner, unless nobody is acting. */
export async function createContact(ctx: Context, input: CreateContact): Promise<Contact> {
  return transaction(ctx, async (tx) => {
    const custom = await checkFacts(tx, input);
    const accountId = await accountOf(tx, input.company ?? null);
    const accountCountry = await countryOfAccount(tx, accountId);
    const points = await readNewPoints(tx, input.points, { country: input.country ?? null, accountCountry });
    await refuseErased(tx, { name: input.fullName, points });
    await refuseDuplicate(tx, { name: input.fullName, company: input.company ?? null, points }, input.allowAlike);

    const row = rowOf(tx, await newId(tx), input, { accountId, custom });
    await insertContacts(tx.db, [row]);
    await setProfile(tx, row.id, input);
    await orDuplicate(() =>
      insertPoints(
        tx.db,
        points.map((point, position) => {
          return {
            ...point,
            workspaceId: row.workspaceId,
            contactId: row.id,
            position,
            importId: null,
            createdAt: tx.now,
          };
        }),
      ),
    );
    await refreshStandings(tx, [row.id]);
    return viewContact(tx, row.id);
  });
}

export async function accountOf(tx: Context, company: string | null): Promise<string | null> {
  if (!company) return null;
  return (await ensureAccounts(tx, [company])).get(company) ?? null;
}

const nothingKnown = {
  givenName: null,
  familyName: null,
  jobTitle: null,
  language: null,
  audience: null,
  timeZone: null,
  country: null,
  region: null,
  place: null,
  postalCode: null,
  placeBasis: null,
  notes: null,
};

function rowOf(
  tx: Context,
  id: string,
  input: CreateContact,
  { accountId, custom }: { accountId: string | null; custom: Record<string, unknown> },
): ContactRow {
  const { points: _points, allowAlike: _alike, company, profile: _profile, provenanceNote: _note, ...rest } = input;
  const { quietHours: _quiet, obtainedAt: _obtained, noticeSentAt: _notice, ...given } = rest;
  const facts = { ...nothingKnown, ...stated(given) };
  const { workspaceId } = tx.actor;
  const tags = [...new Set(input.tags)];
  const kept = Object.fromEntries(Object.entries(custom).filter(([, value]) => value !== null));
  const words = searchColumnsOf({ name: input.fullName, company: company ?? null }).searchWords;
  return {
    ...facts,
    ...{ id, accountId, workspaceId, tags },
    ownerId: input.ownerId === undefined ? tx.actor.userId : input.ownerId,
    sortName: sortNameOf(facts),
    nameKey: nameKey(input.fullName),
    search: searchVector({ workspaceId, words, tags, custom: kept }),
    placeBasis: facts.placeBasis ?? (facts.country || facts.timeZone ? "stated" : null),
    provenance: input.provenance ?? "self",
    custom: kept,
    externalIds: [],
    importId: null,
    createdAt: tx.now,
    createdBy: tx.actor.userId,
    updatedAt: tx.now,
  };
}

/** Without the fields that were not given, which would hide what stands below them. */
function stated<Facts extends object>(facts: Facts): { [Name in keyof Facts]: Exclude<Facts[Name], undefined> } {
  const entries = Object.entries(facts).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Name in keyof Facts]: Exclude<Facts[Name], undefined> };
}

/** Columns that no import writes. */
async function setProfile(tx: Context, id: string, input: CreateContact): Promise<void> {
  const { profile = "default", provenanceNote = null, quietHours = [], obtainedAt = null, noticeSentAt = null } = input;
  await tx.db
    .updateTable("contacts")
    .set({ profile, provenanceNote, quietHours: JSON.stringify(quietHours), obtainedAt, noticeSentAt })
    .where("workspaceId", "=", tx.actor.workspaceId)
    .where("id", "=", id)
    .execute();
}
