import { sql } from "kysely";
import type { Task } from "#api/tasks.ts";
import type { Context } from "#server/platform/context.ts";

type Stored = Omit<Task, "alternative"> & { alternative: { local: string; timeZone: string; at: string } | null };

type Wanted = {
  id?: string;
  ownerId?: string;
  contactIds?: readonly string[];
  state?: string;
  attemptId?: string;
  dueBefore?: Date | undefined;
  after?: { dueAt: Date; id: string } | undefined;
  limit: number;
};

/** Tasks by the time they are due. */
export async function readTasks(tx: Context, wanted: Wanted): Promise<Task[]> {
  const workspace = sql`${tx.actor.workspaceId}::uuid`;
  const { id, ownerId, contactIds, state, attemptId, dueBefore, after, limit } = wanted;
  const conditions = [
    sql`t.workspace_id = ${workspace}`,
    ...(id ? [sql`t.id = ${id}::uuid`] : []),
    ...(ownerId ? [sql`t.owner_id = ${ownerId}::uuid`] : []),
    ...(contactIds ? [sql`t.contact_id = any(${contactIds}::uuid[])`] : []),
    ...(state ? [sql`t.state = ${state}`] : []),
    ...(attemptId ? [sql`t.attempt_id = ${attemptId}::uuid`] : []),
    ...(dueBefore ? [sql`t.due_at < ${dueBefore}`] : []),
    ...(after ? [sql`(t.due_at, t.id) > (${after.dueAt}, ${after.id}::uuid)`] : []),
  ];
  const { rows } = await sql<Stored>`
    select t.id, jsonb_build_object('id', c.id, 'name', c.full_name, 'company', a.name) as contact,
      t.owner_id as "ownerId", t.kind, t.title, t.due_local as "dueLocal", t.time_zone as "timeZone",
      t.due_at as "dueAt", t.duration_minutes as "durationMinutes", t.state, t.closed_because as "closedBecause",
      t.alternative
    from tasks t
    join contacts c on c.workspace_id = ${workspace} and c.id = t.contact_id
    left join accounts a on a.workspace_id = ${workspace} and a.id = c.account_id
    where ${sql.join(conditions, sql` and `)}
    order by t.due_at, t.id limit ${limit}`.execute(tx.db.withoutPlugins());
  return rows.map(({ alternative, ...task }) => ({
    ...task,
    alternative: alternative && { ...alternative, at: new Date(alternative.at) },
  }));
}
