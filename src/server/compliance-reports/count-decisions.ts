import { sql } from "kysely";
import type { DecisionCounts, OptOutTimes, Span } from "#api/compliance-reports.ts";
import { instantsOf } from "#server/compliance-reports/span.ts";
import { ownersWithinReach } from "#server/contacts/visible-contacts.ts";
import { type Context, transaction } from "#server/platform/context.ts";

/** What the gate decided in these days, by rule and by whoever wanted to call; within the reader's reach. */
export async function countDecisions(ctx: Context, span: Span): Promise<DecisionCounts> {
  return transaction(ctx, async (tx) => {
    const { from, until } = await instantsOf(tx, span);
    const callers = await ownersWithinReach(tx, "decisions:read");
    const users = callers === "all" ? null : callers.filter((id) => id !== null);
    const which = sql`d.workspace_id = ${tx.actor.workspaceId}::uuid and d.decided_at >= ${from}
      and d.decided_at < ${until} and (${users}::uuid[] is null or d.decided_for = any(${users}::uuid[]))`;
    const verdicts = await sql<DecisionCounts["verdicts"][number]>`
      select u.name as user, count(*) filter (where d.verdict = 'allow')::int as allow,
        count(*) filter (where d.verdict = 'defer')::int as defer,
        count(*) filter (where d.verdict = 'deny')::int as deny
      from decisions d join users u on u.id = d.decided_for
      where ${which} group by u.id, u.name order by u.name, u.id limit 1000`.execute(tx.db.withoutPlugins());
    const rules = await sql<DecisionCounts["rules"][number]>`
      select r ->> 'id' as id, r ->> 'basis' as basis, r ->> 'effect' as effect, min(r ->> 'citation') as citation,
        u.name as user, count(*)::int as count
      from decisions d join users u on u.id = d.decided_for
      cross join lateral jsonb_array_elements(d.decision -> 'rules') r
      where ${which} group by 1, 2, 3, u.id, u.name order by count desc, 1, u.name limit 5000`.execute(
      tx.db.withoutPlugins(),
    );
    return { verdicts: verdicts.rows, rules: rules.rows };
  });
}

/** From the word to its being in force; what an import brought was said to somebody else's system. */
export async function getOptOutTimes(ctx: Context, span: Span): Promise<OptOutTimes> {
  return transaction(ctx, async (tx) => {
    const { from, until } = await instantsOf(tx, span);
    const { rows } = await sql<OptOutTimes>`
      with said as (
        select s.id, s.contact_id, s.recorded_at, extract(epoch from s.recorded_at - s.said_at) as seconds
        from suppressions s
        where s.workspace_id = ${tx.actor.workspaceId}::uuid and s.import_id is null
          and s.kind in ('stop', 'do_not_call', 'unsubscribe', 'objection', 'complaint')
          and s.recorded_at >= ${from} and s.recorded_at < ${until})
      select count(*)::int as count,
        percentile_disc(0.5) within group (order by seconds)::float8 as "p50Seconds",
        percentile_disc(0.99) within group (order by seconds)::float8 as "p99Seconds",
        max(seconds)::float8 as "maxSeconds",
        count(*) filter (where exists (
          select from attempts a join decisions d on d.workspace_id = a.workspace_id and d.id = a.decision_id
          where a.workspace_id = ${tx.actor.workspaceId}::uuid and a.contact_id = said.contact_id
            and a.origin = 'dialled' and a.started_at > said.recorded_at and d.verdict <> 'allow'))::int as "callsAfter"
      from said`.execute(tx.db.withoutPlugins());
    return rows[0] ?? { count: 0, p50Seconds: null, p99Seconds: null, maxSeconds: null, callsAfter: 0 };
  });
}
