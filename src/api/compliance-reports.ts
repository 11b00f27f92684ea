import { z } from "zod";
import { Consent, Suppression } from "#api/compliance.ts";
import { endpoint, FileAnswer, Nothing } from "#api/endpoint.ts";
import { Instant } from "#api/instant.ts";
import { dataClasses } from "#domain/retention/data-classes.ts";

/** Where the tamper-evident record holds the row: its block there and the salted hash of what it says. */
const Sealed = z.object({ block: z.number().int(), position: z.number().int(), hash: z.string() });

const ProvenConsent = Consent.extend({
  recordedBy: z.string().nullable(),
  source: z.object({ file: z.string(), fileHash: z.string().nullable(), line: z.number().int().nullable() }).nullable(),
  sealed: Sealed.nullable(),
  /** How many attempts relied on it, and the last. */
  reliedOn: z.object({ attempts: z.number().int(), lastAt: Instant.nullable() }),
});
export type ProvenConsent = z.output<typeof ProvenConsent>;

export const ConsentProof = z.object({
  contact: z.object({ id: z.uuid(), name: z.string() }),
  points: z.array(z.object({ kind: z.string(), value: z.string(), state: z.string() })),
  controller: z.object({ name: z.string(), country: z.string().nullable(), postalAddress: z.string() }),
  at: Instant,
  consents: z.array(ProvenConsent),
  refusals: z.array(Suppression.extend({ sealed: Sealed.nullable() })),
  /** The head of the record when this was written, and the key that signed it. */
  record: z.object({ block: z.number().int(), hash: z.string(), signedWith: z.string() }).nullable(),
});
export type ConsentProof = z.output<typeof ConsentProof>;

export const getConsentProof = endpoint({
  name: "getConsentProof",
  method: "GET",
  path: "/api/v1/contacts/{id}/consent-proof",
  summary: "What one person permitted and refused, with words, evidence and seals, fit for a regulator; logged",
  input: z.object({ id: z.uuid() }),
  output: ConsentProof,
  refusals: ["contact_not_found"],
});

/** Days of the workspace, both inclusive. */
const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const Span = z.object({ from: Day, to: Day });
export type Span = z.output<typeof Span>;

export const downloadCallDetail = endpoint({
  name: "downloadCallDetail",
  method: "GET",
  path: "/api/v1/reports/call-detail",
  summary: "Every call as 16 CFR 310.5 wants it kept, as CSV; logged",
  input: Span,
  output: FileAnswer,
  answer: "file",
});

export const ProcessingRegister = z.object({
  at: Instant,
  controller: z.object({
    name: z.string(),
    country: z.string().nullable(),
    sector: z.string(),
    postalAddress: z.string(),
    registrations: z.array(z.string()),
  }),
  activities: z.array(
    z.object({
      id: z.enum(["outreach", "imports", "permissions", "rights", "team"]),
      purposes: z.array(z.string()),
      bases: z.array(z.string()),
      subjects: z.array(z.string()),
      /** Places of the data, as the disclosure names them. */
      data: z.array(z.string()),
      retention: z.array(z.object({ dataClass: z.enum(dataClasses), months: z.number().int().nullable() })),
    }),
  ),
  customFields: z.array(z.string()),
  recipients: z.object({
    members: z.array(z.object({ role: z.string(), count: z.number().int() })),
    /** Programs that hold a key. */
    programs: z.array(z.string()),
  }),
  /** Where people live of whom something is held. */
  countries: z.array(z.object({ country: z.string().nullable(), count: z.number().int() })),
  measures: z.array(z.object({ id: z.string(), on: z.boolean(), detail: z.string().nullable() })),
});
export type ProcessingRegister = z.output<typeof ProcessingRegister>;

export const getProcessingRegister = endpoint({
  name: "getProcessingRegister",
  method: "GET",
  path: "/api/v1/reports/processing-register",
  summary: "The record of processing activities (GDPR Art. 30), from the configuration",
  input: Nothing,
  output: ProcessingRegister,
});

export const DecisionCounts = z.object({
  verdicts: z.array(
    z.object({ user: z.string(), allow: z.number().int(), defer: z.number().int(), deny: z.number().int() }),
  ),
  rules: z.array(
    z.object({
      id: z.string(),
      basis: z.enum(["law", "policy"]),
      effect: z.string(),
      citation: z.string(),
      user: z.string(),
      count: z.number().int(),
    }),
  ),
});
export type DecisionCounts = z.output<typeof DecisionCounts>;

export const countDecisions = endpoint({
  name: "countDecisions",
  method: "GET",
  path: "/api/v1/reports/decisions",
  summary: "What the gate decided, by rule and by person",
  input: Span,
  output: DecisionCounts,
});

export const OptOutTimes = z.object({
  /** Said to us, not brought by an import. */
  count: z.number().int(),
  p50Seconds: z.number().nullable(),
  p99Seconds: z.number().nullable(),
  maxSeconds: z.number().nullable(),
  /** Calls begun after the word was on record and stood: there must be none. */
  callsAfter: z.number().int(),
});
export type OptOutTimes = z.output<typeof OptOutTimes>;

export const getOptOutTimes = endpoint({
  name: "getOptOutTimes",
  method: "GET",
  path: "/api/v1/reports/opt-out-times",
  summary: "How long it took from a no to its being in force",
  input: Span,
  output: OptOutTimes,
});
