import { AppError } from "#domain/errors.ts";
import type { Context } from "#server/platform/context.ts";

type Value = string | number | boolean | null;
type Field = { key: string; type: string; choices: string[] };

/** The values of custom fields as they are stored; null empties one. Refuses what is not of the field's type. */
export async function valuesOfFields(tx: Context, values: Record<string, Value>): Promise<Record<string, Value>> {
  const fields = await tx.db
    .selectFrom("customFields")
    .select(["key", "type", "choices"])
    .where("workspaceId", "=", tx.actor.workspaceId)
    .execute();
  const problems: { field: string; message: string }[] = [];
  const stored: Record<string, Value> = {};
  for (const [key, value] of Object.entries(values)) {
    const field = fields.find((each) => each.key === key);
    const read = field ? readValue(field, value) : undefined;
    if (read === undefined)
      problems.push({ field: `custom.${key}`, message: field ? `not_a_${field.type}` : "unknown_field" });
    else stored[key] = read;
  }
  if (problems.length > 0) throw new AppError("invalid_input", { problems });
  return stored;
}

function readValue({ type, choices }: Field, value: Value): Value | undefined {
  if (value === null || value === "") return null;
  switch (type) {
    case "number":
      return Number.isFinite(Number(value)) && typeof value !== "boolean" ? Number(value) : undefined;
    case "boolean":
      return typeof value === "boolean" ? value : undefined;
    case "date":
      return typeof value === "string" && isDay(value) ? value : undefined;
    case "choice":
      return typeof value === "string" && choices.includes(value) ? value : undefined;
    default:
      return String(value);
  }
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
