import { z } from "zod";
import { GateDecision } from "#api/decisions.ts";
import { endpoint } from "#api/endpoint.ts";
import { Instant } from "#api/instant.ts";

export const Temperature = z.enum(["cold", "warm", "hot"]);

/** When the trigger is fresh. `none`: nothing opened a window. */
export const CallWindow = z.object({
  opensAt: Instant.nullable(),
  closesAt: Instant.nullable(),
  state: z.enum(["early", "in_window", "late", "none"]),
});
export type CallWindow = z.output<typeof CallWindow>;

/** `not_yet`: agreed or fresh for later; `held`: the gate says no, or not now; `done`: the rep's attempts of today. */
export const QueueTab = z.enum(["to_call", "not_yet", "held", "done"]);
export type QueueTab = z.output<typeof QueueTab>;

/**
 * Why this person, why now; the screen words it. The parameters that a code has:
 * expects_call, prior_contact: kind, summary, occurredAt. relationship: kind, since.
 * callback_due, meeting_due, follow_up_due, later_due: dueAt, dueLocal, timeZone, title. cold: provenance.
 */
export const QueueReason = z.object({
  code: z.enum([
    "expects_call",
    "prior_contact",
    "relationship",
    "callback_due",
    "meeting_due",
    "follow_up_due",
    "later_due",
    "cold",
  ]),
  params: z.object({
    kind: z.string().optional(),
    summary: z.string().optional(),
    occurredAt: Instant.optional(),
    since: Instant.optional(),
    dueAt: Instant.optional(),
    dueLocal: z.string().optional(),
    timeZone: z.string().optional(),
    title: z.string().optional(),
    provenance: z.string().optional(),
  }),
});
export type QueueReason = z.output<typeof QueueReason>;

/** Where in the list a person stands: the headings of the screen. */
export const QueueSection = z.enum(["expects_you", "in_window", "late", "cold"]);
export type QueueSection = z.output<typeof QueueSection>;

export const QueueContact = z.object({
  id: z.uuid(),
  name: z.string(),
  jobTitle: z.string().nullable(),
  company: z.string().nullable(),
  place: z.string().nullable(),
  country: z.string().nullable(),
  /** The zone that is known of the contact, else the likeliest of those that the gate considers. */
  timeZone: z.string().nullable(),
  /** "08:12", what the clock shows there. */
  localTime: z.string().nullable(),
});
export type QueueContact = z.output<typeof QueueContact>;

/** Who has opened this person's call, and until when nobody else may. */
export const Reservation = z.object({
  contactId: z.uuid(),
  userId: z.uuid(),
  name: z.string(),
  attemptId: z.uuid().nullable(),
  expiresAt: Instant,
  mine: z.boolean(),
});
export type Reservation = z.output<typeof Reservation>;

export const QueueRow = z.object({
  contact: QueueContact,
  temperature: Temperature,
  heat: z.number().int().min(0).max(100),
  window: CallWindow,
  section: QueueSection,
  reason: QueueReason,
  touchpoint: z
    .object({ id: z.uuid(), kind: z.string(), occurredAt: Instant, summary: z.string(), verification: z.string() })
    .nullable(),
  taskId: z.uuid().nullable(),
  /** Null for `done`, where the attempt's own decision is on record. */
  decision: GateDecision.nullable(),
  reservation: Reservation.nullable(),
  /** Only in `not_yet`: why, and when the person moves to `to_call`. */
  notYet: z.object({ code: z.enum(["window_opens", "agreed_later"]), at: Instant }).nullable(),
  /** Only in `done`. `outcome` is null while the call is open. */
  attempt: z.object({ id: z.uuid(), startedAt: Instant, outcome: z.string().nullable(), note: z.string() }).nullable(),
});
export type QueueRow = z.output<typeof QueueRow>;

/** `more`: there are more than `count`; counting stops there ("50+"). */
export const BoundedCount = z.object({ count: z.number().int(), more: z.boolean() });
export type BoundedCount = z.output<typeof BoundedCount>;

export const Queue = z.object({
  tab: QueueTab,
  at: Instant,
  items: z.array(QueueRow),
  nextCursor: z.string().nullable(),
  /** Null on later pages. */
  counts: z.object({ to_call: BoundedCount, not_yet: BoundedCount, held: BoundedCount, done: BoundedCount }).nullable(),
  /** For the sentence at the top: of those to call, how many expect us, and how many windows close within four hours. */
  summary: z.object({ expecting: z.number().int(), closingSoon: z.number().int() }).nullable(),
});
export type Queue = z.output<typeof Queue>;

export const ListQueue = z.object({
  tab: QueueTab.default("to_call"),
  /** Another rep's queue, for those whose reach allows it; without it one's own and what nobody owns. */
  ownerId: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(1000).optional(),
});
export type ListQueue = z.output<typeof ListQueue>;

export const listQueue = endpoint({
  name: "listQueue",
  method: "GET",
  path: "/api/v1/queue",
  summary: "Who to call now and why, in order; who is early, held or done",
  input: ListQueue,
  output: Queue,
});
