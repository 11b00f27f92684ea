import { sql } from "kysely";
import type { Contact, ContactPoint } from "#api/contacts.ts";
import { AppError } from "#domain/errors.ts";
import { colleagueTouches } from "#server/accounts/colleague-touches.ts";
import { reference, type StoredWarmth, standingColumns, warmthAt } from "#server/contacts/contact-rows.ts";
import { maskPoint } from "#server/contacts/mask-points.ts";
import { readStandingAndMembers, warmthReasons } from "#server/contacts/warmth-reasons.ts";
import type { Context } from "#server/platform/context.ts";
import { planOnce } from "#server/platform/kept-statements.ts";
import { loadWorkspaceWarmth } from "#server/touchpoints/load-warmth-rules.ts";

type Stored = Omit<
  Contact,
  "account" | "owner" | "points" | "reasons" | "colleagues" | "merged" | "temperature" | "heat" | "window"
> &
  StoredWarmth & {
    accountId: string | null;
    accountName: string | null;
    ownerId: string | null;
    ownerName: string | null;
  };

/** Everything that the page of a contact shows; the caller has checked that the reader may see the contact. */
export async function viewContact(tx: Context, contactId: string): Promise<Contact> {
  const [stored, points, merged, warmth, history] = await Promise.all([
    readContact(tx, contactId),
    readAllPoints(tx, contactId),
    readMerges(tx, contactId),
    loadWorkspaceWarmth(tx),
    readStandingAndMembers(tx, contactId),
    planOnce(tx),
  ]);
  const { accountId, accountName, ownerId, ownerName, hotFrom, heatLog, windowOpensAt, windowClosesAt, ...facts } =
    stored;
  const [reasons, colleagues] = await Promise.all([
    warmthReasons(tx, { ...history, rules: warmth.rules, timeZone: stored.timeZone ?? warmth.timeZone }),
    colleagueTouches(tx, { accountId, contactId }, warmth.rules.kinds),
  ]);
  return {
    ...facts,
    account: reference(accountId, accountName),
    owner: reference(ownerId, ownerName),
    points: points.map(maskPoint),
    ...{ reasons, colleagues, merged },
    ...warmthAt(stored, tx.now),
  };
}

async function readContact(tx: Context, contactId: string): Promise<Stored> {
  const workspace = sql`${tx.actor.workspaceId}::uuid`;
  const { rows } = await sql<Stored>`
    select c.id, c.full_name as "fullName", c.given_name as "givenName", c.family_name as "familyName",
      c.job_title as "jobTitle", c.account_id as "accountId", a.name as "accountName", c.owner_id as "ownerId",
      u.name as "ownerName", c.language, c.profile, c.audience, c.time_zone as "timeZone", c.country, c.region, c.place,
      c.postal_code as "postalCode", c.place_basis as "placeBasis", c.provenance, c.provenance_note as "provenanceNote",
      c.tags, c.custom, c.notes, c.quiet_hours as "quietHours", c.obtained_at as "obtainedAt",
      c.notice_sent_at as "noticeSentAt", c.state, c.import_id as "importId", c.created_at as "createdAt",
      c.updated_at as "updatedAt", ${standingColumns}
    from contacts c
    left join standings s on s.workspace_id = ${workspace} and s.contact_id = c.id
    left join accounts a on a.workspace_id = ${workspace} and a.id = c.account_id
    left join users u on u.id = c.owner_id
    where c.workspace_id = ${workspace} and c.id = ${contactId}::uuid`.execute(tx.db.withoutPlugins());
  const [row] = rows;
  if (!row) throw new AppError("contact_not_found", { contactId });
  return row;
}

/** The contact's points and those of everybody merged into him: a merge moves nothing, so that it can be taken apart. */
export async function readAllPoints(tx: Context, contactId: string): Promise<Omit<ContactPoint, "masked">[]> {
  const workspace = sql`${tx.actor.workspaceId}::uuid`;
  const { rows } = await sql<Omit<ContactPoint, "masked" | "reassigned"> & StoredCheck>`
    select id, kind, value, extension, label, line, country, state, directory, email_kind as "emailKind",
      reassigned_checked_at as "checkedAt", reassigned_answer as answer from contact_points
    where workspace_id = ${workspace} and contact_id in (select ${contactId}::uuid union all
      select id from contacts where workspace_id = ${workspace} and merged_into_id = ${contactId}::uuid)
    order by state, kind = 'postal', kind <> 'phone', position, id`.execute(tx.db.withoutPlugins());
  return rows
    .filter((row, index) => rows.findIndex(({ kind, value }) => kind === row.kind && value === row.value) === index)
    .map(({ checkedAt, answer, ...point }) => ({
      ...point,
      reassigned: checkedAt && answer ? { checkedAt, answer } : null,
    }));
}

type StoredCheck = { checkedAt: Date | null; answer: NonNullable<ContactPoint["reassigned"]>["answer"] | null };

async function readMerges(tx: Context, contactId: string): Promise<Contact["merged"]> {
  const { rows } = await sql<Contact["merged"][number]>`
    select m.id as "mergeId", m.merged_id as "contactId", c.full_name as name, m.merged_at as "mergedAt"
    from contact_merges m join contacts c on c.workspace_id = m.workspace_id and c.id = m.merged_id
    where m.workspace_id = ${tx.actor.workspaceId}::uuid and c.merged_into_id = ${contactId}::uuid and m.undone_at is null
    order by m.merged_at desc, m.id desc`.execute(tx.db.withoutPlugins());
  return rows;
}
