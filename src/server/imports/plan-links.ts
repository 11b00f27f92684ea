import { type KnownPeople, matchPerson, type PersonKeys } from "#domain/contacts/match-person.ts";
import { profileKey } from "#domain/contacts/points.ts";
import { parsePhone } from "#domain/phones.ts";
import { loadKnownPeople } from "#server/contacts/find-matches.ts";
import { loadLinks } from "#server/contacts/links.ts";
import type { BatchPlan, NewLink } from "#server/imports/batch-plan.ts";
import type { ImportedLink, ImportedRow } from "#server/imports/imported-row.ts";
import type { Context } from "#server/platform/context.ts";

type Wanted = { fromContactId: string; link: ImportedLink; keys: PersonKeys };

/** Plans who referred, married or assists whom: a contact where one is known by a key, else a name to ask about. */
export async function planLinks(
  tx: Context,
  plan: BatchPlan,
  known: KnownPeople,
  rows: readonly ImportedRow[],
): Promise<void> {
  const wanted = rows.flatMap((row, index) => linksOf(row, plan.rows[index]?.contactIds[0]));
  if (wanted.length === 0) return;
  const alsoKnown = await loadKnownPeople(
    tx,
    wanted.map(({ keys }) => keys),
  );
  const existing = new Set(
    (
      await loadLinks(
        tx,
        wanted.map(({ fromContactId }) => fromContactId),
      )
    ).map(linkKey),
  );
  for (const { fromContactId, link, keys } of wanted) {
    const toContactId = contactOf(keys, known) ?? contactOf(keys, alsoKnown);
    if (toContactId === fromContactId) continue;
    const toName = toContactId ? null : (link.other.name ?? link.other.email ?? link.other.phone ?? null);
    if (!toContactId && !toName) continue;
    const planned: NewLink = { fromContactId, toContactId, toName, kind: link.kind };
    if (existing.has(linkKey(planned))) continue;
    existing.add(linkKey(planned));
    plan.links.push(planned);
  }
}

/** Only links of the row's first person: the others of a row are linked with him, not with each other. */
function linksOf(row: ImportedRow, fromContactId: string | undefined): Wanted[] {
  if (!fromContactId) return [];
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
      return { fromContactId, link, keys };
    });
}

function contactOf(keys: PersonKeys, known: KnownPeople): string | null {
  const match = matchPerson(keys, known);
  return match.found === "one" ? match.contactId : null;
}

function linkKey({ fromContactId, toContactId, toName, kind }: NewLink): string {
  return [fromContactId, kind, toContactId ?? "", toContactId ? "" : (toName ?? "")].join("|");
}
