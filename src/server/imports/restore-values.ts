import type { UndoReport } from "#api/imports.ts";
import { AppError } from "#domain/errors.ts";
import { ensureAccounts } from "#server/accounts/ensure-accounts.ts";
import { contactValues } from "#server/contacts/contact-values.ts";
import { loadStoredPeople } from "#server/contacts/load-stored-people.ts";
import { withdrawAddedPoints } from "#server/contacts/undo-import-people.ts";
import { updateContacts } from "#server/contacts/write-people.ts";
import { type PersonState, storedPerson } from "#server/imports/person-state.ts";
import { loadChanges, type StoredChange } from "#server/imports/row-queries.ts";
import type { Context } from "#server/platform/context.ts";

type Restored = {
  restored: number;
  kept: UndoReport["kept"];
  contactIds: string[];
  /** The last contact looked at; null where there was none. */
  last: string | null;
};

/**
 * Withdraws the points that an import added to the next contacts after `after`, and puts back the values it overwrote. A value that somebody changed
 * since stays, and is named; of a list (tags, custom fields) only what the import added goes.
 */
export async function restoreValues(tx: Context, importId: string, after: string | null): Promise<Restored> {
  const changes = Map.groupBy(await loadChanges(tx.db, importId, after), ({ contactId }) => contactId);
  const contactIds = [...changes.keys()];
  // First, so that the contacts are no longer searched by them.
  await withdrawAddedPoints(tx, importId, contactIds);
  const stored = await loadStoredPeople(tx, contactIds);
  const people: PersonState[] = [];
  const kept: Restored["kept"] = [];
  let restored = 0;
  for (const [contactId, fields] of changes) {
    const found = stored.get(contactId);
    if (!found) continue;
    const person = storedPerson(found, "", true);
    for (const change of joined(fields)) {
      const outcome = restoreField(person, change);
      if (outcome === "restored") restored += 1;
      if (outcome === "kept") kept.push({ contactId, name: found.fullName, field: change.field, why: "edited" });
    }
    people.push(person);
  }
  await write(tx, people);
  return { restored, kept, contactIds, last: contactIds.at(-1) ?? null };
}

/** A field that several batches of one import changed: from the first value to the last one. */
function joined(changes: readonly StoredChange[]): StoredChange[] {
  const byField = Map.groupBy(changes, ({ field }) => field);
  return [...byField.values()].flatMap((all) => {
    const [first, last] = [all[0], all.at(-1)];
    return first && last && first.field !== "points" ? [{ ...first, after: last.after }] : [];
  });
}

function restoreField(person: PersonState, { field, before, after }: StoredChange): "restored" | "kept" | "same" {
  const fields: Record<string, unknown> = person.fields;
  const now = fields[field];
  if (Array.isArray(now) && Array.isArray(before) && Array.isArray(after)) {
    const added = after.filter((value) => !before.includes(value));
    fields[field] = now.filter((value) => !added.includes(value));
    return now.some((value) => added.includes(value)) ? "restored" : "same";
  }
  if (isRecord(now) && isRecord(before) && isRecord(after)) return restoreRecord(fields, field, { now, before, after });
  if (isSame(now, before)) return "same";
  if (!isSame(now, after)) return "kept";
  fields[field] = before;
  return "restored";
}

type Values = Record<string, unknown>;

function restoreRecord(
  fields: Values,
  field: string,
  { now, before, after }: { now: Values; before: Values; after: Values },
): "restored" | "kept" | "same" {
  const changed = Object.keys(after).filter((key) => !isSame(after[key], before[key]));
  const mine = changed.filter((key) => isSame(now[key], after[key]));
  const kept = changed.filter((key) => !isSame(now[key], after[key]) && !isSame(now[key], before[key]));
  const next = Object.entries({ ...now, ...Object.fromEntries(mine.map((key) => [key, before[key]])) });
  fields[field] = Object.fromEntries(next.filter(([, value]) => value !== undefined));
  if (kept.length > 0) return "kept";
  return mine.length > 0 ? "restored" : "same";
}

async function write(tx: Context, people: readonly PersonState[]): Promise<void> {
  const accounts = await ensureAccounts(
    tx,
    people.flatMap(({ fields }) => fields.company ?? []),
  );
  const rows = people.map((person) => ({
    ...contactValues(tx.actor.workspaceId, person.fields, accounts),
    id: person.id,
    seenAt: person.seenAt ?? tx.now,
  }));
  const written = await updateContacts(tx.db, tx.actor.workspaceId, rows, tx.now);
  if (written < rows.length) throw new AppError("conflict", { reason: "changed_meanwhile" });
}

function isRecord(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isSame(one: unknown, other: unknown): boolean {
  return (one ?? null) === (other ?? null);
}
