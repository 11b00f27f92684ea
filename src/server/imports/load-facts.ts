import type { KnownPeople } from "#domain/contacts/match-person.ts";
import { loadKnownPeople } from "#server/contacts/find-matches.ts";
import { type Link, loadLinks } from "#server/contacts/links.ts";
import { loadStoredPeople, type StoredPerson } from "#server/contacts/load-stored-people.ts";
import type { ImportRun } from "#server/imports/import-run.ts";
import { linkKeysOf } from "#server/imports/plan-links.ts";
import { addressesOf } from "#server/imports/plan-refusals.ts";
import type { PreparedRow } from "#server/imports/prepare-row.ts";
import { findContactsOfImport } from "#server/imports/row-queries.ts";
import type { Context } from "#server/platform/context.ts";
import { erasedKeysOfPerson, findErased } from "#server/rights/erased-people.ts";
import { type KnownHistory, loadKnownHistory } from "#server/touchpoints/load-known-history.ts";

/** Everything of the database that a batch is planned by. */
export type BatchFacts = {
  known: KnownPeople;
  stored: Map<string, StoredPerson>;
  /** Those of them that an earlier row of the import was about. */
  ofThisImport: Set<string>;
  history: KnownHistory;
  links: Link[];
  /** Addresses of people who were erased, as "kind value". */
  erased: Set<string>;
};

export async function loadFacts(tx: Context, run: ImportRun, prepared: readonly PreparedRow[]): Promise<BatchFacts> {
  const people = prepared.flatMap(({ candidates }) => candidates.flatMap((candidate) => candidate?.keys ?? []));
  const linked = prepared.flatMap(({ row }) => linkKeysOf(row));
  const known = await loadKnownPeople(tx, [...people, ...linked]);
  const stored = await loadStoredPeople(tx, [...known.names.keys()]);
  const contactIds = [...stored.keys()];
  const history = await loadKnownHistory(tx, {
    touchpointKeys: prepared.flatMap(({ row }) => row.touchpoints.map(({ sourceKey }) => sourceKey)),
    contactIds,
    points: prepared.flatMap(({ row, candidates }) => (row.verdict ? candidates.flatMap(addressesOf) : [])),
  });
  return {
    known,
    stored,
    ofThisImport: await findContactsOfImport(tx.db, run.importId, contactIds),
    history,
    erased: await findErased(tx, () => people.flatMap(erasedKeysOfPerson)),
    links: linked.length > 0 && contactIds.length > 0 ? await loadLinks(tx, contactIds) : [],
  };
}
