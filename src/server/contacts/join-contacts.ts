import { sql } from "kysely";
import { AppError } from "#domain/errors.ts";
import { ensureAccounts } from "#server/accounts/ensure-accounts.ts";
import { moveOpenTasks } from "#server/call-queue/queries.ts";
import { contactValues } from "#server/contacts/contact-values.ts";
import { loadStoredPeople, type PersonFields, type StoredPerson } from "#server/contacts/load-stored-people.ts";
import { shareRestriction } from "#server/contacts/restrict-contacts.ts";
import { updateContacts } from "#server/contacts/write-people.ts";
import type { Context } from "#server/platform/context.ts";
import { refreshStandings } from "#server/touchpoints/refresh-standings.ts";

type Fields = Partial<Record<keyof PersonFields, unknown>>;
type Before = { survivor: Fields; filled: Fields; repointed: string[]; tasks: string[] };

/**
 * Makes two contacts one. The rows of both stay where they are, so both histories and every permission are kept; the
 * survivor only gains what it lacked, and what is still to be done. Answers the key with which the merge is taken apart again.
 */
export async function joinContacts(
  tx: Context,
  { survivorId, mergedId, importId }: { survivorId: string; mergedId: string; importId: string | null },
): Promise<string> {
  const { workspaceId, userId } = tx.actor;
  await lock(tx, [survivorId, mergedId]);
  const people = await loadStoredPeople(tx, [survivorId, mergedId]);
  const [survivor, merged] = [people.get(survivorId), people.get(mergedId)];
  if (!survivor || !merged || survivorId === mergedId) throw new AppError("conflict", { reason: "not_two_contacts" });

  const filled = whatSurvivorLacks(survivor, merged);
  const repointed = await pointTo(tx, mergedId, survivorId);
  const names = Object.keys(filled) as (keyof PersonFields)[];
  const before: Before = {
    survivor: Object.fromEntries(names.map((name) => [name, survivor[name]])),
    filled,
    repointed,
    tasks: await moveOpenTasks(tx, { from: mergedId, to: survivorId }),
  };
  const { id } = await tx.db
    .insertInto("contactMerges")
    .values({
      workspaceId,
      survivorId,
      mergedId,
      before: JSON.stringify(before),
      mergedAt: tx.now,
      mergedBy: userId,
      importId,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await tx.db
    .updateTable("contacts")
    .set({ state: "merged", mergedIntoId: survivorId })
    .where("workspaceId", "=", workspaceId)
    .where("id", "=", mergedId)
    .where("state", "=", "active")
    .execute();
  await write(tx, survivorId, filled);
  await shareRestriction(tx, { survivorId, mergedId });
  await refreshStandings(tx, [survivorId, mergedId]);
  return id;
}

/** Takes a merge apart: both contacts are as they were, except for what somebody has changed since, which is named. */
export async function separateContacts(
  tx: Context,
  mergeId: string,
): Promise<{ survivorId: string; restoredId: string; kept: string[] }> {
  const merge = await tx.db
    .updateTable("contactMerges")
    .set({ undoneAt: tx.now, undoneBy: tx.actor.userId })
    .where("workspaceId", "=", tx.actor.workspaceId)
    .where("id", "=", mergeId)
    .where("undoneAt", "is", null)
    .returning(["mergedId", "before"])
    .executeTakeFirst();
  if (!merge) throw new AppError("not_found", { mergeId });
  const { survivor: before, filled, repointed, tasks } = merge.before as Before;
  const survivorId = await restoreMerged(tx, merge.mergedId, repointed);
  await moveOpenTasks(tx, { from: survivorId, to: merge.mergedId, ids: tasks });
  const now = (await loadStoredPeople(tx, [survivorId])).get(survivorId);
  const { restored, kept } = now ? whatToTakeBack(now, before, filled) : { restored: {}, kept: [] };
  await write(tx, survivorId, restored);
  await refreshStandings(tx, [survivorId, merge.mergedId]);
  return { survivorId, restoredId: merge.mergedId, kept };
}

async function lock(tx: Context, ids: readonly string[]): Promise<void> {
  await sql`select from contacts where workspace_id = ${tx.actor.workspaceId}::uuid and id = any(${ids}::uuid[])
    order by id for update`.execute(tx.db);
}

const single = [
  "givenName",
  "familyName",
  "jobTitle",
  "company",
  "language",
  "timeZone",
  "country",
  "region",
  "place",
  "postalCode",
  "placeBasis",
  "notes",
  "ownerId",
] as const;
const strictestFirst = ["consumer", "sole_trader", "partnership", "business"];

function whatSurvivorLacks(survivor: StoredPerson, merged: StoredPerson): Fields {
  const filled: Fields = {};
  for (const name of single) if (!survivor[name] && merged[name]) filled[name] = merged[name];
  const tags = merged.tags.filter((tag) => !survivor.tags.includes(tag));
  if (tags.length > 0) filled.tags = [...survivor.tags, ...tags];
  const externalIds = merged.externalIds.filter((id) => !survivor.externalIds.includes(id));
  if (externalIds.length > 0) filled.externalIds = [...survivor.externalIds, ...externalIds];
  const custom = Object.entries(merged.custom).filter(([name]) => survivor.custom[name] === undefined);
  if (custom.length > 0) filled.custom = { ...survivor.custom, ...Object.fromEntries(custom) };
  const audience = stricter(survivor.audience, merged.audience);
  if (audience !== survivor.audience) filled.audience = audience;
  return filled;
}

function stricter(one: string | null, other: string | null): string | null {
  if (!one || !other) return one ?? other;
  return strictestFirst.indexOf(one) <= strictestFirst.indexOf(other) ? one : other;
}

function whatToTakeBack(now: StoredPerson, before: Fields, filled: Fields): { restored: Fields; kept: string[] } {
  const restored: Fields = {};
  const kept: string[] = [];
  for (const name of Object.keys(filled) as (keyof PersonFields)[]) {
    const current = now[name];
    if (JSON.stringify(current) === JSON.stringify(filled[name])) restored[name] = before[name] ?? null;
    else if (Array.isArray(current)) restored[name] = withoutAdded(current, before[name], filled[name]);
    else kept.push(name);
  }
  return { restored, kept };
}

function withoutAdded(current: readonly string[], before: unknown, filled: unknown): string[] {
  const [was, became] = [new Set(before as string[]), new Set(filled as string[])];
  return current.filter((value) => was.has(value) || !became.has(value));
}

/** Everybody who had been merged into one contact is now part of the other. */
async function pointTo(tx: Context, from: string, to: string): Promise<string[]> {
  const rows = await tx.db
    .updateTable("contacts")
    .set({ mergedIntoId: to })
    .where("workspaceId", "=", tx.actor.workspaceId)
    .where("mergedIntoId", "=", from)
    .returning("id")
    .execute();
  return rows.map(({ id }) => id);
}

/** The contact stands again, with those who had been merged into it; answers whom it had been part of. */
async function restoreMerged(tx: Context, mergedId: string, repointed: readonly string[]): Promise<string> {
  const { workspaceId } = tx.actor;
  const { mergedIntoId } = await tx.db
    .selectFrom("contacts")
    .select("mergedIntoId")
    .where("workspaceId", "=", workspaceId)
    .where("id", "=", mergedId)
    .where("state", "=", "merged")
    .forUpdate()
    .executeTakeFirstOrThrow();
  await tx.db
    .updateTable("contacts")
    .set({ state: "active", mergedIntoId: null })
    .where("workspaceId", "=", workspaceId)
    .where("id", "=", mergedId)
    .execute();
  if (repointed.length > 0) {
    await tx.db
      .updateTable("contacts")
      .set({ mergedIntoId: mergedId })
      .where("workspaceId", "=", workspaceId)
      .where("id", "in", repointed)
      .where("state", "=", "merged")
      .execute();
  }
  if (!mergedIntoId) throw new Error("a merged contact names its survivor");
  return mergedIntoId;
}

async function write(tx: Context, id: string, changes: Fields): Promise<void> {
  if (Object.keys(changes).length === 0) return;
  const person = (await loadStoredPeople(tx, [id])).get(id);
  if (!person) return;
  const { points: _points, updatedAt, writtenBy: _writtenBy, accountId: _accountId, ...fields } = person;
  const next = { ...fields, ...changes } as PersonFields & { id: string };
  const accounts = await ensureAccounts(tx, next.company ? [next.company] : []);
  const row = { ...contactValues(tx.actor.workspaceId, next, accounts), id, seenAt: updatedAt };
  await updateContacts(tx.db, tx.actor.workspaceId, [row], tx.now);
}
