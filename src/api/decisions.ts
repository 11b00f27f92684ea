import { z } from "zod";
import { endpoint, PageInput, pageOf } from "#api/endpoint.ts";
import { Instant } from "#api/instant.ts";
import { ruleKinds } from "#domain/gate/types.ts";

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
      /** What the rule is about; decisions of before it was told have none. */
      kind: z.enum(ruleKinds).optional(),
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
  contactName: z.string(),
  channel: z.string(),
  verdict: z.enum(["allow", "defer", "deny"]),
  decidedAt: Instant,
  decidedFor: z.object({ userId: z.uuid(), name: z.string() }),
  decision: GateDecision,
});
export type RecordedDecision = z.output<typeof RecordedDecision>;

const Verdict = GateDecision.shape.verdict;

export const ListDecisions = PageInput.extend({
  contactId: z.uuid().optional(),
  /** For whose attempt it was asked. */
  userId: z.uuid().optional(),
  verdict: Verdict.optional(),
  /** Those in which this rule spoke. */
  rule: z.string().trim().min(1).max(60).optional(),
  /** From this instant on, and before that. */
  from: Instant.optional(),
  to: Instant.optional(),
});
export type ListDecisions = z.output<typeof ListDecisions>;

export const listDecisions = endpoint({
  name: "listDecisions",
  method: "GET",
  path: "/api/v1/decisions",
  summary: "What the gate decided at every attempt, newest first; by person, rep, verdict, rule and time",
  input: ListDecisions,
  output: pageOf(RecordedDecision),
});

const StoredPack = z.object({ name: z.string(), version: z.string(), hash: z.string() });

/** A decision with the whole question; numbers and addresses in it are masked. */
export const DecisionDetails = RecordedDecision.extend({
  /** As in the contract of the gate: see `GateRequest`. */
  request: z.record(z.string(), z.unknown()),
  /** By content: what the decision was taken by, whatever the packs say today. */
  packs: z.array(StoredPack.extend({ isCurrent: z.boolean() })),
  attempt: z.object({ id: z.uuid(), origin: z.enum(["dialled", "logged"]), startedAt: Instant }).nullable(),
});
export type DecisionDetails = z.output<typeof DecisionDetails>;

const InPath = z.object({ id: z.uuid() });

export const getDecision = endpoint({
  name: "getDecision",
  method: "GET",
  path: "/api/v1/decisions/{id}",
  summary: "One decision: the question, the answer, the packs it rests on and the attempt that used it",
  input: InPath,
  output: DecisionDetails,
});

export const Replay = z.object({
  recorded: GateDecision,
  /** By the packs of the record. */
  replayed: GateDecision,
  same: z.boolean(),
  /** Names of the fields that differ. */
  differences: z.array(z.string()),
  /** What today's packs say to the same question. */
  byCurrentPacks: GateDecision,
});
export type Replay = z.output<typeof Replay>;

export const replayDecision = endpoint({
  name: "replayDecision",
  method: "POST",
  path: "/api/v1/decisions/{id}/replay",
  summary: "Decide the stored question again by the packs of that day; nothing is written",
  input: InPath,
  output: Replay,
  refusals: ["packs_missing"],
});

export const WhatIf = z
  .object({
    /** Begin with the question of this decision … */
    decisionId: z.uuid().optional(),
    /** … or with this one. */
    request: z.record(z.string(), z.unknown()).optional(),
    /** RFC 7396: what is given replaces, null removes, lists are replaced whole. */
    changes: z.record(z.string(), z.unknown()).default({}),
  })
  .refine(({ decisionId, request }) => (decisionId === undefined) !== (request === undefined), {
    error: "either decisionId or request is needed",
  });
export type WhatIf = z.output<typeof WhatIf>;

export const WhatIfAnswer = z.object({
  request: z.record(z.string(), z.unknown()),
  decision: GateDecision,
  /** What was answered without the changes. */
  before: GateDecision.nullable(),
});
export type WhatIfAnswer = z.output<typeof WhatIfAnswer>;

export const whatIf = endpoint({
  name: "whatIf",
  method: "POST",
  path: "/api/v1/decisions/what-if",
  summary: "What the gate would say with other facts; nothing is written, and nobody may be called on it",
  input: WhatIf,
  output: WhatIfAnswer,
});
