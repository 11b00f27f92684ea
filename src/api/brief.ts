import { z } from "zod";
import { Attempt } from "#api/attempts.ts";
import { GateDecision } from "#api/decisions.ts";
import { endpoint } from "#api/endpoint.ts";
import { Instant } from "#api/instant.ts";
import { CallWindow, QueueContact, QueueReason, Reservation, Temperature } from "#api/queue.ts";
import { Language } from "#api/settings.ts";
import { Task } from "#api/tasks.ts";
import { directions, verifications } from "#domain/touchpoints/kinds.ts";

/** A piece of a sentence; one that names a shared fact links to the touchpoint that proves it. */
export const Segment = z.object({ text: z.string(), touchpointId: z.uuid().optional() });
export type Segment = z.output<typeof Segment>;

/**
 * `contact`: between us and this person. `account`: with a colleague of his, not with him. `context`: one-sided,
 * he does not know that we know.
 */
export const Mark = z.enum(["contact", "account", "context"]);

export const BriefTouchpoint = z.object({
  id: z.uuid(),
  mark: Mark,
  kind: z.string(),
  direction: z.enum(directions),
  occurredAt: Instant,
  summary: z.string(),
  verification: z.enum(verifications),
  /** What proves it, such as the file and row of an import, a message-id, a witness. */
  evidence: z.record(z.string(), z.unknown()),
  /** With `account`: who of the account. */
  with: z.object({ id: z.uuid(), name: z.string() }).nullable(),
});
export type BriefTouchpoint = z.output<typeof BriefTouchpoint>;

export const BriefPoint = z.object({
  id: z.uuid(),
  kind: z.enum(["phone", "email", "profile", "postal"]),
  /** Masked until the call is started, where the workspace masks. */
  value: z.string(),
  masked: z.boolean(),
  label: z.string().nullable(),
  line: z.string().nullable(),
  country: z.string().nullable(),
  /** `closed`: this point has a standing "no" of its own. */
  state: z.enum(["active", "wrong", "closed"]),
});
export type BriefPoint = z.output<typeof BriefPoint>;

export const Brief = z.object({
  contact: QueueContact.extend({
    accountId: z.uuid().nullable(),
    givenName: z.string().nullable(),
    language: z.string().nullable(),
    profile: z.string(),
    provenance: z.string(),
    notes: z.string().nullable(),
    tags: z.array(z.string()),
  }),
  temperature: Temperature,
  heat: z.number().int(),
  window: CallWindow,
  reason: QueueReason,
  decision: GateDecision,
  /** While it is allowed: until when, by whatever rule ends it; null where none does within a day. */
  allowedUntil: Instant.nullable(),
  reservation: Reservation.nullable(),
  points: z.array(BriefPoint),
  timeline: z.array(BriefTouchpoint),
  /** One-sided facts, and what happened with others of the account. */
  context: z.array(BriefTouchpoint),
  attempts: z.array(Attempt),
  tasks: z.array(Task),
  playbook: z.object({
    id: z.uuid().nullable(),
    profile: z.string(),
    language: Language,
    version: z.number().int(),
    /** For the figures by opening. */
    openingId: z.string(),
    opening: z.array(Segment),
    value: z.array(Segment),
    questions: z.array(
      z.object({
        id: z.string(),
        text: z.string(),
        /** What this contact answered in earlier calls. */
        earlier: z.array(z.object({ answer: z.string(), at: Instant, attemptId: z.uuid() })),
      }),
    ),
    values: z.array(z.object({ need: z.string(), help: z.string(), proof: z.string() })),
    objections: z.array(
      z.object({
        id: z.string(),
        says: z.string(),
        answer: z.string(),
        evidence: z.string(),
        words: z.array(z.string()),
      }),
    ),
    voicemail: z.array(Segment),
    gatekeeper: z.array(Segment),
    close: z.string(),
  }),
});
export type Brief = z.output<typeof Brief>;

export const GetBrief = z.object({ id: z.uuid(), language: Language.optional() });
export type GetBrief = z.output<typeof GetBrief>;

export const getBrief = endpoint({
  name: "getBrief",
  method: "GET",
  path: "/api/v1/contacts/{id}/brief",
  summary: "All that a rep needs before and during one call",
  input: GetBrief,
  output: Brief,
});
