import type { Preset } from "#api/settings.ts";
import type { Door } from "#server/platform/context.ts";
import { deleteSetupLinks, findUserByEmail } from "#server/team/account-queries.ts";
import { foundUser, foundWorkspace } from "#server/team/create-workspace.ts";
import { writePasswordLink } from "#server/team/make-password-link.ts";
import { lockWorkspaces } from "#server/team/membership-queries.ts";

/** The operator's way: as many workspaces as wanted. An admin without an account gets a link to set the password. */
export async function setUpWorkspace(
  { pool, ledgerKey }: Pick<Door, "pool" | "ledgerKey">,
  wanted: { workspace: string; email: string; preset: Preset; name?: string | undefined },
  now: Date,
): Promise<{ slug: string; path: string | undefined }> {
  const { workspace, email, preset } = wanted;
  return pool.transaction().execute(async (db) => {
    await lockWorkspaces(db);
    const known = await findUserByEmail(db, email);
    const name = wanted.name ?? email.slice(0, email.indexOf("@"));
    const admin = known?.id ?? (await foundUser(db, { email, name }));
    const facts = { name: workspace, preset, language: "en", country: null, timeZone: "Etc/UTC" } as const;
    const { slug } = await foundWorkspace(db, { ...facts, admin, now, ledgerKey });
    await deleteSetupLinks(db);
    const link = known ? undefined : await writePasswordLink(db, { userId: admin, clearSecondFactor: false }, now);
    return { slug, path: link?.path };
  });
}
