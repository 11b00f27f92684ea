import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { z } from "zod";
import type { assignContacts as assignEndpoint } from "#api/contact-groups.ts";
import { AppError } from "#domain/errors.ts";
import { checkOwner } from "#server/contacts/check-facts.ts";
import { contactConditions } from "#server/contacts/contact-conditions.ts";
import { narrowContacts } from "#server/contacts/narrow-contacts.ts";
import { ownersWithinReach, visibleContacts } from "#server/contacts/visible-contacts.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { assignStandings } from "#server/touchpoints/queries.ts";

const assignedMax = 200_000;

/**
 * Gives contacts to an owner, or to nobody. `updated_at` stays: it says when somebody changed the person's data, and
 * the undo of an import must not take a new owner for that.
 */
export async function assignContacts(
  ctx: Context,
  { ownerId, ids, filters }: z.output<typeof assignEndpoint.input>,
): Promise<{ assigned: number }> {
  return transaction(ctx, async (tx) => {
    if ((ids === undefined) === (filters === undefined)) {
      throw new AppError("invalid_input", { problems: [{ field: "ids", message: "either_ids_or_filters" }] });
    }
    await checkOwner(tx, ownerId);
    const narrowed = await narrowContacts(tx, filters ?? {}, await ownersWithinReach(tx, "contacts:assign"));
    const wanted = ids ?? narrowed.ids;
    const conditions = [
      ...contactConditions(filters ?? {}, tx.actor.workspaceId, tx.now),
      ...(narrowed.condition ? [narrowed.condition] : []),
      ...(wanted ? [sql<SqlBool>`c.id = any(${wanted}::uuid[])`] : []),
      await visibleContacts(tx, "contacts:assign", "c.owner_id"),
    ];
    const assigned = await assign(tx, ownerId, conditions);
    await assignStandings(tx.db, assigned, ownerId);
    return { assigned: assigned.length };
  });
}

async function assign(tx: Context, ownerId: string | null, conditions: RawBuilder<SqlBool>[]): Promise<string[]> {
  const workspace = sql`${tx.actor.workspaceId}::uuid`;
  const { rows } = await sql<{ id: string }>`
    with chosen as (
      select c.id from contacts c
      left join standings s on s.workspace_id = ${workspace} and s.contact_id = c.id
      where c.workspace_id = ${workspace} and ${sql.join(conditions, sql` and `)}
        and c.owner_id is distinct from ${ownerId}::uuid
      order by c.id limit ${assignedMax} for no key update of c
    )
    update contacts c set owner_id = ${ownerId}::uuid from chosen
    where c.workspace_id = ${workspace} and c.id = chosen.id and c.state <> 'merged'
    returning c.id`.execute(tx.db.withoutPlugins());
  return rows.map(({ id }) => id);
}
