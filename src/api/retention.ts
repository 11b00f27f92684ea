import { z } from "zod";
import { endpoint, Nothing } from "#api/endpoint.ts";
import { Instant } from "#api/instant.ts";
import { dataClasses } from "#domain/retention/data-classes.ts";

export const DataClass = z.enum(dataClasses);

const RetentionClass = z.object({
  dataClass: DataClass,
  /** Null: for good. */
  months: z.number().int().nullable(),
  defaultMonths: z.number().int().nullable(),
  citation: z.string(),
  /** The shortest that the law of the seller's country allows. */
  monthsMin: z.number().int().nullable(),
});

export const Retention = z.object({
  classes: z.array(RetentionClass),
  lastRun: z.object({ at: Instant, erased: z.record(z.string(), z.number().int()) }).nullable(),
});
export type Retention = z.output<typeof Retention>;

export const getRetention = endpoint({
  name: "getRetention",
  method: "GET",
  path: "/api/v1/retention",
  summary: "How long what is kept, and when it was last cleared",
  input: Nothing,
  output: Retention,
});

export const ChangeRetention = z.object({
  dataClass: DataClass,
  months: z.number().int().min(1).max(1200).nullable(),
});
export type ChangeRetention = z.output<typeof ChangeRetention>;

export const changeRetention = endpoint({
  name: "changeRetention",
  method: "PATCH",
  path: "/api/v1/retention",
  summary: "Keep a class of data for another time",
  input: ChangeRetention,
  output: Retention,
});

/** What a run erases, or would. */
export const RetentionResult = z.object({
  classes: z.array(
    z.object({
      dataClass: DataClass,
      /** What is older goes; null where it is kept for good. */
      before: Instant.nullable(),
      rows: z.number().int(),
      /** Would go, but a dispute or an open request needs it. */
      held: z.number().int(),
    }),
  ),
});
export type RetentionResult = z.output<typeof RetentionResult>;

export const previewRetention = endpoint({
  name: "previewRetention",
  method: "GET",
  path: "/api/v1/retention/preview",
  summary: "What the next run would erase; erases nothing",
  input: Nothing,
  output: RetentionResult,
});

export const runRetention = endpoint({
  name: "runRetention",
  method: "POST",
  path: "/api/v1/retention/run",
  summary: "Erase now what the nightly run would",
  input: z.object({ confirm: z.literal("erase") }),
  output: RetentionResult,
});
