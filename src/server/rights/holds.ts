import { type RawBuilder, type SqlBool, sql } from "kysely";
import { z } from "zod";
import type { LegalHold, PlaceHold } from "#api/disclosure.ts";
import type { PageInput } from "#api/endpoint.ts";
import { AppError } from "#domain/errors.ts";
import { type Context, requireUser, transaction } from "#server/platform/context.ts";
import { readCursor, writeCursor } from "#server/platform/cursor.ts";
import { requirePerson } from "#server/rights/require-person.ts";

/** Nothing of somebody with whom there is a dispute is erased: GDPR Art. 17(3)(e). */
export async function requireNoHold(tx: Context, contactIds: readonly string[]): Promise<void> {
  const held = await tx.db
    .selectFrom("legalHolds")
    .select("id")
    .where("workspaceId", "=", tx.actor.workspaceId)
    .where("contactId", "=", sql<string>`any(${contactIds}::uuid[])`)
    .where("liftedAt", "is", null)
    .executeTakeFirst();
  if (held) throw new AppError("legal_hold", { holdId: held.id });
}

export async function placeHold(ctx: Context, input: PlaceHold): Promise<LegalHold> {
  return transaction(ctx, async (tx) => {
    const contactId = await requirePerson(tx, input.contactId, "rights:read");
    const { id } = await tx.db
      .insertInto("legalHolds")
      .values({
        workspaceId: tx.actor.workspaceId,
        contactId,
        reason: input.reason,
        placedAt: tx.now,
        placedBy: requireUser(tx),
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    return one(tx, id);
  });
}

export async function liftHold(ctx: Context, { id }: { id: string }): Promise<LegalHold> {
  return transaction(ctx, async (tx) => {
    const { numUpdatedRows } = await tx.db
      .updateTable("legalHolds")
      .set({ liftedAt: tx.now, liftedBy: tx.actor.userId })
      .where("workspaceId", "=", tx.actor.workspaceId)
      .where("id", "=", id)
      .where("liftedAt", "is", null)
      .executeTakeFirst();
    const hold = await one(tx, id);
    if (numUpdatedRows === 0n) throw new AppError("conflict", { reason: "lifted" });
    return hold;
  });
}

export async function listHolds(
  ctx: Context,
  { limit, cursor }: z.output<typeof PageInput>,
): Promise<{ items: LegalHold[]; nextCursor: string | null }> {
  return transaction(ctx, async (tx) => {
    const before = readCursor(z.object({ id: z.uuid() }), cursor)?.id;
    const items = await read(tx, before ? sql`h.id < ${before}::uuid` : sql`true`, limit);
    const last = items.at(-1);
    return { items, nextCursor: last && items.length === limit ? writeCursor({ id: last.id }) : null };
  });
}

async function one(tx: Context, id: string): Promise<LegalHold> {
  const [hold] = await read(tx, sql`h.id = ${id}::uuid`, 1);
  if (!hold) throw new AppError("not_found", { holdId: id });
  return hold;
}

async function read(tx: Context, condition: RawBuilder<SqlBool | unknown>, limit: number): Promise<LegalHold[]> {
  const { rows } = await sql<LegalHold>`
    select h.id, jsonb_build_object('id', c.id, 'name', c.full_name) as contact, h.reason, h.placed_at as "placedAt",
      u.name as "placedBy", h.lifted_at as "liftedAt"
    from legal_holds h
    join contacts c on c.workspace_id = h.workspace_id and c.id = h.contact_id
    left join users u on u.id = h.placed_by
    where h.workspace_id = ${tx.actor.workspaceId}::uuid and ${condition}
    order by h.id desc limit ${limit}`.execute(tx.db.withoutPlugins());
  return rows;
}
