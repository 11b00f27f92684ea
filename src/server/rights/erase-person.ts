import { type SqlBool, sql } from "kysely";
import { keepRefusalsOfShared } from "#server/compliance/keep-shared-refusals.ts";
import { eraseFromLedger } from "#server/ledger/erase-from-ledger.ts";
import type { Subject } from "#server/ledger/recorded-kinds.ts";
import type { Context } from "#server/platform/context.ts";
import { type Erased, insertCertificate } from "#server/rights/certificate-queries.ts";
import { eraseFromFiles } from "#server/rights/erase-from-files.ts";
import { type ErasedKey, erasedKeysOf, keepErased } from "#server/rights/erased-people.ts";
import { findMentions } from "#server/rights/find-mentions.ts";
import type { Person } from "#server/rights/person.ts";
import type { Place } from "#server/rights/place.ts";
import { PLACES } from "#server/rights/places.ts";
import { placesOfRecord } from "#server/rights/places-of-record.ts";

type Cause = {
  because: "request" | "retention";
  requestId: string | null;
  /** Whether she must be known again. What was merely kept long enough may come again, unless somebody said no. */
  keepHashes: boolean;
};

/**
 * Takes everything of a person out of the database and out of the stored files, in the transaction of the caller, who
 * has locked the contact and made sure that nothing must be kept. Answers the key of the certificate.
 */
export async function erasePerson(tx: Context, person: Person, cause: Cause): Promise<string> {
  // Files have a retention time of their own; to write each again for every person of a night would take days.
  const files = cause.because === "request" ? await eraseFromFiles(tx, person) : [];
  await keepRefusalsOfShared(tx, person);
  const recorded = await recordedOf(tx, person);
  const places: Erased["places"] = [];
  let ledgerErasureId: string | null = null;
  for (const place of PLACES) {
    if (place.erasure.how === "record") {
      ledgerErasureId ??= await eraseFromLedger(tx, [...recorded.values()].flat(), cause.because);
      places.push({ table: place.table, action: "deleted", rows: recorded.get(place.table)?.length ?? 0 });
    } else if (place.erasure.how !== "file") places.push(await eraseFrom(tx, place, person));
  }
  const mentions = cause.because === "request" ? await findMentions(tx, person) : [];
  for (const { table, rows, ids } of mentions) places.push({ table, action: "mentioned", rows, why: ids.join(", ") });
  await sql`select forget_jobs_of(${person.ids}::uuid[])`.execute(tx.db);

  const keys = cause.keepHashes ? knownAgainBy(person) : [];
  const kept = Object.fromEntries([...Map.groupBy(keys, ({ kind }) => kind)].map(([kind, all]) => [kind, all.length]));
  const { because, requestId } = cause;
  const id = await insertCertificate(tx, { because, requestId, ledgerErasureId, places, files, kept });
  await keepErased(tx, keys, id);
  return id;
}

/** A number or address that somebody else has too does not tell who she is: it does together with her name. */
function knownAgainBy(person: Person): ErasedKey[] {
  return erasedKeysOf(person).filter(({ kind, value }) => kind === "phone_and_name" || !person.shared.includes(value));
}

async function recordedOf(tx: Context, person: Person): Promise<Map<string, Subject[]>> {
  const found = new Map<string, Subject[]>();
  for (const { table, of, erasure } of placesOfRecord) {
    if (erasure.how !== "record") continue;
    const { rows } = await sql<{ id: string }>`select t.id from ${sql.table(table)} t
      where t.workspace_id = ${tx.actor.workspaceId}::uuid and ${of(person)}`.execute(tx.db.withoutPlugins());
    found.set(
      table,
      rows.map(({ id }) => ({ kind: erasure.kind, id })),
    );
  }
  return found;
}

async function eraseFrom(tx: Context, place: Place, person: Person): Promise<Erased["places"][number]> {
  const { table, erasure } = place;
  const mine = (of: Place["of"]) => sql<SqlBool>`t.workspace_id = ${tx.actor.workspaceId}::uuid and ${of(person)}`;
  if (erasure.how === "door") {
    const { rows } = await sql<{ erased: number }>`select ${sql.ref(erasure.name)}(array(
      select t.id from ${sql.table(table)} t where ${mine(place.of)})) as erased`.execute(tx.db.withoutPlugins());
    return { table, action: "deleted", rows: rows[0]?.erased ?? 0 };
  }
  if (erasure.how === "delete") {
    const { numAffectedRows } = await sql`delete from ${sql.table(table)} t
      where ${mine(erasure.where ?? place.of)}`.execute(tx.db.withoutPlugins());
    return { table, action: "deleted", rows: Number(numAffectedRows ?? 0) };
  }
  if (erasure.how === "blank") {
    const assignments = Object.entries(erasure.set(person)).map(
      ([column, value]) => sql`${sql.ref(column)} = ${value}`,
    );
    const { numAffectedRows } = await sql`update ${sql.table(table)} t set ${sql.join(assignments)}
      where ${mine(place.of)}`.execute(tx.db.withoutPlugins());
    return { table, action: "blanked", rows: Number(numAffectedRows ?? 0) };
  }
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)} t
    where ${mine(place.of)}`.execute(tx.db.withoutPlugins());
  const why = erasure.how === "keep" ? { why: erasure.why } : {};
  return { table, action: "kept", rows: rows[0]?.count ?? 0, ...why };
}
