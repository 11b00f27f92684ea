import { z } from "zod";
import { endpoint, PageInput, pageOf } from "#api/endpoint.ts";
import { Instant } from "#api/instant.ts";

/** The gate's answer, as `domain/gate/types.ts` has it; its instants stay text, with the offset of the contact's zone. */
export const GateDecision = z.object({
  id: z.string().optional(),
  at: z.string(),
  verdict: z.enum(["allow", "defer", "deny"]),
  contested: z.boolean().optional(),
  until: z.string().nullable().optional(),
  rules: z.array(
    z.object({
      id: z.string(),
      basis: z.enum(["law", "policy"]),
      effect: z.enum(["deny", "defer", "oblige", "lift"]),
      citation: z.string(),
      reason: z.string(),
      until: z.string().optional(),
      contested: z.boolean().optional(),
    }),
  ),
  reliesOn: z.array(
    z.object({
      kind: z.enum(["consent", "relationship", "introduction", "request"]),
      at: z.string(),
      evidence: z.string().optional(),
    }),
  ),
  obligations: z.array(z.object({ id: z.string(), text: z.string(), citation: z.string() })),
  missing: z.array(z.object({ fact: z.string(), wouldChange: z.string() })),
  packs: z.record(z.string(), z.string()),
});
export type GateDecision = z.output<typeof GateDecision>;

/** One stored decision: what the gate was asked before an attempt, and what it answered. */
export const RecordedDecision = z.object({
  id: z.uuid(),
  contactId: z.uuid(),
  channel: z.string(),
  verdict: z.enum(["allow", "defer", "deny"]),
  decidedAt: Instant,
  decidedFor: z.object({ userId: z.uuid(), name: z.string() }),
  decision: GateDecision,
});
export type RecordedDecision = z.output<typeof RecordedDecision>;

export const ListDecisions = PageInput.extend({ contactId: z.uuid().optional() });
export type ListDecisions = z.output<typeof ListDecisions>;

export const listDecisions = endpoint({
  name: "listDecisions",
  method: "GET",
  path: "/api/v1/decisions",
  summary: "What the gate decided at every attempt, newest first",
  input: ListDecisions,
  output: pageOf(RecordedDecision),
});
