import { companyKey, isSameName, isStandInName, nameKey } from "#domain/contacts/names.ts";

/** What people are recognised by. Emails in lower case, phones in E.164, profiles without scheme, ids as "system:id". */
export type PersonKeys = {
  name: string;
  company: string | null;
  emails: readonly string[];
  phones: readonly string[];
  profiles: readonly string[];
  externalIds: readonly string[];
  /** What `nameAndCompanyKey` gives for them; set where the same person is looked for again and again. */
  alike?: string | null;
};

export type MatchKey = "external_id" | "email" | "phone" | "profile";

export type Match =
  /** `alsoIds`: other contacts that are this person by an exact key, and should be joined with the first. */
  | { found: "one"; contactId: string; by: MatchKey; alsoIds: string[] }
  /** Nothing but the name and the company: a person must say whether it is the same. */
  | { found: "perhaps"; contactIds: string[] }
  /** A number of several people, and no name that would tell which of them it is. */
  | { found: "several"; contactIds: string[] }
  | { found: "none" };

/** The contacts that can be meant by some keys: those of the database, and those that a batch has just added. */
export type KnownPeople = {
  names: Map<string, string>;
  byEmail: Map<string, string>;
  byProfile: Map<string, string>;
  byExternalId: Map<string, string>;
  byPhone: Map<string, Set<string>>;
  byNameAndCompany: Map<string, Set<string>>;
  /** What was learnt while these were being read, and counts before them. */
  newer?: KnownPeople;
};

export function nobodyKnown(): KnownPeople {
  return {
    names: new Map(),
    byEmail: new Map(),
    byProfile: new Map(),
    byExternalId: new Map(),
    byPhone: new Map(),
    byNameAndCompany: new Map(),
  };
}

/**
 * The one rule by which two records are the same person: the other system's own key, the email address, the number
 * (never across the people of one household without the same name), the profile; then, for somebody to decide, name and company.
 */
export function matchPerson(keys: PersonKeys, known: KnownPeople): Match {
  const exact = exactMatches(keys, known);
  const first = exact[0];
  if (first) {
    const others = new Set(exact.map(({ contactId }) => contactId).filter((id) => id !== first.contactId));
    return { found: "one", ...first, alsoIds: [...others].filter((id) => mayJoin(first.contactId, id, known)) };
  }
  const sharing = keys.phones.flatMap((phone) => idsOf(known, "byPhone", phone));
  if (isStandInName(keys.name) && sharing.length > 0) return { found: "several", contactIds: [...new Set(sharing)] };

  const alike = idsOf(known, "byNameAndCompany", alikeKey(keys) ?? "");
  return alike.length > 0 ? { found: "perhaps", contactIds: alike } : { found: "none" };
}

/** Makes a person findable for the rows that follow. Called again for the same person it adds his further keys. */
export function addKnownPerson(known: KnownPeople, contactId: string, keys: PersonKeys): void {
  const name = known.names.get(contactId);
  if (name === undefined || isStandInName(name)) known.names.set(contactId, keys.name);
  for (const email of keys.emails) setOnce(known.byEmail, email, contactId);
  for (const profile of keys.profiles) setOnce(known.byProfile, profile, contactId);
  for (const id of keys.externalIds) setOnce(known.byExternalId, id, contactId);
  for (const phone of keys.phones) addTo(known.byPhone, phone, contactId);
  const alike = alikeKey(keys);
  if (alike) addTo(known.byNameAndCompany, alike, contactId);
}

/** Null where one of the two is missing: a name alone says nothing. */
export function nameAndCompanyKey(name: string, company: string | null): string | null {
  const key = isStandInName(name) ? "" : nameKey(name);
  return key && company ? `${key}|${companyKey(company)}` : null;
}

export function alikeKey({ alike, name, company }: PersonKeys): string | null {
  return alike === undefined ? nameAndCompanyKey(name, company) : alike;
}

type ExactMatch = { contactId: string; by: MatchKey };

function exactMatches(keys: PersonKeys, known: KnownPeople): ExactMatch[] {
  const found: ExactMatch[] = [];
  const add = (by: MatchKey, contactId: string | undefined) => {
    if (contactId) found.push({ contactId, by });
  };
  for (const id of keys.externalIds) add("external_id", idOf(known, "byExternalId", id));
  for (const email of keys.emails) add("email", idOf(known, "byEmail", email));
  for (const phone of keys.phones) add("phone", ownerOfNumber(keys.name, idsOf(known, "byPhone", phone), known));
  for (const profile of keys.profiles) add("profile", idOf(known, "byProfile", profile));
  return found;
}

/** Whose number it is: the one with the same name, or the only one where one of the two has no name. */
function ownerOfNumber(name: string, ids: readonly string[], known: KnownPeople): string | undefined {
  const [only] = ids;
  if (only === undefined) return undefined;
  const named = isStandInName(name) ? undefined : ids.find((id) => isSameName(name, nameOf(known, id)));
  if (named) return named;
  if (ids.length > 1) return undefined;
  return isStandInName(name) || isStandInName(nameOf(known, only)) ? only : undefined;
}

/** Contacts are joined on their own only when nothing speaks against it: the names are the same, or one has none. */
function mayJoin(one: string, other: string, known: KnownPeople): boolean {
  const [first, second] = [nameOf(known, one), nameOf(known, other)];
  return isStandInName(first) || isStandInName(second) || isSameName(first, second);
}

/** Whose an address or a key of another system is. */
export function idOf(
  known: KnownPeople,
  by: "byEmail" | "byProfile" | "byExternalId",
  key: string,
): string | undefined {
  return known.newer?.[by].get(key) ?? known[by].get(key);
}

function idsOf(known: KnownPeople, by: "byPhone" | "byNameAndCompany", key: string): string[] {
  const [newer, older] = [known.newer?.[by].get(key), known[by].get(key)];
  return newer && older ? [...newer.union(older)] : [...(newer ?? older ?? [])];
}

function nameOf({ names, newer }: KnownPeople, id: string): string {
  return newer?.names.get(id) ?? names.get(id) ?? "";
}

function setOnce(map: Map<string, string>, key: string, id: string): void {
  if (!map.has(key)) map.set(key, id);
}

function addTo(map: Map<string, Set<string>>, key: string, id: string): void {
  const ids = map.get(key);
  if (ids) ids.add(id);
  else map.set(key, new Set([id]));
}
