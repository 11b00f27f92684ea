import { sql } from "kysely";
import type { Db } from "#server/platform/context.ts";

export type BrokenCall = {
  attemptId: string;
  problem: "no_decision_allowed_it" | "decided_after_it" | "called_after_a_no" | "too_many_outcomes";
};

export type VerifiedCalls = { attempts: number; decisions: number; outcomes: number; broken: BrokenCall[] };

const brokenMax = 100;

/**
 * Whether the record of calls holds together: every call that was dialled here has a decision that allowed it, made
 * no later than the call, and no standing no was on record by then, unless the person had agreed or asked for it since. Calls that
 * were made elsewhere and written down are not judged: they happened.
 */
export async function verifyCalls(db: Db): Promise<VerifiedCalls> {
  const { rows } = await sql<Omit<VerifiedCalls, "broken">>`
    select (select count(*)::int from attempts) as attempts, (select count(*)::int from decisions) as decisions,
      (select count(*)::int from outcomes) as outcomes`.execute(db.withoutPlugins());
  const broken = await sql<BrokenCall>`
    select a.id as "attemptId", 'no_decision_allowed_it' as problem
    from attempts a join decisions d on d.workspace_id = a.workspace_id and d.id = a.decision_id
    where a.origin = 'dialled' and (d.verdict <> 'allow' or d.contact_id <> a.contact_id)
    union all
    select a.id, 'decided_after_it'
    from attempts a join decisions d on d.workspace_id = a.workspace_id and d.id = a.decision_id
    where a.origin = 'dialled' and d.decided_at > a.started_at
    union all
    select distinct a.id, 'called_after_a_no'
    from attempts a
    join suppressions s on s.workspace_id = a.workspace_id
      and (s.contact_id = a.contact_id or (s.contact_id is null and s.point = a.phone))
    where a.origin = 'dialled' and s.recorded_at < a.started_at and s.said_at < a.started_at and s.scope is null
      and s.kind <> 'bounced'
      and (s.kind not in ('wrong_person', 'list') or s.point is null or s.point = a.phone)
      and not exists (select from suppression_endings e
        where e.workspace_id = s.workspace_id and e.suppression_id = s.id and e.ended_at <= a.started_at)
      and not exists (select from consents c
        where c.workspace_id = a.workspace_id and c.contact_id = a.contact_id and c.given_at > s.said_at
          and c.given_at <= a.started_at)
      and not exists (select from decisions d, jsonb_array_elements(d.request -> 'consents') asked, touchpoints t
        where d.workspace_id = a.workspace_id and d.id = a.decision_id and t.workspace_id = a.workspace_id
          and t.id::text = asked ->> 'evidence' and t.occurred_at > s.said_at and t.occurred_at <= a.started_at)
    union all
    select o.attempt_id, 'too_many_outcomes' from outcomes o
    where o.corrects_id is null group by o.workspace_id, o.attempt_id having count(*) > 1
    limit ${brokenMax}`.execute(db.withoutPlugins());
  return { ...(rows[0] ?? { attempts: 0, decisions: 0, outcomes: 0 }), broken: broken.rows };
}
