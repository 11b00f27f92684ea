import { sql } from "kysely";
import type { RowReason } from "#api/imports.ts";
import type { Db } from "#server/platform/context.ts";
import { arrayLiteral, type Columns, insertMany } from "#server/platform/insert-many.ts";

export type RowRecord = {
  workspaceId: string;
  importId: string;
  line: number;
  outcome: string;
  reason: string | null;
  warnings: RowReason[] | null;
  cells: Record<string, string> | null;
  contactId: string | null;
};

const rowColumns: Columns<RowRecord> = {
  workspaceId: "uuid",
  importId: "uuid",
  line: "integer",
  outcome: "text",
  reason: "text",
  warnings: "jsonb",
  cells: "json",
  contactId: "uuid",
};

export async function insertRows(db: Db, rows: readonly RowRecord[]): Promise<void> {
  await insertMany(db, "importRows", rowColumns, rows);
}

export type Change = {
  workspaceId: string;
  importId: string;
  contactId: string;
  field: string;
  before: unknown;
  after: unknown;
  changedAt: Date;
};

const changeColumns: Columns<Change> = {
  workspaceId: "uuid",
  importId: "uuid",
  contactId: "uuid",
  field: "text",
  before: "jsonb",
  after: "jsonb",
  changedAt: "timestamptz",
};

export async function insertChanges(db: Db, rows: readonly Change[]): Promise<void> {
  await insertMany(db, "importChanges", changeColumns, rows);
}

/** Those of these contacts that an earlier row of the import was about. */
export async function findContactsOfImport(db: Db, importId: string, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom("importRows")
    .select("contactId")
    .distinct()
    .where("importId", "=", importId)
    .where("contactId", "=", sql<string>`any(${arrayLiteral(ids)}::uuid[])`)
    .execute();
  return new Set(rows.flatMap(({ contactId }) => contactId ?? []));
}

export type StoredChange = { contactId: string; field: string; before: unknown; after: unknown };

const contactsMax = 5000;

/** The before-images of the next contacts that an import changed, in the order in which it changed them. */
export async function loadChanges(db: Db, importId: string, after: string | null): Promise<StoredChange[]> {
  const { rows } = await sql<StoredChange>`
    select contact_id as "contactId", field, before, after from import_changes
    where import_id = ${importId}::uuid and contact_id in (
      select distinct contact_id from import_changes
      where import_id = ${importId}::uuid and (${after}::uuid is null or contact_id > ${after}::uuid)
      order by contact_id limit ${contactsMax})
    order by contact_id, changed_at, id`.execute(db.withoutPlugins());
  return rows;
}

export async function loadRows(
  db: Db,
  importId: string,
  wanted: { after: number; limit: number; outcome?: string | undefined; warned?: boolean | undefined },
) {
  return db
    .selectFrom("importRows as r")
    .leftJoin("contacts as c", (join) =>
      join.onRef("c.workspaceId", "=", "r.workspaceId").onRef("c.id", "=", "r.contactId"),
    )
    .select(["r.line", "r.outcome", "r.reason", "r.warnings", "r.cells", "r.contactId", "c.fullName", "c.ownerId"])
    .where("r.importId", "=", importId)
    .where("r.line", ">", wanted.after)
    .$if(wanted.outcome !== undefined, (query) => query.where("r.outcome", "=", wanted.outcome ?? ""))
    .$if(wanted.warned === true, (query) => query.where("r.warnings", "is not", null))
    .orderBy("r.line")
    .limit(wanted.limit)
    .execute();
}
