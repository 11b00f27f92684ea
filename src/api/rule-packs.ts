import { z } from "zod";
import { endpoint, Nothing } from "#api/endpoint.ts";
import { Instant } from "#api/instant.ts";

const Json = z.unknown();

export const RulePackSummary = z.object({
  name: z.string(),
  title: z.string(),
  version: z.string(),
  countries: z.array(z.string()),
  region: z.string().nullable(),
  rows: z.number().int(),
  contested: z.number().int(),
  clocks: z.number().int(),
  /** Rows of which only a secondary source, or none, was read. */
  unverified: z.number().int(),
});
export type RulePackSummary = z.output<typeof RulePackSummary>;

/** One rule, as the pack has it; docs/rule-packs.md explains the fields to a lawyer. */
export const RulePackRow = z.object({
  id: z.string(),
  says: z.string(),
  citation: z.string(),
  confidence: z.enum(["V1", "V2", "K", "X"]),
  source: z.string(),
  basis: z.enum(["law", "policy"]),
  contested: z.boolean(),
  /** What it does: forbid, need, hours, closed, during, cap, list, fresh, oblige, clock, note, own. */
  mechanism: z.string(),
  rule: z.record(z.string(), Json),
  modes: z.array(z.string()).nullable(),
  audience: z.array(z.string()).nullable(),
  purposes: z.union([z.array(z.string()), z.literal("all")]).nullable(),
  when: Json.nullable(),
  unless: z.array(z.record(z.string(), Json)),
  from: z.string().nullable(),
  to: z.string().nullable(),
  corrects: z.string().nullable(),
});
export type RulePackRow = z.output<typeof RulePackRow>;

/** A deadline of ours, such as a month for an access request. */
export const RulePackClock = z.object({
  id: z.string(),
  of: z.string(),
  period: z.string(),
  says: z.string(),
  citation: z.string(),
});

export const RulePack = RulePackSummary.extend({
  rules: z.array(RulePackRow),
  deadlines: z.array(RulePackClock),
  calendars: z.record(z.string(), Json),
  hash: z.string(),
  /** By which decisions of this workspace were taken, the present one too; newest first. */
  versions: z.array(z.object({ version: z.string(), hash: z.string(), storedAt: Instant })),
});
export type RulePack = z.output<typeof RulePack>;

export const listRulePacks = endpoint({
  name: "listRulePacks",
  method: "GET",
  path: "/api/v1/rule-packs",
  summary: "The laws that the gate knows, and our own rules: one pack for each jurisdiction",
  input: Nothing,
  output: z.object({ items: z.array(RulePackSummary) }),
});

export const getRulePack = endpoint({
  name: "getRulePack",
  method: "GET",
  path: "/api/v1/rule-packs/{name}",
  summary: "One pack: every rule with its source, what is contested, and the deadlines",
  input: z.object({ name: z.string().min(1).max(40) }),
  output: RulePack,
});
