import { sql } from "kysely";
import { type Temperature, temperatureAt } from "#domain/temperature/standing.ts";
import { visibleContacts } from "#server/contacts/visible-contacts.ts";
import type { Context } from "#server/platform/context.ts";

/** What happened with somebody of an account. Of people beyond the reader's reach neither name nor words are given. */
export type AccountTouch = {
  touchpointId: string;
  contactId: string | null;
  ownerName: string | null;
  name: string;
  kind: string;
  summary: string;
  at: Date;
  temperature: Temperature;
};

type Stored = Omit<AccountTouch, "contactId" | "temperature"> & {
  contactId: string;
  isVisible: boolean;
  hotFrom: Date | null;
  hotUntil: Date | null;
  warmUntil: Date | null;
};

type Wanted = {
  accountId: string;
  kinds: readonly string[];
  limit: number;
  exceptId?: string;
  /** How many of each person; one where people are listed, more where it is a history. */
  perPerson: number;
};

const peopleMax = 20;

/** What is proved of the people of an account, the newest first, merged contacts' histories included. */
export async function readAccountTouches(tx: Context, wanted: Wanted): Promise<AccountTouch[]> {
  const { accountId, kinds, limit, exceptId, perPerson } = wanted;
  const workspace = sql`${tx.actor.workspaceId}::uuid`;
  const isVisible = await visibleContacts(tx, "contacts:read", "s.owner_id");
  const except = exceptId ? sql`and s.contact_id <> ${exceptId}::uuid` : sql``;
  const marked = (mark: string) => sql`exists (select from touchpoint_marks k
    where k.workspace_id = ${workspace} and k.touchpoint_id = t.id and k.mark = ${sql.lit(mark)})`;
  const { rows } = await sql<Stored>`
    select t.id as "touchpointId", c.id as "contactId", c.full_name as name, u.name as "ownerName", t.kind, t.summary, t.occurred_at as at,
      person.is_visible as "isVisible", person.hot_from as "hotFrom", person.hot_until as "hotUntil",
      person.warm_until as "warmUntil"
    from (
      select s.*, ${isVisible} as is_visible from standings s
      where s.workspace_id = ${workspace} and s.account_id = ${accountId}::uuid and s.last_touch_at is not null
        and s.closed_because is distinct from 'withdrawn' ${except}
      order by s.last_touch_at desc limit ${peopleMax}) as person
    join contacts c on c.workspace_id = ${workspace} and c.id = person.contact_id
    left join users u on u.id = c.owner_id
    cross join lateral (
      select t.id, t.kind, t.summary, t.occurred_at from touchpoints t
      where t.workspace_id = ${workspace} and t.contact_id in (
          select c.id union all
          select m.id from contacts m where m.workspace_id = ${workspace} and m.merged_into_id = c.id)
        and t.occurred_at <= ${tx.now} and t.kind = any(${kinds}::text[])
        and (t.verification <> 'claimed' or ${marked("confirmed")}) and not ${marked("retracted")}
      order by t.occurred_at desc limit ${perPerson}) as t
    order by t.occurred_at desc, t.id desc limit ${limit}`.execute(tx.db.withoutPlugins());
  return rows.map((row) => shown(row, tx.now));
}

function shown(row: Stored, now: Date): AccountTouch {
  const { touchpointId, ownerName, kind, at, isVisible } = row;
  return {
    ...{ touchpointId, ownerName, kind, at },
    contactId: isVisible ? row.contactId : null,
    name: isVisible ? row.name : "",
    summary: isVisible ? row.summary : "",
    temperature: temperatureAt(row, now),
  };
}
