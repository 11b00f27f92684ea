import { createHash } from "node:crypto";
import { allPacks } from "#domain/gate/all-packs.ts";
import type { Pack } from "#domain/gate/packs/row.ts";

export type PackVersion = { name: string; version: string; hash: string };

let hashes: ReadonlyMap<string, string> | undefined;

/** What a pack of this program holds, as a hash: two that say the same have the same. */
export function hashOfPack(name: string): string | undefined {
  hashes ??= new Map(allPacks.map((pack) => [pack.name, hashOf(pack)]));
  return hashes.get(name);
}

/** The packs of this program by name. */
export function packsNamed(names: readonly string[]): Pack[] {
  return allPacks.filter(({ name }) => names.includes(name));
}

function hashOf(pack: Pack): string {
  return createHash("sha256").update(JSON.stringify(pack)).digest("hex");
}
