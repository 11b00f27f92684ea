import { z } from "zod";
import type { Condition, EndCondition, EnterCondition, ListConditions } from "#api/conditions.ts";
import { AppError } from "#domain/errors.ts";
import { latestOf } from "#domain/gate/read-case.ts";
import { closeCondition, insertCondition, listConditionRows } from "#server/compliance/condition-queries.ts";
import { type Context, requireUser, transaction } from "#server/platform/context.ts";
import { readCursor, writeCursor } from "#server/platform/cursor.ts";

/** Writes down a dated fact about a place; from then on the gate weighs it. */
export async function enterCondition(ctx: Context, input: EnterCondition): Promise<Condition> {
  return transaction(ctx, async (tx) => {
    const overAt = input.to === null ? null : new Date(latestOf(input.to));
    if (overAt && overAt.getTime() <= latestOf(input.from))
      throw new AppError("invalid_input", { to: "not after its beginning" });
    const id = await insertCondition(tx, requireUser(tx), { ...input, overAt });
    return requireCondition(tx, id);
  });
}

/** It is over, or never was: the entry stays on record, with why it ended. */
export async function endCondition(ctx: Context, { id, because }: EndCondition): Promise<Record<string, never>> {
  return transaction(ctx, async (tx) => {
    await requireCondition(tx, id);
    const isFirst = await closeCondition(tx, { id, because, userId: requireUser(tx) });
    if (!isFirst) throw new AppError("conflict", { conditionId: id });
    return {};
  });
}

const Position = z.object({ before: z.uuid() });

export async function listConditions(
  ctx: Context,
  { standing, limit, cursor }: ListConditions,
): Promise<{ items: Condition[]; nextCursor: string | null }> {
  return transaction(ctx, async (tx) => {
    const before = readCursor(Position, cursor)?.before;
    const items = await listConditionRows(tx, { standingOnly: standing, before, limit });
    const last = items.at(-1);
    return { items, nextCursor: last && items.length === limit ? writeCursor({ before: last.id }) : null };
  });
}

async function requireCondition(tx: Context, id: string): Promise<Condition> {
  const [condition] = await listConditionRows(tx, { id, limit: 1 });
  if (!condition) throw new AppError("not_found", { conditionId: id });
  return condition;
}
