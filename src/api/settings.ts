import { z } from "zod";
import { CallingHours } from "#api/calling-hours.ts";
import { endpoint, Nothing } from "#api/endpoint.ts";
import { sectors } from "#domain/gate/types.ts";
import { defaultWarmthSettings } from "#domain/temperature/history.ts";
import { definitions } from "#domain/temperature/standing.ts";

export const Language = z.enum(["en", "zh-Hans", "zh-Hant"]);
export type Language = z.output<typeof Language>;

export const Preset = z.enum([
  "b2b_software",
  "financial_services",
  "real_estate",
  "recruiting",
  "nonprofit",
  "professional_services",
]);
export type Preset = z.output<typeof Preset>;

export const Country = z.string().regex(/^[A-Z]{2}$/);
const TimeZone = z.string().min(1).max(64);

export const Sector = z.enum(sectors);

/** So many attempts per person in so many hours. */
const Cap = z.object({ attempts: z.number().int().min(1).max(1000), hours: z.number().int().min(1).max(8784) });

/** What an admin changes; every field has a default, so that an empty row is a complete one. */
export const WorkspaceSettings = z.object({
  definition: z.enum(definitions).default("verified"),
  introductionDays: z.number().int().min(1).max(365).default(defaultWarmthSettings.introductionDays),
  requestDays: z.number().int().min(1).max(365).default(defaultWarmthSettings.requestDays),
  repsSee: z.enum(["own", "team", "all"]).default("own"),
  maskNumbers: z.boolean().default(true),
  allowCold: z.boolean().default(false),
  language: Language.default("en"),
  sellerName: z.string().trim().max(200).default(""),
  sector: Sector.default("general"),
  registrations: z.array(z.string().max(40)).max(100).default([]),
  postalAddress: z.string().trim().max(500).default(""),
  /** What is sold, where a law has rules for it: "pension", "energy" … */
  product: z.string().trim().max(40).default(""),
  recordsCalls: z.boolean().default(false),
  /** The number that our calls show, or "withheld". */
  callerId: z
    .string()
    .trim()
    .regex(/^(\+[1-9]\d{3,14}|withheld|)$/)
    .default(""),
  /* The workspace's own rules stand beside the law and can only be stricter. */
  /** Null: the hours of the law, and where it has none those of Warmline. */
  callingHours: CallingHours.nullable().default(null),
  /** Empty: the caps of the law, and where it has none those of Warmline. */
  caps: z.array(Cap).max(10).default([]),
  spacingHours: z.number().int().min(0).max(8784).default(0),
  /** Countries whose law is not known to us, opened under these rules. */
  openedCountries: z.array(Country).max(250).default([]),
});
export type WorkspaceSettings = z.output<typeof WorkspaceSettings>;

/** What decides how far reps reach. */
export const RepRules = WorkspaceSettings.pick({ repsSee: true, maskNumbers: true });

export const Workspace = z.object({
  workspaceId: z.uuid(),
  slug: z.string(),
  name: z.string().trim().min(1).max(200),
  preset: Preset,
  country: Country.nullable(),
  region: z.string().max(10).nullable(),
  timeZone: TimeZone,
  settings: WorkspaceSettings,
});
export type Workspace = z.output<typeof Workspace>;

export const getWorkspace = endpoint({
  name: "getWorkspace",
  method: "GET",
  path: "/api/v1/workspace",
  summary: "The workspace with its settings",
  input: Nothing,
  output: Workspace,
});

const fields = WorkspaceSettings.shape;

/** Only what is given changes. */
export const ChangeWorkspace = z.object({
  name: Workspace.shape.name.optional(),
  preset: Preset.optional(),
  country: Country.nullable().optional(),
  region: Workspace.shape.region.optional(),
  timeZone: TimeZone.optional(),
  definition: fields.definition.unwrap().optional(),
  introductionDays: fields.introductionDays.unwrap().optional(),
  requestDays: fields.requestDays.unwrap().optional(),
  language: fields.language.unwrap().optional(),
  sellerName: fields.sellerName.unwrap().optional(),
  sector: fields.sector.unwrap().optional(),
  registrations: fields.registrations.unwrap().optional(),
  postalAddress: fields.postalAddress.unwrap().optional(),
  product: fields.product.unwrap().optional(),
  recordsCalls: fields.recordsCalls.unwrap().optional(),
  callerId: fields.callerId.unwrap().optional(),
});
export type ChangeWorkspace = z.output<typeof ChangeWorkspace>;

export const changeWorkspace = endpoint({
  name: "changeWorkspace",
  method: "PATCH",
  path: "/api/v1/workspace",
  summary: "Change the workspace: its name, its seller's facts, how it measures temperature",
  input: ChangeWorkspace,
  output: Workspace,
});

export const ChangePolicy = z.object({
  repsSee: fields.repsSee.unwrap().optional(),
  maskNumbers: fields.maskNumbers.unwrap().optional(),
  allowCold: fields.allowCold.unwrap().optional(),
  callingHours: fields.callingHours.unwrap().optional(),
  caps: fields.caps.unwrap().optional(),
  spacingHours: fields.spacingHours.unwrap().optional(),
  openedCountries: fields.openedCountries.unwrap().optional(),
});
export type ChangePolicy = z.output<typeof ChangePolicy>;

export const changePolicy = endpoint({
  name: "changePolicy",
  method: "PATCH",
  path: "/api/v1/workspace/policy",
  summary: "Change the workspace's own rules: what reps see, cold calls, hours, caps, countries without a pack",
  input: ChangePolicy,
  output: Workspace,
});
