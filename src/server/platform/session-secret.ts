import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "#server/platform/config.ts";
import { isCode } from "#server/platform/data-folder.ts";

/** The key that signs sessions: the configured one, or one made at the first start and kept in the data folder. */
export function sessionSecret({
  sessionSecret: configured,
  dataDir,
}: Pick<Config, "sessionSecret" | "dataDir">): string {
  if (configured) return configured;
  const file = join(dataDir, "session-secret");
  const mine = join(dataDir, `.session-secret-${process.pid}`);
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
