import type { CustomField } from "#api/custom-fields.ts";
import { fieldKey } from "#domain/contacts/field-key.ts";
import { fieldsMax, insertCustomField, readCustomFields } from "#server/custom-fields/queries.ts";
import { type Context, transaction } from "#server/platform/context.ts";

type Field = Pick<CustomField, "key" | "label" | "type" | "choices">;

/** The custom fields that the columns of a file go to: those of the workspace, and text fields for columns of no other. */
export type ImportedFields = {
  fieldOf: (column: string) => Field;
  /** Adds those that the workspace does not have yet, before the contacts that have values in them. */
  save: (ctx: Context) => Promise<void>;
};

const labelLengthMax = 100;

export async function loadImportedFields(tx: Context): Promise<ImportedFields> {
  const known = await readCustomFields(tx.db);
  const byLabel = new Map<string, Field>(known.map((field) => [nameOf(field.label), field]));
  const byKey = new Map<string, Field>(known.map((field) => [field.key, field]));
  const added: Field[] = [];
  let saved = 0;

  const fieldOf = (column: string): Field => {
    const name = nameOf(column);
    const found = byLabel.get(name) ?? byKey.get(fieldKey(column, []));
    if (found) return found;
    const label = column.trim().slice(0, labelLengthMax) || "Column";
    const field: Field = { key: fieldKey(label, [...byKey.keys()]), label, type: "text", choices: [] };
    byLabel.set(name, field);
    byKey.set(field.key, field);
    if (byKey.size <= fieldsMax) added.push(field);
    return field;
  };
  const save = async (ctx: Context): Promise<void> => {
    const unsaved = added.slice(saved);
    if (unsaved.length === 0) return;
    await transaction(ctx, async ({ db, actor, now }) => {
      for (const [index, field] of unsaved.entries()) {
        const position = known.length + saved + index;
        await insertCustomField(db, { ...field, workspaceId: actor.workspaceId, position, createdAt: now });
      }
    });
    saved += unsaved.length;
  };
  return { fieldOf, save };
}

/** A cell as its field keeps it; undefined where it does not fit. */
export function valueOfField({ type, choices }: Field, text: string): string | number | boolean | undefined {
  switch (type) {
    case "number": {
      const number = Number(text.replaceAll(/[\s,']/g, ""));
      return Number.isFinite(number) ? number : undefined;
    }
    case "boolean":
      if (/^(?:true|yes|y|1|x|ja|oui|sí|是)$/i.test(text)) return true;
      return /^(?:false|no|n|0|nein|non|否)$/i.test(text) ? false : undefined;
    case "date":
      return /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0];
    case "choice":
      return choices.find((choice) => choice.toLowerCase() === text.toLowerCase());
    default:
      return text;
  }
}

function nameOf(label: string): string {
  return label.trim().toLowerCase();
}
