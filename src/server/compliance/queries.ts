import { sql } from "kysely";
import type { Decision, GateRequest } from "#domain/gate/types.ts";
import { keepPacks } from "#server/compliance/rule-pack-queries.ts";
import { record } from "#server/ledger/record.ts";
import type { Context } from "#server/platform/context.ts";

export type NewSuppression = {
  contactId: string | null;
  /** A number in E.164 or an address: it is closed for everybody who has it. */
  point: string | null;
  kind: string;
  channels?: string[] | null;
  scope?: string | null;
  saidAt: Date;
  evidence?: Record<string, unknown>;
  sourceKey?: string | null;
  attemptId?: string | null;
  importId?: string | null;
};

/** Any number of rows in one statement. The caller refreshes the standings of the contacts concerned. */
export async function insertSuppressions(tx: Context, rows: readonly NewSuppression[]): Promise<string[]> {
  if (rows.length === 0) return [];
  const { rows: inserted } = await sql<{ id: string }>`
    insert into suppressions (workspace_id, contact_id, point, kind, channels, scope, said_at, evidence, source_key,
      attempt_id, import_id, recorded_at, recorded_by)
    select current_workspace_id(), r."contactId", r.point, r.kind, r.channels, r.scope, r."saidAt",
      coalesce(r.evidence, '{}'), r."sourceKey", r."attemptId", r."importId",
      ${tx.now}::timestamptz, ${tx.actor.userId}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("contactId" uuid, point text, kind text,
      channels text[], scope text, "saidAt" timestamptz, evidence jsonb, "sourceKey" text, "attemptId" uuid,
      "importId" uuid)
    returning id`.execute(tx.db.withoutPlugins());
  const ids = inserted.map(({ id }) => id);
  record(tx, "suppression", ids);
  return ids;
}

/** A no ends by a row of its own; one that has ended already is left as it is. */
export async function endSuppressions(
  tx: Context,
  ids: readonly string[],
  ending: "lifted" | "retracted",
  details: Record<string, unknown> = {},
): Promise<void> {
  if (ids.length === 0) return;
  const { rows } = await sql<{ id: string }>`
    insert into suppression_endings (workspace_id, suppression_id, ending, ended_at, ended_by, details)
    select current_workspace_id(), id, ${ending}, ${tx.now}::timestamptz, ${tx.actor.userId}::uuid,
      ${JSON.stringify(details)}::jsonb
    from unnest(${ids}::uuid[]) as id
    on conflict do nothing
    returning id`.execute(tx.db);
  record(
    tx,
    "suppression_ending",
    rows.map(({ id }) => id),
  );
}

