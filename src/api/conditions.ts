import { z } from "zod";
import { endpoint, Nothing, PageInput, pageOf } from "#api/endpoint.ts";
import { Moment } from "#api/gate-request.ts";
import { Instant } from "#api/instant.ts";
import { Country } from "#api/settings.ts";

export const conditionKinds = [
  "holiday",
  "proclaimed_day",
  "election_day",
  "state_of_emergency",
  "eoc_activation",
] as const;

/** A dated fact about a place that closes it to calls, where a law says so. */
const Facts = z.object({
  kind: z.enum(conditionKinds),
  country: Country,
  /** ISO 3166-2 without the country: "LA". */
  region: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9]{1,3}$/),
  county: z.string().trim().min(1).max(100).nullable(),
  place: z.string().trim().min(1).max(100).nullable(),
  /** An instant, or a day as it is there. */
  from: Moment,
  /** The first instant or day after it; null while no end is known. */
  to: Moment.nullable(),
  /** Where it was proclaimed. */
  source: z.string().trim().max(1000),
});

export const Condition = Facts.extend({
  id: z.uuid(),
  enteredAt: Instant,
  enteredBy: z.object({ userId: z.uuid(), name: z.string() }),
  endedAt: Instant.nullable(),
  endedBecause: z.string().nullable(),
});
export type Condition = z.output<typeof Condition>;

export const EnterCondition = Facts.extend({
  county: Facts.shape.county.default(null),
  place: Facts.shape.place.default(null),
  to: Facts.shape.to.default(null),
  source: Facts.shape.source.default(""),
});
export type EnterCondition = z.output<typeof EnterCondition>;

export const enterCondition = endpoint({
  name: "enterCondition",
  method: "POST",
  path: "/api/v1/conditions",
  summary: "Enter a town's or proclaimed holiday, an election day or an emergency; it counts at once",
  input: EnterCondition,
  output: Condition,
});

export const EndCondition = z.object({ id: z.uuid(), because: z.string().trim().min(3).max(1000) });
export type EndCondition = z.output<typeof EndCondition>;

export const endCondition = endpoint({
  name: "endCondition",
  method: "POST",
  path: "/api/v1/conditions/{id}/end",
  summary: "Say that a condition is over, or that it was entered by mistake; the entry stays on record",
  input: EndCondition,
  output: Nothing,
  refusals: ["conflict"],
});

export const ListConditions = PageInput.extend({ standing: z.stringbool().default(true) });
export type ListConditions = z.output<typeof ListConditions>;

export const listConditions = endpoint({
  name: "listConditions",
  method: "GET",
  path: "/api/v1/conditions",
  summary: "The conditions that hold or are to come; with standing=false all that were ever entered",
  input: ListConditions,
  output: pageOf(Condition),
});
