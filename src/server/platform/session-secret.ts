import type { Config } from "#server/platform/config.ts";
import { keptSecret } from "#server/platform/kept-secret.ts";

/** The key that signs sessions: the configured one, or one made at the first start and kept in the data folder. */
export function sessionSecret({
  sessionSecret: configured,
  dataDir,
}: Pick<Config, "sessionSecret" | "dataDir">): string {
  return configured ?? keptSecret(dataDir, "session-secret");
}