/** The rows that one word of a person left: one for each number and address, if it closed more than one. */
export async function readSameWord(tx: Context, suppressionId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select o.id from suppressions s
    join suppressions o on o.workspace_id = s.workspace_id and (o.id = s.id or (o.contact_id = s.contact_id
      and o.kind = s.kind and o.said_at = s.said_at and o.recorded_at = s.recorded_at
      and o.import_id is not distinct from s.import_id))
    where s.workspace_id = ${tx.actor.workspaceId}::uuid and s.id = ${suppressionId}::uuid
      and not exists (select from suppression_endings e
        where e.workspace_id = o.workspace_id and e.suppression_id = o.id)`.execute(tx.db.withoutPlugins());
  return rows.map(({ id }) => id);
}

export type NewConsent = {
  contactId: string;
  point?: string | null;
  channels: string[];
  purpose?: string;
  form: string;
  givenBy?: "contact" | "third_party";
  givenAt: Date;
  expiresAt?: Date | null;
  words?: string | null;
  names?: string[] | null;
  technology?: string[] | null;
  subject?: string | null;
  times?: string | null;
  ongoing?: boolean | null;
  evidence?: Record<string, unknown>;
  sourceKey?: string | null;
  importId?: string | null;
};

/** Any number of rows in one statement. */
export async function insertConsents(tx: Context, rows: readonly NewConsent[]): Promise<string[]> {
  if (rows.length === 0) return [];
  const { rows: inserted } = await sql<{ id: string }>`
    insert into consents (workspace_id, contact_id, point, channels, purpose, form, given_by, given_at, expires_at,
      words, names, technology, subject, times, ongoing, evidence, source_key, import_id, recorded_at, recorded_by)
    select current_workspace_id(), r."contactId", r.point, r.channels, coalesce(r.purpose, 'marketing'), r.form,
      coalesce(r."givenBy", 'contact'), r."givenAt", r."expiresAt", r.words, r.names,
      r.technology, r.subject, r.times, r.ongoing, coalesce(r.evidence, '{}'),
      r."sourceKey", r."importId", ${tx.now}::timestamptz, ${tx.actor.userId}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("contactId" uuid, point text, channels text[],
      purpose text, form text, "givenBy" text, "givenAt" timestamptz, "expiresAt" timestamptz, words text,
      names text[], technology text[], subject text, times text, ongoing boolean, evidence jsonb, "sourceKey" text, "importId" uuid)
    returning id`.execute(tx.db.withoutPlugins());
  const ids = inserted.map(({ id }) => id);
  record(tx, "consent", ids);
  return ids;
}

export async function endConsents(
  tx: Context,
  ids: readonly string[],
  ending: "withdrawn" | "retracted" | "void",
  details: Record<string, unknown> = {},
): Promise<void> {
  if (ids.length === 0) return;
  const { rows } = await sql<{ id: string }>`
    insert into consent_endings (workspace_id, consent_id, ending, ended_at, ended_by, details)
    select current_workspace_id(), id, ${ending}, ${tx.now}::timestamptz, ${tx.actor.userId}::uuid,
      ${JSON.stringify(details)}::jsonb
    from unnest(${ids}::uuid[]) as id
    on conflict do nothing
    returning id`.execute(tx.db);
  record(
    tx,
    "consent_ending",
    rows.map(({ id }) => id),
  );
}

type Voided = {
  contactIds: readonly string[];
  /** Only what was agreed for this number or address, or for none in particular; absent = everything. */
  point?: string;
  because: "number_reassigned" | "change_of_job";
  /** What an import brings with the news was agreed after it. */
  exceptImportId?: string;
};

/** What was agreed by a number's earlier owner, or in an earlier job, holds no longer. */
export async function voidConsents(tx: Context, { contactIds, point, because, exceptImportId }: Voided): Promise<void> {
  if (contactIds.length === 0) return;
  const workspace = sql`${tx.actor.workspaceId}::uuid`;
  const { rows } = await sql<{ id: string }>`
    insert into consent_endings (workspace_id, consent_id, ending, ended_at, ended_by, details)
    select c.workspace_id, c.id, 'void', ${tx.now}::timestamptz, ${tx.actor.userId}::uuid,
      ${JSON.stringify({ because })}::jsonb
    from consents c
    where c.workspace_id = ${workspace} and c.contact_id in (
        select k.id from contacts k where k.workspace_id = ${workspace}
          and (k.id = any(${contactIds}::uuid[]) or k.merged_into_id = any(${contactIds}::uuid[])))
      and (${point ?? null}::text is null or c.point is null or c.point = ${point ?? null})
      and (${exceptImportId ?? null}::uuid is null or c.import_id is distinct from ${exceptImportId ?? null}::uuid)
      and not exists (select from consent_endings e where e.workspace_id = c.workspace_id and e.consent_id = c.id)
    on conflict do nothing
    returning id`.execute(tx.db);
  record(
    tx,
    "consent_ending",
    rows.map(({ id }) => id),
  );
}

/** What the gate was asked and what it answered, kept for good with the packs that it rests on. */
export async function insertDecision(
  tx: Context,
  row: { contactId: string; userId: string; request: GateRequest; decision: Decision },
): Promise<string> {
  const { request, decision } = row;
  const packHashes = await keepPacks(tx, Object.keys(decision.packs));
  const { id } = await tx.db
    .insertInto("decisions")
    .values({
      workspaceId: tx.actor.workspaceId,
      contactId: row.contactId,
      channel: request.attempt.channel,
      verdict: decision.verdict,
      request: JSON.stringify(request),
      decision: JSON.stringify(decision),
      packHashes: JSON.stringify(packHashes),
      decidedAt: tx.now,
      decidedFor: row.userId,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const rules = [...new Set(decision.rules.map((rule) => rule.id))];
  await sql`
    insert into decision_rules (workspace_id, rule, decision_id)
    select ${tx.actor.workspaceId}::uuid, rule, ${id}::uuid from unnest(${rules}::text[]) as rule`.execute(tx.db);
  record(tx, "decision", [id]);
  return id;
}

/**
 * Locks the person, so that two calls to one person are judged one after the other. The lock is a statement of
 * its own: one that had to wait for it would still count the attempts as they were before. A contact that was
 * merged stands for the one it was merged into.
 */
export async function lockPerson(tx: Context, contactId: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string; survivor: string | null; state: string }>`
    select id, merged_into_id as survivor, state from contacts
    where workspace_id = ${tx.actor.workspaceId}::uuid and id = ${contactId}::uuid
    for no key update`.execute(tx.db.withoutPlugins());
  const row = rows[0];
  if (row?.survivor) return lockPerson(tx, row.survivor);
  return row?.state === "active" ? row.id : undefined;
}

/** A no that was said since a merge was said to both: nobody can know any more which of the two said it. */
export async function copyRefusalsSince(tx: Context, from: string, to: string, since: Date): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    insert into suppressions (workspace_id, contact_id, point, kind, channels, scope, said_at, evidence, attempt_id,
      recorded_at, recorded_by)
    select s.workspace_id, ${to}::uuid, s.point, s.kind, s.channels, s.scope, s.said_at,
      s.evidence || jsonb_build_object('copiedFrom', s.id), s.attempt_id, ${tx.now}, ${tx.actor.userId}::uuid
    from suppressions s
    where s.workspace_id = ${tx.actor.workspaceId}::uuid and s.contact_id = ${from}::uuid and s.recorded_at > ${since}
      and s.kind <> 'wrong_person'
      and not exists (select from suppression_endings e
        where e.workspace_id = s.workspace_id and e.suppression_id = s.id)
    returning id`.execute(tx.db);
  record(
    tx,
    "suppression",
    rows.map(({ id }) => id),
  );
}
