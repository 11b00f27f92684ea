import { sql, type Updateable } from "kysely";
import { nameKey, sortNameOf } from "#domain/contacts/names.ts";
import { searchColumnsOf, searchVector } from "#domain/contacts/search-words.ts";
import type { Context } from "#server/platform/context.ts";
import type { Contacts } from "#server/platform/schema.ts";

export type EditableContact = {
  id: string;
  accountId: string | null;
  ownerId: string | null;
  fullName: string;
  givenName: string | null;
  familyName: string | null;
  jobTitle: string | null;
  language: string | null;
  profile: string;
  audience: string | null;
  timeZone: string | null;
  country: string | null;
  region: string | null;
  place: string | null;
  postalCode: string | null;
  placeBasis: string | null;
  provenance: string;
  provenanceNote: string | null;
  tags: string[];
  custom: Record<string, unknown>;
  notes: string | null;
  quietHours: { from: string; until: string }[];
  obtainedAt: Date | null;
  noticeSentAt: Date | null;
  externalIds: string[];
  state: string;
  archivedAt: Date | null;
  updatedAt: Date;
};

/** Locks these contacts in the order of their keys, so that two who change the same ones do so one after the other. */
export async function lockContacts(tx: Context, ids: readonly string[]): Promise<EditableContact[]> {
  const rows = await tx.db
    .selectFrom("contacts")
    .select(["id", "accountId", "ownerId", "fullName", "givenName", "familyName", "jobTitle", "language", "profile"])
    .select(["audience", "timeZone", "country", "region", "place", "postalCode", "placeBasis", "provenance"])
    .select([
      "provenanceNote",
      "tags",
      "custom",
      "notes",
      "quietHours",
      "obtainedAt",
      "noticeSentAt",
      "externalIds",
      "state",
      "archivedAt",
      "updatedAt",
    ])
    .where("workspaceId", "=", tx.actor.workspaceId)
    .where("id", "in", [...ids])
    .orderBy("id")
    .forNoKeyUpdate()
    .execute();
  return rows.map((row) => ({
    ...row,
    custom: row.custom as Record<string, unknown>,
    quietHours: row.quietHours as EditableContact["quietHours"],
  }));
}

/** Writes a contact that `lockContacts` has given, with what follows from the name, the company and the tags. */
export async function saveContact(tx: Context, contact: EditableContact): Promise<void> {
  const { workspaceId } = tx.actor;
  const { id, custom, quietHours, updatedAt: _seen, ...values } = contact;
  const company = contact.accountId ? await nameOfAccount(tx, contact.accountId) : null;
  const words = searchColumnsOf({ name: contact.fullName, company }).searchWords;
  const changes: Updateable<Contacts> = {
    ...values,
    custom: JSON.stringify(custom),
    quietHours: JSON.stringify(quietHours),
    sortName: sortNameOf(contact),
    nameKey: nameKey(contact.fullName),
    search: searchVector({ workspaceId, words, tags: contact.tags, custom }),
    updatedAt: tx.now,
  };
  await tx.db
    .updateTable("contacts")
    .set(changes)
    .where("workspaceId", "=", workspaceId)
    .where("id", "=", id)
    .where("mergedIntoId", "is", null)
    .execute();
}

async function nameOfAccount(tx: Context, accountId: string): Promise<string | null> {
  const account = await tx.db
    .selectFrom("accounts")
    .select("name")
    .where("workspaceId", "=", tx.actor.workspaceId)
    .where("id", "=", accountId)
    .executeTakeFirst();
  return account?.name ?? null;
}

/* Points. */

export type PointChanges = {
  label?: string | null;
  line?: string | null;
  directory?: string | null;
  emailKind?: string | null;
  reassignedCheckedAt?: Date;
  reassignedAnswer?: string;
  state?: "active" | "withdrawn" | "wrong";
};

export async function savePoint(
  tx: Context,
  contactId: string,
  pointId: string,
  changes: PointChanges,
): Promise<boolean> {
  const state = changes.state ? { withdrawnAt: changes.state === "withdrawn" ? tx.now : null } : {};
  const result = await tx.db
    .updateTable("contactPoints")
    .set({ ...changes, ...state })
    .where("workspaceId", "=", tx.actor.workspaceId)
    .where("contactId", "=", sql<string>`any(${members(tx, contactId)})`)
    .where("id", "=", pointId)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Sets the points of an archived contact free, or takes back those that the archiving had set free. */
export async function withdrawPoints(tx: Context, contactId: string): Promise<void> {
  await tx.db
    .updateTable("contactPoints")
    .set({ state: "withdrawn", withdrawnAt: tx.now })
    .where("workspaceId", "=", tx.actor.workspaceId)
    .where("contactId", "=", sql<string>`any(${members(tx, contactId)})`)
    .where("state", "=", "active")
    .execute();
}

export async function takePointsBack(tx: Context, contactId: string, withdrawnAt: Date): Promise<void> {
  await sql`
    update contact_points p set state = 'active', withdrawn_at = null
    where workspace_id = ${tx.actor.workspaceId}::uuid and contact_id = any(${members(tx, contactId)})
      and state = 'withdrawn'
      and date_trunc('milliseconds', withdrawn_at) = ${withdrawnAt}
      and (kind not in ('email', 'profile') or not exists (select from contact_points o
        where o.workspace_id = p.workspace_id and o.kind = p.kind and o.value = p.value and o.state = 'active'))`.execute(
    tx.db,
  );
}

/** The contact and everybody merged into him: their points stay where they were. */
function members({ actor }: Context, contactId: string) {
  return sql`array(select ${contactId}::uuid union all select m.id from contacts m
    where m.workspace_id = ${actor.workspaceId}::uuid and m.merged_into_id = ${contactId}::uuid)`;
}
