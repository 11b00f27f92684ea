import { sql } from "kysely";
import type { GateRequest } from "#domain/gate/types.ts";
import type { Context } from "#server/platform/context.ts";
import { keptStatement } from "#server/platform/kept-statements.ts";

export type StoredPoint = {
  id: string;
  kind: "phone" | "email" | "profile" | "postal";
  value: string;
  label: string | null;
  line: "mobile" | "landline" | "voip" | "corporate" | null;
  country: string | null;
  state: "active" | "wrong";
  directory: "listed" | "starred" | "unlisted" | null;
  reassigned: { checkedAt: string; answer: "yes" | "no" | "no_data" } | null;
};

export type StoredPerson = {
  id: string;
  name: string;
  jobTitle: string | null;
  company: string | null;
  ownerId: string | null;
  audience: "consumer" | "sole_trader" | "partnership" | "business" | null;
  timeZone: string | null;
  country: string | null;
  region: string | null;
  place: string | null;
  placeBasis: "verified" | "stated" | "address" | "number" | null;
  provenance: "self" | "referral" | "public" | "register" | "partner" | "list";
  obtainedAt: Date;
  noticeSentAt: Date | null;
  quietHours: { from: string; until: string }[];
  restricted: boolean;
  /** The contact and all that were merged into it. */
  members: string[];
  points: StoredPoint[];
};

/** Active contacts with their numbers and addresses, in one statement for any number of them. */
export async function readPeopleToCall(tx: Context, ids: readonly string[]): Promise<StoredPerson[]> {
  return ids.length > 0 ? peopleToCall(tx, { workspaceId: tx.actor.workspaceId, ids }) : [];
}

const peopleToCall = keptStatement<StoredPerson, { workspaceId: string; ids: readonly string[] }>((value) => {
  const workspace = sql`${value("workspaceId")}::uuid`;
  return sql`
    select c.id, c.full_name as name, c.job_title as "jobTitle", a.name as company, c.owner_id as "ownerId",
      c.audience, c.time_zone as "timeZone", c.country, c.region, c.place, c.place_basis as "placeBasis",
      c.provenance, coalesce(c.obtained_at, c.created_at) as "obtainedAt", c.notice_sent_at as "noticeSentAt",
      c.quiet_hours as "quietHours", c.restricted_at is not null as restricted, f.members, p.points
    from contacts c
    left join accounts a on a.workspace_id = ${workspace} and a.id = c.account_id
    cross join lateral (
      select array[c.id] || coalesce(array_agg(m.id), '{}') as members from contacts m
      where m.workspace_id = ${workspace} and m.merged_into_id = c.id) f
    cross join lateral (
      select coalesce(json_agg(json_build_object('id', p.id, 'kind', p.kind, 'value', p.value, 'label', p.label,
        'line', p.line, 'country', p.country, 'state', p.state, 'directory', p.directory,
        'reassigned', case when p.reassigned_answer is not null then
          json_build_object('checkedAt', p.reassigned_checked_at, 'answer', p.reassigned_answer) end)
        order by p.position, p.id), '[]') as points
      from contact_points p
      where p.workspace_id = ${workspace} and p.contact_id = any(f.members) and p.state in ('active', 'wrong')) p
    where c.workspace_id = ${workspace} and c.id = any(${value("ids")}::uuid[]) and c.state = 'active'`;
});

/** Instants stand as RFC 3339 text here, as the gate wants them. */
export type StoredFact = { contactId: string | null; point: string | null } & (
  | { fact: "refusal"; data: { id: string; kind: string; at: string; channels: string[] | null; scope: string | null } }
  | {
      fact: "consent";
      data: {
        point: string | null;
        channels: string[];
        purpose: string;
        form: "written" | "electronic" | "oral" | "implied" | "unknown";
        givenBy: "contact" | "third_party";
        givenAt: string;
        expiresAt: string | null;
        withdrawnAt: string | null;
        evidence: string;
        names: ("seller" | "number" | "technology")[] | null;
        technology: string[] | null;
        subject: string | null;
        times: string | null;
        ongoing: boolean | null;
      };
    }
  | { fact: "relationship"; data: StoredRelationship }
  | { fact: "touchpoint"; data: { id: string; kind: string; at: string; details: TieDetails | null } }
  | {
      fact: "attempt";
      data: {
        channel: string;
        at: string;
        outcome: string | null;
        technology: string;
        purpose: string | null;
        subject: string | null;
      };
    }
  | { fact: "override"; data: { rule: string; by: string; approvedBy: string; reason: string; at: string } }
  | { fact: "plan"; data: { subject: string; at: string } }
  /** Of no person: a dated fact about a place, that an officer has entered. */
  | { fact: "condition"; data: NonNullable<GateRequest["conditions"]>[number] }
);

/** What a relationship says beside its kind; in a touchpoint it stands among the details. */
export type TieDetails = {
  similar?: boolean | null;
  optOutOffered?: boolean | null;
  with?: string | null;
  referrerKnows?: ("seller" | "contact")[] | null;
};

export type StoredRelationship = TieDetails & {
  kind: string;
  at: string;
  endedAt: string | null;
  agreedBy: "contact" | null;
};

const conditionsMax = 500;

