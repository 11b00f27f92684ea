import type { Context } from "#server/platform/context.ts";
import { lockPeople, type PersonRow } from "#server/touchpoints/history-queries.ts";
import { loadWorkspaceWarmth, type WorkspaceWarmth } from "#server/touchpoints/load-warmth-rules.ts";
import { deleteStandings, upsertStandings } from "#server/touchpoints/queries.ts";
import { workOutStandings } from "#server/touchpoints/work-out-standings.ts";

const batchSize = 5000;

/**
 * Works out and stores the temperature of these contacts anew. Called by everything that adds to a history, takes
 * from it, or changes a contact's zone, owner, account, points or refusals, in the transaction that does so. A
 * merged contact stands for the one that it was merged into.
 */
export async function refreshStandings(
  tx: Context,
  contactIds: readonly string[],
  warmth?: WorkspaceWarmth,
): Promise<void> {
  if (contactIds.length === 0) return;
  const known = warmth ?? (await loadWorkspaceWarmth(tx));
  const ids = [...new Set(contactIds)].sort();
  for (let start = 0; start < ids.length; start += batchSize) {
    const { people, merged } = await lockSurvivors(tx, ids.slice(start, start + batchSize));
    await deleteStandings(tx.db, merged);
    await upsertStandings(tx.db, await workOutStandings(tx.db, people, known));
  }
}

async function lockSurvivors(tx: Context, ids: readonly string[]): Promise<{ people: PersonRow[]; merged: string[] }> {
  const rows = await lockPeople(tx.db, ids);
  const people = rows.filter(({ mergedIntoId }) => mergedIntoId === null);
  const merged = rows.filter(({ mergedIntoId }) => mergedIntoId !== null).map(({ id }) => id);
  const here = new Set(people.map(({ id }) => id));
  const elsewhere = new Set(rows.flatMap(({ mergedIntoId: id }) => (id && !here.has(id) ? [id] : [])));
  if (elsewhere.size > 0) people.push(...(await lockPeople(tx.db, [...elsewhere].sort())));
  return { people, merged };
}
