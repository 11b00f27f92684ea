import { randomBytes } from "node:crypto";
import { hashPassword } from "better-auth/crypto";
import { type Kysely, sql } from "kysely";
import type { CreateWorkspace } from "#api/account.ts";
import { defaultCallingHours } from "#domain/calling-hours.ts";
import { AppError } from "#domain/errors.ts";
import { foundLedger } from "#server/ledger/found-ledger.ts";
import type { LedgerKey } from "#server/ledger/ledger-key.ts";
import type { Db, PersonContext } from "#server/platform/context.ts";
import type { DB } from "#server/platform/schema.ts";
import { deleteSetupLinks, findLink, findUserByEmail, insertUser, savePassword } from "#server/team/account-queries.ts";
import {
  bindTo,
  countWorkspaces,
  insertMembership,
  insertWorkspace,
  lockWorkspaces,
} from "#server/team/membership-queries.ts";
import { hashToken } from "#server/team/tokens.ts";

/**
 * The first start. Whoever sits at the machine may do it; from elsewhere one needs the token that the server printed.
 * Once there is a workspace, further ones are the operator's to make, with `warmline setup`.
 */
export async function createWorkspace(ctx: PersonContext, input: CreateWorkspace): Promise<{ slug: string }> {
  const password = await hashPassword(input.person.password);
  return ctx.pool.transaction().execute(async (db) => {
    await lockWorkspaces(db);
    if ((await countWorkspaces(db)) > 0) throw new AppError("workspace_exists");
    if (!ctx.isLocal && !(await isSetupToken(db, input.setupToken, ctx.now))) throw new AppError("setup_token_wrong");

    const admin = await foundUser(db, input.person);
    await savePassword(db, admin, password, ctx.now);
    await deleteSetupLinks(db);
    return foundWorkspace(db, { ...input, admin, now: ctx.now, ledgerKey: ctx.ledgerKey });
  });
}

/** With its first admin, in a transaction of its own. */
export async function foundWorkspace(
  db: Db,
  workspace: Pick<CreateWorkspace, "name" | "preset" | "language" | "country" | "timeZone"> & {
    admin: string;
    now: Date;
    ledgerKey: LedgerKey;
  },
): Promise<{ workspaceId: string; slug: string }> {
  const { name, preset, language, country, timeZone, admin, now, ledgerKey } = workspace;
  const { rows } = await sql<{ workspaceId: string }>`select new_id() as workspace_id`.execute(db);
  const workspaceId = rows[0]?.workspaceId ?? "";
  const slug = await freeSlug(db, name);
  await bindTo(db, { workspaceId, userId: admin });
  // Many a law has hours for private numbers only: without hours of one's own, an office is rung at three at night.
  const settings = { language, sellerName: name, callingHours: defaultCallingHours };
  await insertWorkspace(db, { workspaceId, slug, name, preset, country, timeZone, settings, createdAt: now });
  await foundLedger(db, ledgerKey, workspaceId);
  await insertMembership(db, { workspaceId, userId: admin, role: "admin", teamId: null, createdAt: now });
  return { workspaceId, slug };
}

/** The person of that address, made if there is none. */
export async function foundUser(db: Kysely<DB>, person: { name: string; email: string }): Promise<string> {
  const known = await findUserByEmail(db, person.email);
  const id = known?.id ?? (await insertUser(db, person));
  if (!id) throw new AppError("conflict", { email: person.email });
  return id;
}

async function isSetupToken(db: Db, token: string | undefined, now: Date): Promise<boolean> {
  return token !== undefined && (await findLink(db, "setup", hashToken(token), now)) !== undefined;
}

const slugLengthMax = 40;

/** The name as it can stand in an address; a name without Latin letters gets one that means nothing. */
async function freeSlug(db: Db, name: string): Promise<string> {
  const latin = name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, slugLengthMax)
    .replaceAll(/^-+|-+$/g, "");
  const wanted = latin || `workspace-${randomBytes(3).toString("hex")}`;
  const { rows } = await sql<{ taken: boolean }>`
    select exists (select from find_workspaces() where slug = ${wanted}) as taken`.execute(db);
  return rows[0]?.taken ? `${wanted}-${randomBytes(3).toString("hex")}` : wanted;
}
