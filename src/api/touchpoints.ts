import { z } from "zod";
import { endpoint, Nothing, PageInput, pageOf } from "#api/endpoint.ts";
import { Instant } from "#api/instant.ts";
import { directions, verifications } from "#domain/touchpoints/kinds.ts";

export const Verification = z.enum(verifications);
export const Direction = z.enum(directions);
const Person = z.object({ id: z.uuid(), name: z.string() });

export const Touchpoint = z.object({
  id: z.uuid(),
  /** The contact whose history it is part of: the survivor where contacts were merged. */
  contactId: z.uuid(),
  kind: z.string(),
  direction: Direction,
  occurredAt: Instant,
  /** For a booked meeting: when it begins. */
  scheduledAt: Instant.nullable(),
  zoneAssumed: z.boolean(),
  verification: Verification,
  summary: z.string(),
  confirmedAt: Instant.nullable(),
  confirmedBy: Person.nullable(),
  fulfilledAt: Instant.nullable(),
  retractedAt: Instant.nullable(),
  importId: z.uuid().nullable(),
  importLine: z.number().int().nullable(),
  attemptId: z.uuid().nullable(),
  recordedAt: Instant,
  recordedBy: Person.nullable(),
});
export type Touchpoint = z.output<typeof Touchpoint>;

/** Everything that proves a touchpoint: file and line with the cells of the row, or what was typed and by whom. */
export const TouchpointEvidence = Touchpoint.extend({
  details: z.record(z.string(), z.unknown()),
  evidence: z.record(z.string(), z.unknown()),
  file: z.object({ importId: z.uuid(), name: z.string(), line: z.number().int().nullable() }).nullable(),
  cells: z.record(z.string(), z.unknown()).nullable(),
});
export type TouchpointEvidence = z.output<typeof TouchpointEvidence>;

export const listTouchpoints = endpoint({
  name: "listTouchpoints",
  method: "GET",
  path: "/api/v1/touchpoints",
  summary: "The timeline of a contact, the newest first",
  input: PageInput.extend({ contactId: z.uuid() }),
  output: pageOf(Touchpoint),
});

export const getTouchpoint = endpoint({
  name: "getTouchpoint",
  method: "GET",
  path: "/api/v1/touchpoints/{id}",
  summary: "A touchpoint with its evidence",
  input: z.object({ id: z.uuid() }),
  output: TouchpointEvidence,
});

export const RecordTouchpoint = z.object({
  contactId: z.uuid(),
  kind: z.string().min(1).max(60),
  occurredAt: Instant,
  scheduledAt: Instant.nullable().default(null),
  summary: z.string().trim().max(2000).default(""),
  /** What can be looked up later: a message-id, an address, the name of a witness. It stays a claim until confirmed. */
  proof: z.string().trim().max(500).default(""),
  /** The same for every report of the same thing; given twice for a person it is one touchpoint. */
  sourceKey: z.string().trim().min(1).max(200).optional(),
});
export type RecordTouchpoint = z.output<typeof RecordTouchpoint>;

export const recordTouchpoint = endpoint({
  name: "recordTouchpoint",
  method: "POST",
  path: "/api/v1/touchpoints",
  summary: "Write down by hand what happened; claimed until a manager confirms it",
  input: RecordTouchpoint,
  output: Touchpoint,
});

export const confirmTouchpoint = endpoint({
  name: "confirmTouchpoint",
  method: "POST",
  path: "/api/v1/touchpoints/{id}/confirm",
  summary: "A manager vouches for a claimed touchpoint: it counts from now on",
  input: z.object({ id: z.uuid() }),
  output: Touchpoint,
  refusals: ["conflict"],
});

export const retractTouchpoint = endpoint({
  name: "retractTouchpoint",
  method: "POST",
  path: "/api/v1/touchpoints/{id}/retract",
  summary: "Take a touchpoint back; it stays in the record and counts for nothing",
  input: z.object({ id: z.uuid(), because: z.string().trim().min(1).max(500) }),
  output: Touchpoint,
});

const HoursWindow = z.object({
  opensAfterHours: z.number().min(0).max(10_000),
  closesAfterHours: z.number().min(0).max(10_000),
});
const KindWindow = z.union([HoursWindow, z.literal("at_meeting")]).nullable();
const Expectation = z
  .object({
    days: z.union([z.number().int().min(1).max(365), z.enum(["introductionDays", "requestDays"])]).nullable(),
    endsWhenFulfilled: z.boolean(),
  })
  .nullable();

export const TouchpointKind = z.object({
  slug: z.string(),
  direction: Direction,
  weight: z.number(),
  memoryDays: z.number().int().nullable(),
  window: KindWindow,
  expectation: Expectation,
  isConversation: z.boolean(),
  gateRelationship: z.string().nullable(),
  /** Whether the workspace has changed it. */
  changed: z.boolean(),
});
export type TouchpointKind = z.output<typeof TouchpointKind>;

export const listKinds = endpoint({
  name: "listKinds",
  method: "GET",
  path: "/api/v1/touchpoint-kinds",
  summary: "The table of kinds of touchpoints as this workspace has it",
  input: Nothing,
  output: z.object({ items: z.array(TouchpointKind) }),
});

export const changeKind = endpoint({
  name: "changeKind",
  method: "PUT",
  path: "/api/v1/touchpoint-kinds/{slug}",
  summary: "Change weight, memory, window or expectation of a kind, or add one; every temperature is worked out anew",
  input: z.object({
    slug: z.string().max(60),
    direction: Direction.optional(),
    weight: z.number().optional(),
    memoryDays: z.number().int().nullable().optional(),
    window: KindWindow.optional(),
    expectation: Expectation.optional(),
  }),
  output: TouchpointKind,
});

export const resetKind = endpoint({
  name: "resetKind",
  method: "DELETE",
  path: "/api/v1/touchpoint-kinds/{slug}",
  summary: "Give a kind back the values that it has for the workspace's industry",
  input: z.object({ slug: z.string().max(60) }),
  output: z.object({ items: z.array(TouchpointKind) }),
});
