import { sql } from "kysely";
import type { Pack } from "#domain/gate/packs/row.ts";
import { hashOfPack, type PackVersion, packsNamed } from "#server/compliance/known-packs.ts";
import type { Context } from "#server/platform/context.ts";

/** Keeps the packs that a decision rests on, where this workspace does not have them yet; gives their hashes by name. */
export async function keepPacks(tx: Context, names: readonly string[]): Promise<Record<string, string>> {
  const hashes = Object.fromEntries(names.map((name) => [name, hashOfPack(name) ?? ""]));
  const workspace = sql`${tx.actor.workspaceId}::uuid`;
  const { rows } = await sql<{ hash: string }>`
    select hash from rule_packs where workspace_id = ${workspace} and name = any(${names}::text[])
      and hash = any(${Object.values(hashes)}::text[])`.execute(tx.db.withoutPlugins());
  const kept = new Set(rows.map(({ hash }) => hash));
  const missing = packsNamed(names).filter(({ name }) => !kept.has(hashes[name] ?? ""));
  if (missing.length > 0) await insertPacks(tx, missing);
  return hashes;
}

async function insertPacks(tx: Context, packs: readonly Pack[]): Promise<void> {
  await tx.db
    .insertInto("rulePacks")
    .values(
      packs.map((pack) => ({
        workspaceId: tx.actor.workspaceId,
        name: pack.name,
        version: pack.version,
        hash: hashOfPack(pack.name) ?? "",
        content: JSON.stringify(pack),
        storedAt: tx.now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The kept packs with these hashes; our own rules last, as in the program. */
export async function readKeptPacks(tx: Context, hashes: readonly string[]): Promise<Pack[]> {
  const { rows } = await sql<{ content: Pack }>`
    select content from rule_packs
    where workspace_id = ${tx.actor.workspaceId}::uuid and hash = any(${hashes}::text[])
    order by name = 'policy', name`.execute(tx.db.withoutPlugins());
  return rows.map(({ content }) => content);
}

/** What this workspace's decisions were taken by, newest first. */
export async function readPackVersions(tx: Context, name: string): Promise<(PackVersion & { storedAt: Date })[]> {
  return tx.db
    .selectFrom("rulePacks")
    .select(["name", "version", "hash", "storedAt"])
    .where("workspaceId", "=", tx.actor.workspaceId)
    .where("name", "=", name)
    .orderBy("storedAt", "desc")
    .limit(100)
    .execute();
}
