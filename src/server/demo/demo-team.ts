import { randomBytes } from "node:crypto";
import { hashPassword } from "better-auth/crypto";
import { AppError } from "#domain/errors.ts";
import type { Role } from "#domain/policy.ts";
import type { Installation } from "#server/platform/command.ts";
import { type Actor, type Context, openContext, transaction } from "#server/platform/context.ts";
import { savePassword } from "#server/team/account-queries.ts";
import { changeWorkspace } from "#server/team/change-workspace.ts";
import { foundUser, foundWorkspace } from "#server/team/create-workspace.ts";
import { findWorkspaces, insertMembership } from "#server/team/membership-queries.ts";

const MEMBERS: { name: string; email: string; role: Role }[] = [
  { name: "Mei Lin", email: "mei@tallow.example", role: "admin" },
  { name: "Sam Okonkwo", email: "sam@tallow.example", role: "manager" },
  { name: "Ana Ruiz", email: "ana@tallow.example", role: "rep" },
  { name: "Jon Hale", email: "jon@tallow.example", role: "rep" },
  { name: "Ines Roth", email: "ines@tallow.example", role: "compliance_officer" },
];

export type DemoTeam = {
  slug: string;
  password: string;
  /** One context for each member who makes calls, by address. */
  callers: string[];
  as: (email: string, now: Date) => Context;
};

const slug = "tallow-demo";
/** Canada lets nobody sell by telephone who has no account with its list. */
const registrations = ["ca-dncl"];

/** A workspace of its own, with people who can sign in with one password that is made anew each time. */
export async function foundDemoTeam(installation: Installation, now: Date): Promise<DemoTeam> {
  const { pool, ledgerKey } = installation;
  const password = randomBytes(9).toString("base64url");
  const hash = await hashPassword(password);
  const { workspaceId, ids } = await pool.transaction().execute(async (db) => {
    if ((await findWorkspaces(db)).some((each) => each.slug === slug)) throw new AppError("workspace_exists", { slug });
    const ids = new Map<string, string>();
    for (const member of MEMBERS) {
      const id = await foundUser(db, member);
      await savePassword(db, id, hash, now);
      ids.set(member.email, id);
    }
    const facts = { preset: "b2b_software", language: "en", country: "US", timeZone: "America/Chicago" } as const;
    const admin = ids.get("mei@tallow.example") ?? "";
    const { workspaceId } = await foundWorkspace(db, { name: "Tallow demo", ...facts, admin, now, ledgerKey });
    return { workspaceId, ids };
  });

  const as = (email: string, at: Date): Context => openContext(installation, actorOf(workspaceId, ids, email), at);
  await transaction(as("mei@tallow.example", now), async (tx) => {
    for (const { email, role } of MEMBERS) {
      await insertMembership(tx.db, { workspaceId, userId: ids.get(email) ?? "", role, teamId: null, createdAt: now });
    }
  });
  await changeWorkspace(as("mei@tallow.example", now), { registrations, sellerName: "Tallow" });
  return { slug, password, callers: ["mei@tallow.example", "ana@tallow.example", "jon@tallow.example"], as };
}

function actorOf(workspaceId: string, ids: Map<string, string>, email: string): Actor {
  const role = MEMBERS.find((member) => member.email === email)?.role ?? "rep";
  return { userId: ids.get(email) ?? null, workspaceId, role, teamId: null, repsSee: "own", maskNumbers: true };
}
