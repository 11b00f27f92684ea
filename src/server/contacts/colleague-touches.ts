import { sql } from "kysely";
import type { ColleagueTouch } from "#api/contacts.ts";
import { temperatureAt } from "#domain/temperature/standing.ts";
import { visibleContacts } from "#server/contacts/visible-contacts.ts";
import type { Context } from "#server/platform/context.ts";
import { loadKinds } from "#server/touchpoints/load-kinds.ts";

const peopleMax = 50;
const touchesMax = 12;

/**
 * The last replies, meetings and other deeds of the contact's colleagues. Who may not see a colleague still reads
 * that something happened at the account, and finds no way to the person.
 */
export async function colleagueTouches(
  tx: Context,
  { accountId, contactId }: { accountId: string; contactId: string },
): Promise<ColleagueTouch[]> {
  const kinds = [...(await loadKinds(tx)).values()];
  const told = kinds
    .filter(({ direction }) => direction === "contact" || direction === "mutual")
    .map(({ slug }) => slug);
  const workspace = sql`${tx.actor.workspaceId}::uuid`;
  const visible = await visibleContacts(tx, "contacts:read", "c.owner_id");
  const { rows } = await sql<{
    contactId: string;
    name: string;
    kind: string;
    at: Date;
    visible: boolean;
    hotFrom: Date | null;
    hotUntil: Date | null;
    warmUntil: Date | null;
  }>`
    select c.id as "contactId", c.full_name as name, t.kind, t.occurred_at as at, ${visible} as visible,
      s.hot_from as "hotFrom", s.hot_until as "hotUntil", s.warm_until as "warmUntil"
    from (
      select * from standings
      where workspace_id = ${workspace} and account_id = ${accountId}::uuid and contact_id <> ${contactId}::uuid
        and last_touch_at is not null
      order by last_touch_at desc limit ${peopleMax}
    ) s
    join contacts c on c.workspace_id = ${workspace} and c.id = s.contact_id and c.state = 'active'
    cross join lateral (
      select t.kind, t.occurred_at from touchpoints t
      where t.workspace_id = ${workspace} and t.contact_id = c.id and t.kind = any(${told})
        and (t.verification <> 'claimed' or exists (select from touchpoint_marks m
          where m.workspace_id = ${workspace} and m.touchpoint_id = t.id and m.mark = 'confirmed'))
        and not exists (select from touchpoint_marks m
          where m.workspace_id = ${workspace} and m.touchpoint_id = t.id and m.mark = 'retracted')
      order by t.occurred_at desc, t.id desc limit 3
    ) t
    order by t.occurred_at desc limit ${touchesMax}`.execute(tx.db.withoutPlugins());
  return rows.map(({ contactId: id, name, kind, at, visible: isVisible, ...warmth }) => {
    return { contactId: isVisible ? id : null, name, kind, at, temperature: temperatureAt(warmth, tx.now) };
  });
}
