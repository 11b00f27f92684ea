import { sql } from "kysely";
import type { Verification } from "#domain/touchpoints/kinds.ts";
import { visibleContacts } from "#server/contacts/visible-contacts.ts";
import type { Context } from "#server/platform/context.ts";

export type BriefContact = {
  accountId: string | null;
  givenName: string | null;
  language: string | null;
  profile: string;
  provenance: string;
  notes: string | null;
  tags: string[];
};

export async function readBriefContact(tx: Context, contactId: string): Promise<BriefContact | undefined> {
  return tx.db
    .selectFrom("contacts")
    .select(["accountId", "givenName", "language", "profile", "provenance", "notes", "tags"])
    .where("workspaceId", "=", tx.actor.workspaceId)
    .where("id", "=", contactId)
    .executeTakeFirst();
}

export type StoredTouchpoint = {
  id: string;
  contactId: string;
  contactName: string;
  kind: string;
  occurredAt: Date;
  summary: string;
  verification: Verification;
  details: Record<string, unknown>;
  evidence: Record<string, unknown>;
};

const columns = sql`t.id, t.contact_id as "contactId", c.full_name as "contactName", t.kind,
  t.occurred_at as "occurredAt", t.summary, t.details,
  t.evidence || case when t.import_id is null then '{}'::jsonb
    else jsonb_build_object('import', t.import_id, 'line', t.import_line) end as evidence`;

/** The newest touchpoints of these people that were not taken back; a manager's word shows as confirmed. */
export async function readTimeline(
  tx: Context,
  { members, limit }: { members: readonly string[]; limit: number },
): Promise<StoredTouchpoint[]> {
  const workspace = sql`${tx.actor.workspaceId}::uuid`;
  const { rows } = await sql<StoredTouchpoint>`
    select ${columns}, case when ${marked("confirmed", workspace)} then 'confirmed' else t.verification end as verification
    from touchpoints t join contacts c on c.workspace_id = ${workspace} and c.id = t.contact_id
    where t.workspace_id = ${workspace} and t.contact_id = any(${members}::uuid[])
      and not ${marked("retracted", workspace)}
    order by t.occurred_at desc, t.id desc limit ${limit}`.execute(tx.db.withoutPlugins());
  return rows;
}

const colleaguesMax = 20;

/** What is proved of others of the account whom the reader may see, newest first. */
export async function readAccountTouchpoints(
  tx: Context,
  wanted: { accountId: string; members: readonly string[]; kinds: readonly string[]; limit: number },
): Promise<StoredTouchpoint[]> {
  const workspace = sql`${tx.actor.workspaceId}::uuid`;
  const isVisible = await visibleContacts(tx, "contacts:read", "s.owner_id");
  const { rows } = await sql<StoredTouchpoint>`
    select ${columns}, t.verification
    from (
      select s.contact_id as id from standings s
      where s.workspace_id = ${workspace} and s.account_id = ${wanted.accountId}::uuid
        and s.contact_id <> all(${wanted.members}::uuid[]) and s.last_touch_at is not null and ${isVisible}
      order by s.last_touch_at desc limit ${colleaguesMax}) as colleague
    cross join lateral (
      select t.* from touchpoints t
      where t.workspace_id = ${workspace} and t.contact_id = colleague.id and t.verification <> 'claimed'
        and t.kind = any(${wanted.kinds}::text[]) and not ${marked("retracted", workspace)}
      order by t.occurred_at desc limit ${wanted.limit}) as t
    join contacts c on c.workspace_id = ${workspace} and c.id = t.contact_id
    order by t.occurred_at desc, t.id desc limit ${wanted.limit}`.execute(tx.db.withoutPlugins());
  return rows;
}

function marked(mark: string, workspace: ReturnType<typeof sql>) {
  return sql`exists (select from touchpoint_marks k
    where k.workspace_id = ${workspace} and k.touchpoint_id = t.id and k.mark = ${mark})`;
}

/** Who introduced the contact, where an import or a rep has linked the two. */
export async function readReferrer(tx: Context, contactId: string): Promise<string | null> {
  const link = await tx.db
    .selectFrom("contactLinks as l")
    .leftJoin("contacts as c", (join) =>
      join.onRef("c.workspaceId", "=", "l.workspaceId").onRef("c.id", "=", "l.toContactId"),
    )
    .select(["l.toName", "c.fullName"])
    .where("l.workspaceId", "=", tx.actor.workspaceId)
    .where("l.fromContactId", "=", contactId)
    .where("l.kind", "=", "introduced_by")
    .where("l.retractedAt", "is", null)
    .orderBy("l.createdAt", "desc")
    .executeTakeFirst();
  return link ? (link.fullName ?? link.toName) : null;
}
