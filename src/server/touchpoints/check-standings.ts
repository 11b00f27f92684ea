import { isDeepStrictEqual } from "node:util";
import { sql } from "kysely";
import { type Context, snapshot } from "#server/platform/context.ts";
import { type PersonRow, readPeople } from "#server/touchpoints/history-queries.ts";
import { loadWorkspaceWarmth } from "#server/touchpoints/load-warmth-rules.ts";
import type { StandingRow } from "#server/touchpoints/queries.ts";
import { workOutStandings } from "#server/touchpoints/work-out-standings.ts";

const batchSize = 2000;

export type StandingsCheck = {
  checked: number;
  different: number;
  /** The first that differs, with both standings; null where all are right. */
  first: { contactId: string; stored: StandingRow | null; expected: StandingRow | null } | null;
};

/** For `warmline verify`: whether every stored standing is what the whole history gives from scratch. */
export async function checkStandings(ctx: Context, onProgress?: (checked: number) => void): Promise<StandingsCheck> {
  const check: StandingsCheck = { checked: 0, different: 0, first: null };
  let last: string | null = null;
  do {
    last = await checkBatch(ctx, last, check);
    onProgress?.(check.checked);
  } while (last !== null);
  return check;
}

async function checkBatch(ctx: Context, after: string | null, check: StandingsCheck): Promise<string | null> {
  return snapshot(ctx, async (tx) => {
    const { rows } = await sql<{ id: string }>`
      select id from contacts
      where workspace_id = ${tx.actor.workspaceId}::uuid and (${after}::uuid is null or id > ${after}::uuid)
      order by id limit ${batchSize}`.execute(tx.db.withoutPlugins());
    const ids = rows.map(({ id }) => id);
    const people = await readPeople(tx.db, ids);
    const alone = people.filter(({ mergedIntoId }) => mergedIntoId === null);
    const expected = await workOutStandings(tx.db, alone, await loadWorkspaceWarmth(tx));
    compare(people, expected, await readStored(tx, ids), check);
    return ids.length === batchSize ? (ids.at(-1) ?? null) : null;
  });
}

function compare(
  people: readonly PersonRow[],
  expected: readonly StandingRow[],
  stored: ReadonlyMap<string, StandingRow>,
  check: StandingsCheck,
): void {
  const expectedOf = new Map(expected.map((row) => [row.contactId, row]));
  for (const { id } of people) {
    const [is, shouldBe] = [stored.get(id) ?? null, expectedOf.get(id) ?? null];
    check.checked += 1;
    if (isDeepStrictEqual(rounded(is), rounded(shouldBe))) continue;
    check.different += 1;
    check.first ??= { contactId: id, stored: is, expected: shouldBe };
  }
}

/** The sum of the same weights in another order differs in its last digits. */
function rounded(row: StandingRow | null): StandingRow | null {
  return row?.heatLog == null ? row : { ...row, heatLog: Number(row.heatLog.toFixed(9)) };
}

async function readStored(tx: Context, ids: readonly string[]): Promise<Map<string, StandingRow>> {
  const { rows } = await sql<StandingRow>`
    select hot_from as "hotFrom", hot_until as "hotUntil", warm_until as "warmUntil", heat_log as "heatLog",
      trigger_id as "triggerId", window_opens_at as "windowOpensAt", window_closes_at as "windowClosesAt",
      last_touch_at as "lastTouchAt", expectation_id as "expectationId", contact_id as "contactId",
      owner_id as "ownerId", account_id as "accountId", closed_because as "closedBecause"
    from standings where workspace_id = ${tx.actor.workspaceId}::uuid and contact_id = any(${ids}::uuid[])
  `.execute(tx.db.withoutPlugins());
  return new Map(rows.map((row) => [row.contactId, row]));
}
