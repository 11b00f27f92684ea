import type { z } from "zod";
import type { CustomField, createCustomField as endpoint } from "#api/custom-fields.ts";
import { AppError } from "#domain/errors.ts";
import { fieldsMax, insertCustomField, lockCustomFields, readCustomFields } from "#server/custom-fields/queries.ts";
import { type Context, transaction } from "#server/platform/context.ts";

/** A new field stands last. A choice must have something to choose from. */
export async function createCustomField(
  ctx: Context,
  { key, label, type, choices }: z.output<typeof endpoint.input>,
): Promise<CustomField> {
  const chosen = type === "choice" ? [...new Set(choices)] : [];
  if (type === "choice" && chosen.length === 0) throw new AppError("invalid_input", { field: "choices" });
  return transaction(ctx, async (tx) => {
    const { workspaceId } = tx.actor;
    await lockCustomFields(tx.db, workspaceId);
    const fields = await readCustomFields(tx.db);
    if (fields.length >= fieldsMax) throw new AppError("conflict", { reason: "too_many_fields", max: fieldsMax });
    const position = Math.max(-1, ...fields.map((field) => field.position)) + 1;
    const field = { workspaceId, key, label, type, choices: chosen, position, createdAt: tx.now };
    const id = await insertCustomField(tx.db, field);
    if (!id) throw new AppError("conflict", { reason: "field_exists", key });
    return { id, key, label, type, choices: chosen, position, archived: false };
  });
}
