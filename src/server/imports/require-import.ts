import { AppError } from "#domain/errors.ts";
import { visibleContacts } from "#server/contacts/visible-contacts.ts";
import type { StoredImport } from "#server/imports/queries.ts";
import type { Context } from "#server/platform/context.ts";

/** An import that the actor may see and handle: a rep's own, a manager's team's, everybody's for an admin. */
export async function requireImport(tx: Context, id: string): Promise<StoredImport> {
  const stored = await tx.db
    .selectFrom("imports")
    .selectAll()
    .where("id", "=", id)
    .where(await visibleContacts(tx, "imports:run", "imports.createdBy"))
    .executeTakeFirst();
  if (!stored) throw new AppError("not_found", { importId: id });
  return stored;
}
