import { z } from "zod";
import { ContactFilters, Tag, tagsMax } from "#api/contacts.ts";
import { endpoint, Nothing } from "#api/endpoint.ts";

/* What is done with many contacts at once. */

const idsMax = 10_000;
const assignmentMax = 200_000;
export const assignContacts = endpoint({
  name: "assignContacts",
  method: "POST",
  path: "/api/v1/contacts/assign",
  summary: "Give contacts to an owner, or to nobody: the ones named, or all that the filters find",
  input: z.object({
    ownerId: z.uuid().nullable(),
    ids: z.array(z.uuid()).min(1).max(idsMax).optional(),
    filters: ContactFilters.optional(),
  }),
  output: z.object({ assigned: z.number().int().max(assignmentMax) }),
});

export const tagContacts = endpoint({
  name: "tagContacts",
  method: "POST",
  path: "/api/v1/contacts/tags",
  summary: "Add tags to the contacts named, and take others from them",
  input: z.object({
    ids: z.array(z.uuid()).min(1).max(idsMax),
    add: z.array(Tag).max(tagsMax).default([]),
    remove: z.array(Tag).max(tagsMax).default([]),
  }),
  output: z.object({ changed: z.number().int() }),
});

export const listTags = endpoint({
  name: "listTags",
  method: "GET",
  path: "/api/v1/contact-tags",
  summary: "The tags in use, the most frequent first",
  input: Nothing,
  output: z.object({ items: z.array(z.object({ tag: z.string(), contacts: z.number().int() })) }),
});
