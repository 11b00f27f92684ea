import { sql } from "kysely";
import type { CustomField } from "#api/custom-fields.ts";
import type { Db } from "#server/platform/context.ts";

/** More fields than these make a form that nobody fills in. */
export const fieldsMax = 200;

const columns = ["id", "key", "label", "type", "choices", "position", "archivedAt"] as const;
type Stored = Omit<CustomField, "archived" | "type"> & { type: string; archivedAt: Date | null };

export async function readCustomFields(db: Db): Promise<CustomField[]> {
  const rows = await db
    .selectFrom("customFields")
    .select(columns)
    .orderBy("position")
    .orderBy("id")
    .limit(fieldsMax)
    .execute();
  return rows.map(fieldOf);
}

export async function readCustomField(db: Db, id: string): Promise<CustomField | undefined> {
  const row = await db.selectFrom("customFields").select(columns).where("id", "=", id).executeTakeFirst();
  return row && fieldOf(row);
}

/** Two who add fields at once would otherwise take the same place. */
export async function lockCustomFields(db: Db, workspaceId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('custom_fields' || ${workspaceId}, 0))`.execute(db);
}

/** Undefined where a field has that key already. */
export async function insertCustomField(
  db: Db,
  field: {
    workspaceId: string;
    key: string;
    label: string;
    type: string;
    choices: string[];
    position: number;
    createdAt: Date;
  },
): Promise<string | undefined> {
  const row = await db
    .insertInto("customFields")
    .values(field)
    .onConflict((conflict) => conflict.columns(["workspaceId", "key"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

export async function updateCustomFieldRow(
  db: Db,
  id: string,
  changes: { label?: string; choices?: string[]; position?: number; archivedAt?: Date | null },
): Promise<void> {
  await db
    .updateTable("customFields")
    .set({ id, ...changes })
    .where("id", "=", id)
    .execute();
}

function fieldOf({ archivedAt, type, ...field }: Stored): CustomField {
  return { ...field, type: type as CustomField["type"], archived: archivedAt !== null };
}