type Wanted = {
  members: readonly string[];
  points: readonly string[];
  gateKinds: readonly string[];
  /** Also of conditions: a call that was made elsewhere is judged as of its own time. */
  attemptsSince: Date;
};

/** Everything that the gate weighs of these people, in one statement. */
export async function readGateFacts(tx: Context, wanted: Wanted): Promise<StoredFact[]> {
  if (wanted.members.length === 0) return [];
  return gateFacts(tx, { ...wanted, workspaceId: tx.actor.workspaceId, now: tx.now });
}

const gateFacts = keptStatement<StoredFact, Wanted & { workspaceId: string; now: Date }>((value) => {
  const workspace = sql`${value("workspaceId")}::uuid`;
  const members = sql`any(${value("members")}::uuid[])`;
  const refusal = sql`s.contact_id as "contactId", s.point, 'refusal' as fact, json_build_object('id', s.id,
    'kind', s.kind, 'at', s.said_at, 'channels', s.channels, 'scope', s.scope) as data`;
  const standing = sql`not exists (select from suppression_endings e
    where e.workspace_id = ${workspace} and e.suppression_id = s.id)`;
  return sql`
    select ${refusal} from suppressions s
    where s.workspace_id = ${workspace} and s.contact_id = ${members} and ${standing}
    union all
    select ${refusal} from suppressions s
    where s.workspace_id = ${workspace} and s.point = any(${value("points")}::text[])
      and (s.contact_id is null or s.contact_id <> all(${value("members")}::uuid[])) and ${standing}
    union all
    select c.contact_id, c.point, 'consent', json_build_object('point', c.point, 'channels', c.channels,
      'purpose', c.purpose, 'form', c.form, 'givenBy', c.given_by, 'givenAt', c.given_at,
      'expiresAt', c.expires_at, 'evidence', c.id, 'names', c.names, 'technology', c.technology, 'subject', c.subject,
      'times', c.times, 'ongoing', c.ongoing, 'withdrawnAt', (select min(e.ended_at) from consent_endings e
        where e.workspace_id = ${workspace} and e.consent_id = c.id and e.ending in ('withdrawn', 'void')))
    from consents c
    where c.workspace_id = ${workspace} and c.contact_id = ${members} and not exists (select from consent_endings e
      where e.workspace_id = ${workspace} and e.consent_id = c.id and e.ending = 'retracted')
    union all
    select r.contact_id, null, 'relationship',
      json_build_object('kind', r.kind, 'at', r.started_at, 'endedAt', r.ended_at, 'similar', r.similar_offer,
        'optOutOffered', r.opt_out_offered, 'with', r.with_whom, 'referrerKnows', r.referrer_knows,
        'agreedBy', r.agreed_by)
    from relationships r
    where r.workspace_id = ${workspace} and r.contact_id = ${members} and r.retracted_at is null
    union all
    select t.* from unnest(${value("members")}::uuid[]) as m(id) cross join lateral (
      select distinct on (t.kind) t.contact_id, null, 'touchpoint',
        json_build_object('id', t.id, 'kind', t.kind, 'at', t.occurred_at, 'details', t.details -> 'relationship')
      from touchpoints t
      where t.workspace_id = ${workspace} and t.contact_id = m.id and t.kind = any(${value("gateKinds")}::text[])
        and (t.verification <> 'claimed' or exists (select from touchpoint_marks k
          where k.workspace_id = ${workspace} and k.touchpoint_id = t.id
            and k.mark in ('documented', 'confirmed')))
        and not exists (select from touchpoint_marks k
          where k.workspace_id = ${workspace} and k.touchpoint_id = t.id and k.mark = 'retracted')
      order by t.kind, t.occurred_at desc) t
    union all
    select a.contact_id, null, 'attempt', json_build_object('channel', a.channel, 'at', a.started_at,
      'technology', a.technology, 'purpose', a.purpose, 'subject', a.subject, 'outcome', (select o.outcome from outcomes o where o.workspace_id = ${workspace} and o.attempt_id = a.id
        order by o.recorded_at desc, o.id desc limit 1))
    from attempts a
    where a.workspace_id = ${workspace} and a.contact_id = ${members} and a.started_at > ${value("attemptsSince")}::timestamptz
    union all
    select x.contact_id, null, 'override', json_build_object('rule', x.rule, 'by', x.proposed_by,
      'approvedBy', x.decided_by, 'reason', x.reason, 'at', x.decided_at)
    from exceptions x
    where x.workspace_id = ${workspace} and x.contact_id = ${members} and x.state = 'approved'
      and x.kind = 'override' and x.expires_at > ${value("now")}::timestamptz
    union all
    select k.contact_id, null, 'plan', json_build_object('subject', k.subject, 'at', k.created_at)
    from tasks k
    where k.workspace_id = ${workspace} and k.contact_id = ${members} and k.state = 'open' and k.subject is not null
    union all
    (select null, null, 'condition', json_strip_nulls(json_build_object('kind', x.kind, 'country', x.country,
      'region', x.region, 'county', x.county, 'place', x.place, 'from', x.starts, 'to', x.ends))
    from conditions x
    where x.workspace_id = ${workspace} and x.ended_at is null
      and (x.over_at is null or x.over_at > ${value("attemptsSince")}::timestamptz)
    order by x.id desc limit ${sql.lit(conditionsMax)})`;
});
