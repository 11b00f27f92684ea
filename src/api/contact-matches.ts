import { z } from "zod";
import { Contact, NewPoint, nameLengthMax, pointsMax } from "#api/contacts.ts";
import { endpoint } from "#api/endpoint.ts";
import { Country } from "#api/settings.ts";

/* Two contacts that may be one person: found, joined, taken apart. */

export const MatchQuery = z.object({
  name: z.string().trim().max(nameLengthMax).default(""),
  company: z.string().trim().max(nameLengthMax).nullable().default(null),
  country: Country.nullable().default(null),
  points: z.array(NewPoint).max(pointsMax).default([]),
});

export const MatchAnswer = z.object({
  found: z.enum(["one", "perhaps", "several", "none"]),
  by: z.enum(["external_id", "email", "phone", "profile"]).nullable(),
  /** Without a name where the person is not within the asker's reach. */
  contacts: z.array(z.object({ id: z.uuid(), name: z.string(), company: z.string().nullable() })),
  /** How many more are meant who are not within the asker's reach. */
  hidden: z.number().int(),
});
export type MatchAnswer = z.output<typeof MatchAnswer>;

export const matchContact = endpoint({
  name: "matchContact",
  method: "POST",
  path: "/api/v1/contacts/matches",
  summary: "Whom a name with these numbers and addresses would be, by the rule that imports use",
  input: MatchQuery,
  output: MatchAnswer,
});

export const mergeContacts = endpoint({
  name: "mergeContacts",
  method: "POST",
  path: "/api/v1/contacts/{id}/merge",
  summary: "Join another contact into this one: one history, and the strictest permission of the two",
  input: z.object({ id: z.uuid(), otherId: z.uuid() }),
  output: Contact,
  refusals: ["conflict", "reserved_by_other"],
});

export const unmergeContacts = endpoint({
  name: "unmergeContacts",
  method: "POST",
  path: "/api/v1/contacts/{id}/unmerge",
  summary: "Take a merge apart again; what came since stays with the survivor, and is named",
  input: z.object({ id: z.uuid(), mergeId: z.uuid() }),
  output: z.object({
    survivor: Contact,
    restoredId: z.uuid(),
    kept: z.object({ touchpoints: z.number().int(), points: z.number().int(), fields: z.array(z.string()) }),
  }),
  refusals: ["reserved_by_other"],
});
