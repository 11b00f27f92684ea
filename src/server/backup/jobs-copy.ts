import pg from "pg";
import { type Copy, fillTables } from "#server/backup/read-copy.ts";
import type { Selection } from "#server/backup/write-copy.ts";

const name = "waiting_jobs";
const columns = ["task", "queue", "payload", "run_at", "priority", "max_attempts", "job_key"];

/**
 * What the queue has still to do, of one workspace or of all. A job that runs while the copy is made is copied too:
 * running twice changes nothing.
 */
export function waitingJobs(workspaceId?: string): Selection {
  return {
    table: { name, columns, key: ["run_at", "task", "job_key", "payload"] },
    from: `(select t.identifier as task, q.queue_name as queue, j.payload::text as payload, j.run_at, j.priority,
        j.max_attempts, j.key as job_key
      from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id
      left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
      ${workspaceId ? `where j.payload ->> 'workspaceId' = ${pg.escapeLiteral(workspaceId)}` : ""}) as jobs`,
  };
}

export async function restoreJobs(client: pg.PoolClient, copy: Copy, replace?: Map<string, string>): Promise<void> {
  await client.query(`create temporary table ${name} (task text, queue text, payload text, run_at timestamptz,
    priority int, max_attempts int, job_key text) on commit drop`);
  const table = { name, columns, key: [], hasTriggers: false, sequences: [], references: [] };
  await fillTables(client, copy, [table], replace ? { replace } : {});
  await client.query(`select graphile_worker.add_job(task, payload := payload::json, queue_name := queue, run_at := run_at,
    max_attempts := max_attempts, job_key := job_key, priority := priority) from ${name}`);
}
