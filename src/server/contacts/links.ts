import { sql } from "kysely";
import type { Context, Db } from "#server/platform/context.ts";
import { arrayLiteral, type Columns, insertMany } from "#server/platform/insert-many.ts";

export type Link = { fromContactId: string; toContactId: string | null; toName: string | null; kind: string };

export async function loadLinks(tx: Context, contactIds: readonly string[]): Promise<Link[]> {
  return tx.db
    .selectFrom("contactLinks")
    .select(["fromContactId", "toContactId", "toName", "kind"])
    .where("workspaceId", "=", tx.actor.workspaceId)
    .where("fromContactId", "=", sql<string>`any(${arrayLiteral(contactIds)}::uuid[])`)
    .where("retractedAt", "is", null)
    .execute();
}

type LinkRow = Link & { workspaceId: string; importId: string | null; createdAt: Date };

const linkColumns: Columns<LinkRow> = {
  workspaceId: "uuid",
  fromContactId: "uuid",
  toContactId: "uuid",
  toName: "text",
  kind: "text",
  importId: "uuid",
  createdAt: "timestamptz",
};

export async function insertLinks(db: Db, rows: readonly LinkRow[]): Promise<void> {
  await insertMany(db, "contactLinks", linkColumns, rows);
}

export async function retractLinksOfImport(db: Db, importId: string, at: Date): Promise<void> {
  await sql`update contact_links set retracted_at = ${at}
    where import_id = ${importId}::uuid and retracted_at is null`.execute(db);
}
