import { z } from "zod";
import { endpoint, PageInput, pageOf } from "#api/endpoint.ts";
import { Instant } from "#api/instant.ts";
import { isValidTimeZone } from "#domain/time.ts";

/** What a clock on the wall shows, "2026-11-26T15:00". */
export const LocalTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/);
export const TimeZone = z.string().max(64).refine(isValidTimeZone, { error: "unknown time zone" });

export const TaskKind = z.enum(["callback", "follow_up", "meeting", "later"]);
export type TaskKind = z.output<typeof TaskKind>;

export const Task = z.object({
  id: z.uuid(),
  contact: z.object({ id: z.uuid(), name: z.string(), company: z.string().nullable() }),
  ownerId: z.uuid(),
  kind: TaskKind,
  title: z.string(),
  /** Agreed as wall time and zone; `dueAt` is the instant that follows from them. */
  dueLocal: z.string(),
  timeZone: z.string(),
  dueAt: Instant,
  durationMinutes: z.number().int().nullable(),
  state: z.enum(["open", "done", "cancelled"]),
  closedBecause: z.string().nullable(),
  /** Another time that was proposed for a meeting. */
  alternative: z.object({ local: z.string(), timeZone: z.string(), at: Instant }).nullable(),
});
export type Task = z.output<typeof Task>;

export const ListTasks = PageInput.extend({
  state: z.enum(["open", "done", "cancelled"]).default("open"),
  contactId: z.uuid().optional(),
  dueBefore: Instant.optional(),
});
export type ListTasks = z.output<typeof ListTasks>;

export const listTasks = endpoint({
  name: "listTasks",
  method: "GET",
  path: "/api/v1/tasks",
  summary: "What I have agreed or planned, by time; with a contact, all that is planned with this person",
  input: ListTasks,
  output: pageOf(Task),
});

export const AddTask = z.object({
  contactId: z.uuid(),
  kind: TaskKind,
  title: z.string().trim().max(500).default(""),
  local: LocalTime,
  timeZone: TimeZone,
  durationMinutes: z.number().int().min(5).max(480).optional(),
  /** What is pursued with the person; while the task is open nobody pursues anything else with him. */
  subject: z.string().trim().min(1).max(200).optional(),
});
export type AddTask = z.output<typeof AddTask>;

export const addTask = endpoint({
  name: "addTask",
  method: "POST",
  path: "/api/v1/tasks",
  summary: "Plan something with a contact",
  input: AddTask,
  output: Task,
  refusals: ["call_not_allowed"],
});

export const TaskInPath = z.object({ id: z.uuid() });

export const completeTask = endpoint({
  name: "completeTask",
  method: "POST",
  path: "/api/v1/tasks/{id}/complete",
  summary: "Tick a task off",
  input: TaskInPath,
  output: Task,
  refusals: ["task_closed"],
});

export const RescheduleTask = TaskInPath.extend({ local: LocalTime, timeZone: TimeZone });
export type RescheduleTask = z.output<typeof RescheduleTask>;

export const rescheduleTask = endpoint({
  name: "rescheduleTask",
  method: "POST",
  path: "/api/v1/tasks/{id}/reschedule",
  summary: "Move a task to another time",
  input: RescheduleTask,
  output: Task,
  refusals: ["task_closed"],
});

export const CancelTask = TaskInPath.extend({ because: z.string().trim().max(500).default("") });
export type CancelTask = z.output<typeof CancelTask>;

export const cancelTask = endpoint({
  name: "cancelTask",
  method: "POST",
  path: "/api/v1/tasks/{id}/cancel",
  summary: "Give a task up",
  input: CancelTask,
  output: Task,
  refusals: ["task_closed"],
});
