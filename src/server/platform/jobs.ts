import { Logger, run as runWorker, type TaskList } from "graphile-worker";
import { sql } from "kysely";
import type pg from "pg";
import { z } from "zod";
import { RepRules } from "#api/settings.ts";
import { AppError } from "#domain/errors.ts";
import type { Permission, Role } from "#domain/policy.ts";
import {
  type Actor,
  type Context,
  type Door,
  openContext,
  requireReach,
  theProgram,
  transaction,
} from "#server/platform/context.ts";

/** A job is a row: name, who may cause it, payload, use-case. The use-case must bear being run twice, late or never. */
export type Job<Payload extends z.ZodType = z.ZodType> = {
  name: string;
  access: Permission;
  payload: Payload;
  run: (ctx: Context, input: never) => Promise<void>;
};

export function job<Payload extends z.ZodType>(definition: {
  name: string;
  access: Permission;
  payload: Payload;
  run: (ctx: Context, input: z.output<Payload>) => Promise<void>;
}): Job<Payload> {
  return definition;
}

/** Work of the whole installation at set times, such as backups; `cron` is in UTC. */
export type Schedule = { name: string; cron: string; run: (door: JobDoor, now: Date) => Promise<void> };

export type JobDoor = Door & { ownerPool: pg.Pool; clock: () => Date };

const Envelope = z.object({ workspaceId: z.uuid(), userId: z.uuid().nullable(), input: z.unknown() });

/** Adds the job in the transaction that wants it; with a `key` it replaces the waiting one of that key. */
export async function enqueue<Payload extends z.ZodType>(
  tx: Context,
  wanted: Job<Payload>,
  input: z.input<Payload>,
  options: { key?: string; runAt?: Date; queue?: string } = {},
): Promise<void> {
  if (!tx.isTransaction) throw new Error("a job is added inside the transaction that wants it");
  const { workspaceId, userId } = tx.actor;
  const payload = JSON.stringify({ workspaceId, userId, input });
  const key = options.key ? `${workspaceId}:${wanted.name}:${options.key}` : null;
  await sql`select enqueue_job(${wanted.name}, ${payload}::json, ${key}, ${options.runAt ?? null}::timestamptz,
    ${options.queue ? `${workspaceId}:${options.queue}` : null})`.execute(tx.db);
}

/** Works through the queue until `stop` is called, which waits for the jobs that run. */
export async function startJobs(
  door: JobDoor,
  jobs: readonly Job[],
  schedules: readonly Schedule[],
): Promise<{ stop: () => Promise<void> }> {
  const runner = await runWorker({
    pgPool: door.ownerPool,
    taskList: taskList(door, jobs, schedules),
    crontab: schedules.map(({ name, cron }) => `${cron} ${name}`).join("\n"),
    concurrency: 4,
    pollInterval: 2000,
    noHandleSignals: true,
    logger: new Logger((scope) => (level, message, meta) => {
      const write = level === "error" ? "error" : level === "warning" ? "warn" : "debug";
      door.log[write]({ ...scope, ...meta }, message);
    }),
  });
  return { stop: () => runner.stop() };
}

/** Also for tests, which run the real queue once. */
export function taskList(door: JobDoor, jobs: readonly Job[], schedules: readonly Schedule[]): TaskList {
  const tasks = jobs.map((each) => [each.name, (payload: unknown) => perform(door, each, payload)] as const);
  const timed = schedules.map((each) => [each.name, () => each.run(door, door.clock())] as const);
  return Object.fromEntries([...tasks, ...timed]);
}

/** Runs one job as the person who caused it, with the rights that this person has now. */
async function perform(door: JobDoor, wanted: Job, payload: unknown): Promise<void> {
  const { workspaceId, userId, input } = Envelope.parse(payload);
  const now = door.clock();
  try {
    const actor = await actorOf(door, workspaceId, userId, now);
    const ctx = openContext(door, actor, now);
    requireReach(ctx, wanted.access);
    await wanted.run(ctx, wanted.payload.parse(input) as never);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    door.log.warn({ job: wanted.name, code: error.code, details: error.details }, "job refused, not tried again");
  }
}

async function actorOf(door: Door, workspaceId: string, userId: string | null, now: Date): Promise<Actor> {
  if (userId === null) return theProgram(workspaceId);
  return transaction(openContext(door, theProgram(workspaceId), now), async (tx) => {
    const member = await tx.db
      .selectFrom("memberships as m")
      .innerJoin("workspaces as w", "w.workspaceId", "m.workspaceId")
      .select(["m.role", "m.teamId", "w.settings"])
      .where("m.workspaceId", "=", workspaceId)
      .where("m.userId", "=", userId)
      .where("m.deactivatedAt", "is", null)
      .executeTakeFirst();
    if (!member) throw new AppError("permission_denied", { reason: "no longer a member" });
    const { role, teamId, settings } = member;
    return { userId, workspaceId, role: role as Role, teamId, ...RepRules.parse(settings) };
  });
}
