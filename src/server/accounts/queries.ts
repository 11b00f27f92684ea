import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Context, Db } from "#server/platform/context.ts";

export type AccountFacts = {
  name: string;
  domain: string | null;
  country: string | null;
  region: string | null;
  place: string | null;
};

export type StoredAccount = AccountFacts & {
  id: string;
  nameKey: string;
  createdAt: Date;
  updatedAt: Date;
  people: number;
  hot: number;
  warm: number;
  lastTouchAt: Date | null;
};

/** Of a larger account no more people than these are looked at: 5,000 is shown as "5,000 and more". */
export const peopleMax = 5000;

type Wanted = { limit: number; after?: string | undefined; ids?: readonly string[] | null };

/** Accounts in the order of their names, each with the warmth of all its people as of now, whosever they are. */
export async function readAccounts(tx: Context, { limit, after, ids = null }: Wanted): Promise<StoredAccount[]> {
  const workspace = sql`${tx.actor.workspaceId}::uuid`;
  const conditions = [
    sql`a.workspace_id = ${workspace}`,
    ...(ids ? [sql`a.id = any(${ids}::uuid[])`] : []),
    ...(after === undefined ? [] : [sql`a.name_key > ${after}`]),
  ];
  const { rows } = await sql<StoredAccount>`
    select a.id, a.name, a.name_key as "nameKey", a.domain, a.country, a.region, a.place,
      a.created_at as "createdAt", a.updated_at as "updatedAt", w.people, w.hot, w.warm, w."lastTouchAt"
    from (select * from accounts a where ${sql.join(conditions, sql` and `)} order by a.name_key limit ${limit}) a
    cross join lateral (
      select count(*)::int as people, count(*) filter (where is_hot)::int as hot,
        count(*) filter (where is_warm and not is_hot)::int as warm, max(last_touch_at) as "lastTouchAt"
      from (${peopleOf(tx, sql`a.id`, sql<SqlBool>`true`)}) s) w
    order by a.name_key`.execute(tx.db.withoutPlugins());
  return rows;
}

/** The standings of those of an account's people who fulfil the condition, no more than `peopleMax`. */
function peopleOf(tx: Context, accountId: RawBuilder<unknown>, condition: RawBuilder<SqlBool>) {
  const { now } = tx;
  return sql`
    select s.contact_id, s.heat_log, s.last_touch_at,
      coalesce(s.hot_from <= ${now} and ${now} < s.hot_until, false) as is_hot,
      coalesce(${now} < s.warm_until, false) as is_warm
    from standings s
    where s.workspace_id = ${tx.actor.workspaceId}::uuid and s.account_id = ${accountId}
      and s.closed_because is distinct from 'withdrawn' and ${condition}
    limit ${peopleMax}`;
}

/** The people of an account within reach, the warmest first. */
export async function readWarmestPeople(
  tx: Context,
  { accountId, limit }: { accountId: string; limit: number },
  isVisible: RawBuilder<SqlBool>,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select s.contact_id as id from (${peopleOf(tx, sql`${accountId}::uuid`, isVisible)}) s
    order by s.is_hot desc, s.is_warm desc, s.heat_log desc nulls last, s.contact_id limit ${limit}
    `.execute(tx.db.withoutPlugins());
  return rows.map(({ id }) => id);
}

/** How many people of an account are beyond the reader's reach. */
export async function countHidden(tx: Context, accountId: string, isVisible: RawBuilder<SqlBool>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count
    from (${peopleOf(tx, sql`${accountId}::uuid`, sql<SqlBool>`not ${isVisible}`)}) s`.execute(tx.db.withoutPlugins());
  return rows[0]?.count ?? 0;
}

/** Which accounts have this text in their name; of more than `limit` only some. */
export async function findAccountsByName(db: Db, text: string, limit: number): Promise<string[]> {
  const pattern = `%${text.replaceAll(/[\\%_]/g, "\\$&")}%`;
  const { rows } = await sql<{ id: string }>`
    select id from find_accounts_by_part_of_name(${pattern}, ${limit}) as id`.execute(db.withoutPlugins());
  return rows.map(({ id }) => id);
}

type AccountValues = AccountFacts & { nameKey: string };

/** Undefined where there is an account of that name. */
export async function insertAccount(
  db: Db,
  account: AccountValues & { workspaceId: string; createdAt: Date; updatedAt: Date },
): Promise<string | undefined> {
  const row = await db
    .insertInto("accounts")
    .values(account)
    .onConflict((conflict) => conflict.columns(["workspaceId", "nameKey"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

export async function isAccountName(db: Db, nameKey: string, except: string): Promise<boolean> {
  const row = await db
    .selectFrom("accounts")
    .select("id")
    .where("nameKey", "=", nameKey)
    .where("id", "<>", except)
    .executeTakeFirst();
  return row !== undefined;
}

export async function updateAccountRow(
  db: Db,
  id: string,
  changes: Partial<AccountValues> & { updatedAt: Date },
): Promise<void> {
  await db.updateTable("accounts").set(changes).where("id", "=", id).execute();
}
