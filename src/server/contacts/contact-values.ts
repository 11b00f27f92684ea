import { companyKey, nameKey, sortNameOf } from "#domain/contacts/names.ts";
import { searchColumnsOf } from "#domain/contacts/search-words.ts";
import type { PersonFields } from "#server/contacts/load-stored-people.ts";
import type { ContactValues } from "#server/contacts/write-people.ts";

/** The columns of a contact, with those that follow from its name and its company. */
export function contactValues({ company, ...own }: PersonFields, accounts: ReadonlyMap<string, string>): ContactValues {
  return {
    ...own,
    accountId: company ? (accounts.get(companyKey(company)) ?? null) : null,
    sortName: sortNameOf(own),
    nameKey: nameKey(own.fullName),
    ...searchColumnsOf({ name: own.fullName, company }),
  };
}
