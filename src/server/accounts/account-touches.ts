import { sql } from "kysely";
import type { AccountTouch } from "#api/accounts.ts";
import { visibleContacts } from "#server/contacts/visible-contacts.ts";
import type { Context } from "#server/platform/context.ts";

const peopleMax = 50;
const touchesMax = 30;

/** What happened last with the people of an account. Whoever may not see a person reads the deed and not the words. */
export async function accountTouches(tx: Context, accountId: string): Promise<AccountTouch[]> {
  const workspace = sql`${tx.actor.workspaceId}::uuid`;
  const visible = await visibleContacts(tx, "contacts:read", "c.owner_id");
  const { rows } = await sql<Omit<AccountTouch, "contactId"> & { contactId: string; visible: boolean }>`
    select t.id as "touchpointId", c.id as "contactId", c.full_name as name, t.kind, t.summary, t.occurred_at as at,
      ${visible} as visible
    from (
      select contact_id from standings
      where workspace_id = ${workspace} and account_id = ${accountId}::uuid and last_touch_at is not null
      order by last_touch_at desc limit ${peopleMax}
    ) s
    join contacts c on c.workspace_id = ${workspace} and c.id = s.contact_id and c.state = 'active'
    cross join lateral (
      select t.id, t.kind, t.summary, t.occurred_at from touchpoints t
      where t.workspace_id = ${workspace} and t.contact_id = c.id
        and not exists (select from touchpoint_marks m
          where m.workspace_id = ${workspace} and m.touchpoint_id = t.id and m.mark = 'retracted')
      order by t.occurred_at desc, t.id desc limit 5
    ) t
    order by t.occurred_at desc limit ${touchesMax}`.execute(tx.db.withoutPlugins());
  return rows.map(({ visible: isVisible, ...row }) => (isVisible ? row : { ...row, contactId: null, summary: "" }));
}
