import type { z } from "zod";
import type {
  CustomField,
  createCustomField as createEndpoint,
  updateCustomField as updateEndpoint,
} from "#api/custom-fields.ts";
import { AppError } from "#domain/errors.ts";
import { type Context, transaction } from "#server/platform/context.ts";

const fieldsMax = 100;
const columns = ["id", "key", "label", "type", "choices", "position", "archivedAt"] as const;

export async function listCustomFields(ctx: Context): Promise<{ items: CustomField[] }> {
  return transaction(ctx, async (tx) => {
    const rows = await tx.db
      .selectFrom("customFields")
      .select(columns)
      .where("workspaceId", "=", tx.actor.workspaceId)
      .orderBy("position")
      .orderBy("key")
      .limit(fieldsMax * 2)
      .execute();
    return { items: rows.map(shown) };
  });
}

export async function createCustomField(
  ctx: Context,
  input: z.output<typeof createEndpoint.input>,
): Promise<CustomField> {
  return transaction(ctx, async (tx) => {
    checkChoices(input.type, input.choices);
    const { items } = await listCustomFields(tx);
    if (items.filter(({ archived }) => !archived).length >= fieldsMax)
      throw new AppError("conflict", { reason: "too_many", max: fieldsMax });
    const row = await tx.db
      .insertInto("customFields")
      .values({ ...input, workspaceId: tx.actor.workspaceId, position: items.length, createdAt: tx.now })
      .onConflict((conflict) => conflict.columns(["workspaceId", "key"]).doNothing())
      .returning(columns)
      .executeTakeFirst();
    if (!row) throw new AppError("conflict", { reason: "key_taken", key: input.key });
    return shown(row);
  });
}

/** The type of a field stays, since contacts have values of it. */
export async function updateCustomField(
  ctx: Context,
  { id, archived, label, choices, position }: z.output<typeof updateEndpoint.input>,
): Promise<CustomField> {
  return transaction(ctx, async (tx) => {
    const changes = {
      ...(label === undefined ? {} : { label }),
      ...(choices === undefined ? {} : { choices }),
      ...(position === undefined ? {} : { position }),
      ...(archived === undefined ? {} : { archivedAt: archived ? tx.now : null }),
    };
    if (Object.keys(changes).length === 0)
      throw new AppError("invalid_input", { problems: [{ field: "", message: "nothing_given" }] });
    const row = await tx.db
      .updateTable("customFields")
      .set(changes)
      .where("workspaceId", "=", tx.actor.workspaceId)
      .where("id", "=", id)
      .returning(columns)
      .executeTakeFirst();
    if (!row) throw new AppError("not_found", { fieldId: id });
    checkChoices(row.type, row.choices);
    return shown(row);
  });
}

function checkChoices(type: string, choices: readonly string[]): void {
  if (type === "choice" && choices.length === 0) {
    throw new AppError("invalid_input", { problems: [{ field: "choices", message: "choices_needed" }] });
  }
}

function shown(row: Omit<CustomField, "type" | "archived"> & { type: string; archivedAt: Date | null }): CustomField {
  const { archivedAt, ...field } = row;
  return { ...field, type: field.type as CustomField["type"], archived: archivedAt !== null };
}
