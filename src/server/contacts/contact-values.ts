import { nameKey, sortNameOf } from "#domain/contacts/names.ts";
import { searchColumnsOf, searchVector } from "#domain/contacts/search-words.ts";
import type { PersonFields } from "#server/contacts/load-stored-people.ts";
import type { ContactValues } from "#server/contacts/write-people.ts";

/** The columns of a contact, with those that follow from its name and its company. */
export function contactValues(
  workspaceId: string,
  fields: PersonFields,
  accounts: ReadonlyMap<string, string>,
): ContactValues {
  const { company, fullName: name, tags, custom } = fields;
  const words = searchColumnsOf({ name, company }).searchWords;
  return {
    ...fields,
    accountId: company ? (accounts.get(company) ?? null) : null,
    sortName: sortNameOf(fields),
    nameKey: nameKey(name),
    search: searchVector({ workspaceId, words, tags, custom }),
  };
}
