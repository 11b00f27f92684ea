import { sql } from "kysely";
import type { Language } from "#api/settings.ts";
import type { PlaybookContent } from "#domain/playbooks/playbook.ts";
import type { Context } from "#server/platform/context.ts";

export type StoredPlaybook = {
  id: string;
  profile: string;
  language: Language;
  version: number;
  content: PlaybookContent;
  savedAt: Date;
  savedBy: { userId: string; name: string } | null;
};

const columns = sql`p.id, p.profile, p.language, p.version, p.saved_at as "savedAt",
  case when u.id is not null then jsonb_build_object('userId', u.id, 'name', u.name) end as "savedBy"`;

/** Every version of a playbook, the newest first, without its content. */
export async function readVersions(
  tx: Context,
  profile: string,
  language: Language,
): Promise<Omit<StoredPlaybook, "content">[]> {
  const { rows } = await sql<Omit<StoredPlaybook, "content">>`
    select ${columns} from playbooks p left join users u on u.id = p.saved_by
    where p.workspace_id = ${tx.actor.workspaceId}::uuid and p.profile = ${profile} and p.language = ${language}
    order by p.version desc limit 200`.execute(tx.db.withoutPlugins());
  return rows;
}

/** The newest version of each of these profiles and languages. */
export async function readNewest(tx: Context, profiles?: readonly string[]): Promise<StoredPlaybook[]> {
  const { rows } = await sql<StoredPlaybook>`
    select distinct on (p.profile, p.language) ${columns}, p.content
    from playbooks p left join users u on u.id = p.saved_by
    where p.workspace_id = ${tx.actor.workspaceId}::uuid
      ${profiles ? sql`and p.profile = any(${profiles}::text[])` : sql``}
    order by p.profile, p.language, p.version desc`.execute(tx.db.withoutPlugins());
  return rows;
}

export async function readVersion(
  tx: Context,
  { profile, language, version }: { profile: string; language: Language; version: number },
): Promise<StoredPlaybook | undefined> {
  const { rows } = await sql<StoredPlaybook>`
    select ${columns}, p.content from playbooks p left join users u on u.id = p.saved_by
    where p.workspace_id = ${tx.actor.workspaceId}::uuid and p.profile = ${profile} and p.language = ${language}
      and p.version = ${version}`.execute(tx.db.withoutPlugins());
  return rows[0];
}

/** False where somebody has saved that version meanwhile. */
export async function insertVersion(
  tx: Context,
  row: { profile: string; language: Language; version: number; content: PlaybookContent },
): Promise<boolean> {
  const inserted = await tx.db
    .insertInto("playbooks")
    .values({
      ...row,
      workspaceId: tx.actor.workspaceId,
      content: JSON.stringify(row.content),
      savedAt: tx.now,
      savedBy: tx.actor.userId,
    })
    .onConflict((conflict) => conflict.columns(["workspaceId", "profile", "language", "version"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return inserted !== undefined;
}
