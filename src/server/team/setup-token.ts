import type { Kysely } from "kysely";
import type { PersonContext } from "#server/platform/context.ts";
import type { DB } from "#server/platform/schema.ts";
import { insertLink } from "#server/team/account-queries.ts";
import { countWorkspaces } from "#server/team/membership-queries.ts";
import { makeToken } from "#server/team/tokens.ts";

const setupTokenDays = 7;

/** What the server prints at its start while there is no workspace; undefined once there is one. */
export async function makeSetupToken(pool: Kysely<DB>, now: Date): Promise<string | undefined> {
  if ((await countWorkspaces(pool)) > 0) return undefined;
  const { token, hash } = makeToken();
  const expiresAt = new Date(now.getTime() + setupTokenDays * 24 * 60 * 60 * 1000);
  await insertLink(pool, { purpose: "setup", hash, value: "setup", expiresAt });
  return token;
}

/** Whether this installation still waits for its first workspace. */
export async function getSetup(ctx: PersonContext): Promise<{ needed: boolean; tokenRequired: boolean }> {
  const needed = (await countWorkspaces(ctx.pool)) === 0;
  return { needed, tokenRequired: needed && !ctx.isLocal };
}
