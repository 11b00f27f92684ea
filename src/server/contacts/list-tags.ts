import { sql } from "kysely";
import { visibleContacts } from "#server/contacts/visible-contacts.ts";
import { type Context, transaction } from "#server/platform/context.ts";

const sampleMax = 20_000;
const tagsMax = 200;

/** The tags in use. In a large workspace those of the newest contacts, which is where tags are chosen from. */
export async function listTags(ctx: Context): Promise<{ items: { tag: string; contacts: number }[] }> {
  return transaction(ctx, async (tx) => {
    const visible = await visibleContacts(tx, "contacts:read", "c.owner_id");
    const { rows } = await sql<{ tag: string; contacts: number }>`
      select tag, count(*)::int as contacts
      from (
        select c.tags from contacts c
        where c.workspace_id = ${tx.actor.workspaceId}::uuid and c.state = 'active' and ${visible}
        order by c.id desc limit ${sampleMax}
      ) newest, unnest(newest.tags) tag
      group by tag order by contacts desc, tag limit ${tagsMax}`.execute(tx.db.withoutPlugins());
    return { items: rows };
  });
}
