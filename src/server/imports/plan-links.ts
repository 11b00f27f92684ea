import { type KnownPeople, matchPerson, type PersonKeys } from "#domain/contacts/match-person.ts";
import { profileKey } from "#domain/contacts/points.ts";
import { parsePhone } from "#domain/phones.ts";
import type { Link } from "#server/contacts/links.ts";
import type { BatchPlan } from "#server/imports/batch-plan.ts";
import type { ImportedLink, ImportedRow } from "#server/imports/imported-row.ts";

/** Plans who referred, married or assists whom: a contact where one is known by a key, else a name to ask about. */
export function planLinks(
  { plan, known, links }: { plan: BatchPlan; known: KnownPeople; links: readonly Link[] },
  row: ImportedRow,
  fromContactId: string | undefined,
): void {
  if (!fromContactId) return;
  for (const { link, keys } of linksOf(row)) {
    const toContactId = contactOf(keys, known);
    if (toContactId === fromContactId) continue;
    const toName = toContactId ? null : (link.other.name ?? link.other.email ?? link.other.phone ?? null);
    if (!toContactId && !toName) continue;
    const planned: Link = { fromContactId, toContactId, toName, kind: link.kind };
    const isThere = (each: Link) => linkKey(each) === linkKey(planned);
    if (!links.some(isThere) && !plan.links.some(isThere)) plan.links.push(planned);
  }
}

/** By what the other ends of a row's links are looked for. */
export function linkKeysOf(row: ImportedRow): PersonKeys[] {
  return linksOf(row).map(({ keys }) => keys);
}

/** Only links of the row's first person: the others of a row are linked with him, not with each other. */
function linksOf(row: ImportedRow): { link: ImportedLink; keys: PersonKeys }[] {
  return row.links
    .filter(({ who }) => !who)
    .map((link) => {
      const { name, email, phone, profile } = link.other;
      const number = phone ? parsePhone(phone) : null;
      const keys: PersonKeys = {
        name: name ?? email ?? phone ?? "",
        company: null,
        emails: email ? [email.toLowerCase()] : [],
        phones: number && "e164" in number ? [number.e164] : [],
        profiles: profile ? [profileKey(profile)] : [],
        externalIds: [],
      };
      return { link, keys };
    });
}

function contactOf(keys: PersonKeys, known: KnownPeople): string | null {
  const match = matchPerson(keys, known);
  return match.found === "one" ? match.contactId : null;
}

function linkKey({ fromContactId, toContactId, toName, kind }: Link): string {
  return [fromContactId, kind, toContactId ?? "", toContactId ? "" : (toName ?? "")].join("|");
}
