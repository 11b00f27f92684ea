import { z } from "zod";
import type { ListPermissions } from "#api/compliance.ts";
import { maskReach } from "#domain/phone-mask.ts";
import { readPermissionKeys } from "#server/compliance/permission-queries.ts";
import { ownersWithinReach } from "#server/contacts/visible-contacts.ts";
import type { Context } from "#server/platform/context.ts";
import { readCursor, writeCursor } from "#server/platform/cursor.ts";

const Position = z.object({ before: z.uuid() });

export type PageOfPermissions<Row> = { items: Row[]; nextCursor: string | null };

/** A page of consents or of noes of everybody within reach, the latest entry first. */
export async function pageOfPermissions<Row extends { id: string; point: string | null }>(
  tx: Context,
  { table, standing, limit, cursor }: ListPermissions & { table: "consents" | "suppressions" },
  read: (ids: string[]) => Promise<Row[]>,
): Promise<PageOfPermissions<Row & { contactName: string | null }>> {
  const owners = await ownersWithinReach(tx, "contacts:read");
  const before = readCursor(Position, cursor)?.before;
  const keys = await readPermissionKeys(tx, { table, owners, standing, before, limit });
  const rows = new Map((await read(keys.map(({ id }) => id))).map((row) => [row.id, row]));
  const items = keys.flatMap(({ id, contactName }) => {
    const row = rows.get(id);
    return row ? [{ ...maskReach(row), contactName }] : [];
  });
  const last = keys.at(-1);
  return { items, nextCursor: last && keys.length === limit ? writeCursor({ before: last.id }) : null };
}
