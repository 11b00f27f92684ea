import { z } from "zod";
import {
  Contact,
  ContactPoint,
  DirectoryEntry,
  EmailKind,
  NewPoint,
  PhoneLine,
  ReassignedAnswer,
} from "#api/contacts.ts";
import { endpoint } from "#api/endpoint.ts";
import { Instant } from "#api/instant.ts";

export const addPoint = endpoint({
  name: "addPoint",
  method: "POST",
  path: "/api/v1/contacts/{id}/points",
  summary: "Add a number, address or profile to a contact",
  input: NewPoint.extend({ id: z.uuid() }),
  output: Contact,
  refusals: ["conflict"],
});

export const updatePoint = endpoint({
  name: "updatePoint",
  method: "PATCH",
  path: "/api/v1/contacts/{id}/points/{pointId}",
  summary: "Change what is known of a point, or say that it is wrong, no longer used, or has a new owner",
  input: z.object({
    id: z.uuid(),
    pointId: z.uuid(),
    label: z.string().trim().max(60).nullable().optional(),
    line: PhoneLine.nullable().optional(),
    directory: DirectoryEntry.nullable().optional(),
    emailKind: EmailKind.nullable().optional(),
    /** "yes" voids what was agreed for this number. */
    reassigned: z.object({ checkedAt: Instant, answer: ReassignedAnswer }).optional(),
    state: z.enum(["active", "withdrawn", "wrong"]).optional(),
  }),
  output: Contact,
});

export const revealContact = endpoint({
  name: "revealContact",
  method: "POST",
  path: "/api/v1/contacts/{id}/reveal",
  summary: "The contact's numbers and addresses in full; who asked is logged",
  input: z.object({ id: z.uuid() }),
  output: z.object({ points: z.array(ContactPoint) }),
});
