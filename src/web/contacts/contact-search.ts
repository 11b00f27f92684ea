import { z } from "zod";
import { Audience, type ContactFilters, ContactSort, Provenance } from "#api/contacts.ts";
import { Temperature } from "#api/queue.ts";

// The router reads "2024" and "true" in an address as a number and as a truth.
const text = z
  .union([z.string(), z.number(), z.boolean()])
  .transform((value) => String(value).slice(0, 200))
  .optional()
  .catch(undefined);
const flag = z.boolean().optional().catch(undefined);
const id = z.uuid().optional().catch(undefined);

/** What the address of the list of contacts says: search, filters, order. */
export const ContactSearch = z.object({
  q: text,
  temperature: Temperature.optional().catch(undefined),
  ownerId: id,
  unassigned: flag,
  inWindow: flag,
  tag: text,
  accountId: id,
  country: text,
  provenance: Provenance.optional().catch(undefined),
  audience: Audience.optional().catch(undefined),
  hasPhone: flag,
  suppressed: flag,
  neverCalled: flag,
  importId: id,
  field: text,
  value: text,
  archived: flag,
  sort: ContactSort.optional().catch(undefined),
});
export type ContactSearch = z.output<typeof ContactSearch>;

export const flags = ["inWindow", "neverCalled", "hasPhone", "suppressed", "unassigned", "archived"] as const;
export type FlagName = (typeof flags)[number];

/** As the server and saved views take it: text throughout, without what is not asked. */
export function wireOf(search: ContactSearch): Record<string, string> {
  const given = Object.entries(search).flatMap(([name, value]) =>
    value === undefined || value === "" ? [] : [[name, String(value)] as const],
  );
  return Object.fromEntries(given);
}

/** The filters alone, for what is done with all that they find. */
export function filtersOf({ sort: _order, ...filters }: ContactSearch): z.input<typeof ContactFilters> {
  return wireOf(filters) as z.input<typeof ContactFilters>;
}

export function searchOf(wire: Readonly<Record<string, string>>): ContactSearch {
  const truths: Record<string, boolean> = { true: true, false: false };
  return ContactSearch.parse(
    Object.fromEntries(Object.entries(wire).map(([name, value]) => [name, truths[value] ?? value])),
  );
}

export function isSameSearch(one: ContactSearch, other: ContactSearch): boolean {
  const textOf = (search: ContactSearch) => JSON.stringify(Object.entries(wireOf(search)).sort());
  return textOf(one) === textOf(other);
}
