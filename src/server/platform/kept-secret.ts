import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isCode } from "#server/platform/data-folder.ts";

/** A secret of that name, made where it is first needed and kept in the data folder. */
export function keptSecret(dataDir: string, name: string): string {
  const file = join(dataDir, name);
  const mine = join(dataDir, `.${name}-${process.pid}`);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  writeFileSync(mine, randomBytes(32).toString("base64url"), { mode: 0o600, flush: true });
  try {
    // A link appears whole or not at all, and never replaces what another program has put there.
    linkSync(mine, file);
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error;
  } finally {
    rmSync(mine, { force: true });
  }
  return readFileSync(file, "utf8").trim();
}
