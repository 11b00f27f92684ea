import { createHmac, hkdfSync } from "node:crypto";
import { sql } from "kysely";
import type { PersonKeys } from "#domain/contacts/match-person.ts";
import { nameKey } from "#domain/contacts/names.ts";
import type { LedgerKey } from "#server/ledger/ledger-key.ts";
import type { Context } from "#server/platform/context.ts";

/** An address by which somebody who was erased is known again. */
export type ErasedKey = { kind: "email" | "phone" | "profile" | "external" | "phone_and_name"; value: string };

/** The hash that is kept. Its key follows from the one that signs the ledger, which lies outside the database. */
export function hashOf(tx: Context, { kind, value }: ErasedKey): Buffer {
  return createHmac("sha256", keyFrom(tx.ledgerKey)).update(`${tx.actor.workspaceId}\n${kind}\n${value}`).digest();
}

const keys = new WeakMap<LedgerKey, Buffer>();

function keyFrom(ledgerKey: LedgerKey): Buffer {
  const known = keys.get(ledgerKey);
  if (known) return known;
  const secret = ledgerKey.privateKey.export({ format: "der", type: "pkcs8" });
  const key = Buffer.from(hkdfSync("sha256", secret, "", "warmline erased people", 32));
  keys.set(ledgerKey, key);
  return key;
}

/** By what somebody with these addresses would be known again. */
export function erasedKeysOf(person: {
  nameKeys: readonly string[];
  emails: readonly string[];
  phones: readonly string[];
  profiles: readonly string[];
  externalIds: readonly string[];
}): ErasedKey[] {
  return [
    ...person.emails.map((value) => ({ kind: "email", value }) as const),
    ...person.phones.map((value) => ({ kind: "phone", value }) as const),
    ...person.profiles.map((value) => ({ kind: "profile", value }) as const),
    ...person.externalIds.filter(isForeign).map((value) => ({ kind: "external", value }) as const),
    ...person.phones.flatMap((phone) =>
      person.nameKeys.map((name) => ({ kind: "phone_and_name", value: `${phone} ${name}` }) as const),
    ),
  ];
}

/** The same of a person of an import's row. */
export function erasedKeysOfPerson(keys: PersonKeys): ErasedKey[] {
  return erasedKeysOf({ ...keys, nameKeys: [nameKey(keys.name)] });
}

/** `erased` as `findErased` gave it. */
export function isErased(keys: PersonKeys, erased: ReadonlySet<string>): boolean {
  return erased.size > 0 && erasedKeysOfPerson(keys).some(({ kind, value }) => erased.has(`${kind} ${value}`));
}

/** A key that we made of a file and a line says nothing of who it is. */
function isForeign(externalId: string): boolean {
  return !externalId.startsWith("file:");
}

/** Which of these keys are somebody's who was erased, as "kind value". One question, and none where nobody was. */
export async function findErased(tx: Context, wanted: () => readonly ErasedKey[]): Promise<Set<string>> {
  const { rows: any } = await sql`select from erased_points
    where workspace_id = ${tx.actor.workspaceId}::uuid limit 1`.execute(tx.db);
  if (any.length === 0) return new Set();
  const byHash = new Map(wanted().map((key) => [hashOf(tx, key).toString("hex"), `${key.kind} ${key.value}`]));
  if (byHash.size === 0) return new Set();
  const { rows } = await sql<{ hash: string }>`
    select encode(e.hash, 'hex') as hash from unnest(${[...byHash.keys()]}::text[]) as wanted
    join erased_points e on e.workspace_id = ${tx.actor.workspaceId}::uuid and e.hash = decode(wanted, 'hex')
    `.execute(tx.db.withoutPlugins());
  return new Set(rows.flatMap(({ hash }) => byHash.get(hash) ?? []));
}

/** Keeps the hashes of an erased person; one that is kept already stays. */
export async function keepErased(
  tx: Context,
  erased: readonly ErasedKey[],
  certificateId: string,
): Promise<Record<string, number>> {
  const hashes = erased.map((key) => hashOf(tx, key).toString("hex"));
  await sql`
    insert into erased_points (workspace_id, hash, kind, key_id, certificate_id, erased_at)
    select ${tx.actor.workspaceId}::uuid, decode(hash, 'hex'), kind, ${tx.ledgerKey.publicKey}, ${certificateId}::uuid,
      ${tx.now}::timestamptz
    from unnest(${hashes}::text[], ${erased.map(({ kind }) => kind)}::text[]) as given (hash, kind)
    on conflict do nothing`.execute(tx.db);
  return Object.fromEntries([...Map.groupBy(erased, ({ kind }) => kind)].map(([kind, all]) => [kind, all.length]));
}

/** Forgets hashes; how many there were. */
export async function forgetErased(tx: Context, erased: readonly ErasedKey[]): Promise<number> {
  const hashes = erased.map((key) => hashOf(tx, key).toString("hex"));
  const { numAffectedRows } = await sql`
    delete from erased_points where workspace_id = ${tx.actor.workspaceId}::uuid
      and hash in (select decode(hash, 'hex') from unnest(${hashes}::text[]) as hash)`.execute(tx.db);
  return Number(numAffectedRows ?? 0);
}
