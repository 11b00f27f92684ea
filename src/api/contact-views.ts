import { z } from "zod";
import { ContactFilters } from "#api/contacts.ts";
import { endpoint, Nothing } from "#api/endpoint.ts";

const fields = [...Object.keys(ContactFilters.shape), "sort"] as (keyof ContactFilters | "sort")[];

/** Filters and sort as they stand in the address of the list. */
export const ViewQuery = z.partialRecord(z.enum(fields), z.string().max(300));

export const SavedView = z.object({
  id: z.uuid(),
  name: z.string().trim().min(1).max(100),
  shared: z.boolean(),
  mine: z.boolean(),
  query: z.record(z.string(), z.string()),
});
export type SavedView = z.output<typeof SavedView>;

const ViewInput = z.object({
  name: SavedView.shape.name,
  shared: z.boolean().default(false),
  query: ViewQuery,
});

export const listViews = endpoint({
  name: "listViews",
  method: "GET",
  path: "/api/v1/contact-views",
  summary: "One's own views of the list of contacts, and those that others share",
  input: Nothing,
  output: z.object({ items: z.array(SavedView) }),
});

export const saveView = endpoint({
  name: "saveView",
  method: "POST",
  path: "/api/v1/contact-views",
  summary: "Keep filters and sort under a name; one's own view of that name is replaced",
  input: ViewInput,
  output: SavedView,
  refusals: ["conflict"],
});

export const changeView = endpoint({
  name: "changeView",
  method: "PATCH",
  path: "/api/v1/contact-views/{id}",
  summary: "Rename one of one's own views, or share it",
  input: z.object({ id: z.uuid(), name: SavedView.shape.name.optional(), shared: z.boolean().optional() }),
  output: SavedView,
  refusals: ["conflict"],
});

export const deleteView = endpoint({
  name: "deleteView",
  method: "DELETE",
  path: "/api/v1/contact-views/{id}",
  summary: "Forget one of one's own views",
  input: z.object({ id: z.uuid() }),
  output: Nothing,
});
