import type { z } from "zod";
import type { CustomField, updateCustomField as endpoint } from "#api/custom-fields.ts";
import { AppError } from "#domain/errors.ts";
import { readCustomField, updateCustomFieldRow } from "#server/custom-fields/queries.ts";
import { type Context, transaction } from "#server/platform/context.ts";

/** Key and type stay, so that what contacts have in the field keeps its meaning. */
export async function updateCustomField(
  ctx: Context,
  { id, label, choices, position, archived }: z.output<typeof endpoint.input>,
): Promise<CustomField> {
  return transaction(ctx, async (tx) => {
    const field = await readCustomField(tx.db, id);
    if (!field) throw new AppError("not_found", { fieldId: id });
    const chosen = choices && [...new Set(choices)];
    if (chosen && (field.type !== "choice" || chosen.length === 0)) {
      throw new AppError("invalid_input", { field: "choices" });
    }
    await updateCustomFieldRow(tx.db, id, {
      ...(label !== undefined && { label }),
      ...(chosen && { choices: chosen }),
      ...(position !== undefined && { position }),
      ...(archived !== undefined && archived !== field.archived && { archivedAt: archived ? tx.now : null }),
    });
    const changes = { label, choices: chosen, position, archived };
    const given = Object.entries(changes).filter(([, value]) => value !== undefined);
    return { ...field, ...Object.fromEntries(given) };
  });
}
