import { companyKey, nameKey, sortNameOf } from "#domain/contacts/names.ts";
import { searchColumnsOf } from "#domain/contacts/search-text.ts";
import type { ContactValues } from "#server/contacts/write-people.ts";
import type { PersonFields } from "#server/imports/person-state.ts";

/** The columns of a contact, with those that follow from its name, its company and its points. */
export function contactValues(
  { company, ...own }: PersonFields,
  pointKeys: Iterable<string>,
  accounts: ReadonlyMap<string, string>,
): ContactValues {
  const keys = [...pointKeys];
  const values = (kind: string) =>
    keys.filter((key) => key.startsWith(`${kind} `)).map((key) => key.slice(kind.length + 1));
  return {
    ...own,
    accountId: company ? (accounts.get(companyKey(company)) ?? null) : null,
    sortName: sortNameOf(own),
    nameKey: nameKey(own.fullName),
    ...searchColumnsOf({ name: own.fullName, company, emails: values("email"), phones: values("phone") }),
  };
}
