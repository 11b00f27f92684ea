import { z } from "zod";
import { endpoint, PageInput, pageOf } from "#api/endpoint.ts";
import { Instant } from "#api/instant.ts";

const reasonLengthMax = 2000;
const Reason = z.string().trim().min(3).max(reasonLengthMax);
const Person = z.object({ userId: z.uuid(), name: z.string() });

/**
 * What needs two people: to set a rule of our own aside for one person and for a time (never a law), or to lift a
 * standing no. One proposes, another decides.
 */
export const Exception = z.object({
  id: z.uuid(),
  kind: z.enum(["override", "lift"]),
  contact: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  /** For an override: the rule of the policy pack. */
  rule: z.string().nullable(),
  /** For a lift: the no that would end; its number or address is masked. */
  suppression: z.object({ id: z.uuid(), kind: z.string(), point: z.string().nullable(), saidAt: Instant }).nullable(),
  reason: z.string(),
  evidence: z.string().nullable(),
  expiresAt: Instant.nullable(),
  proposedAt: Instant,
  proposedBy: Person,
  /** An approved override counts until it expires or is ended. */
  state: z.enum(["proposed", "approved", "rejected", "ended"]),
  decidedAt: Instant.nullable(),
  decidedBy: Person.nullable(),
  note: z.string().nullable(),
});
export type Exception = z.output<typeof Exception>;

export const overrideDaysMax = 30;

export const ProposeOverride = z.object({
  contactId: z.uuid(),
  rule: z.string().trim().min(3).max(40),
  reason: Reason,
  expiresAt: Instant,
});
export type ProposeOverride = z.output<typeof ProposeOverride>;

export const proposeOverride = endpoint({
  name: "proposeOverride",
  method: "POST",
  path: "/api/v1/exceptions/overrides",
  summary: "Propose to set one of our own rules aside for a person, for a time; a compliance officer decides",
  input: ProposeOverride,
  output: Exception,
  refusals: ["not_overridable"],
});

export const ProposeLift = z.object({
  suppressionId: z.uuid(),
  reason: Reason,
  /** What the person has said or done since, and where it stands. */
  evidence: z.string().trim().min(3).max(4000),
});
export type ProposeLift = z.output<typeof ProposeLift>;

export const proposeLift = endpoint({
  name: "proposeLift",
  method: "POST",
  path: "/api/v1/exceptions/lifts",
  summary: "Propose to lift a standing no, with new evidence; a compliance officer decides",
  input: ProposeLift,
  output: Exception,
  refusals: ["conflict"],
});

export const DecideException = z.object({
  id: z.uuid(),
  approve: z.boolean(),
  note: z.string().trim().max(reasonLengthMax).default(""),
});
export type DecideException = z.output<typeof DecideException>;

export const decideException = endpoint({
  name: "decideException",
  method: "POST",
  path: "/api/v1/exceptions/{id}/decide",
  summary: "Approve or reject what somebody else has proposed; a lift takes effect at once",
  input: DecideException,
  output: Exception,
  refusals: ["conflict", "second_person_needed"],
});

export const endException = endpoint({
  name: "endException",
  method: "POST",
  path: "/api/v1/exceptions/{id}/end",
  summary: "End an approved override before it expires, or take a proposal back",
  input: z.object({ id: z.uuid() }),
  output: Exception,
  refusals: ["conflict"],
});

export const ListExceptions = PageInput.extend({
  state: Exception.shape.state.optional(),
  contactId: z.uuid().optional(),
});
export type ListExceptions = z.output<typeof ListExceptions>;

export const listExceptions = endpoint({
  name: "listExceptions",
  method: "GET",
  path: "/api/v1/exceptions",
  summary: "What was proposed and decided by two people, newest first",
  input: ListExceptions,
  output: pageOf(Exception),
});
