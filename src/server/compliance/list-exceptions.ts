import { z } from "zod";
import type { Exception, ListExceptions } from "#api/exceptions.ts";
import { AppError } from "#domain/errors.ts";
import { maskReach } from "#domain/phone-mask.ts";
import { readExceptions } from "#server/compliance/exception-queries.ts";
import { readReach } from "#server/compliance/permission-queries.ts";
import { requireContact } from "#server/contacts/require-contact.ts";
import { ownersWithinReach } from "#server/contacts/visible-contacts.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { readCursor, writeCursor } from "#server/platform/cursor.ts";

const Position = z.object({ before: z.uuid() });

/** What was proposed and decided by two people, as far as the reader's own people go. */
export async function listExceptions(
  ctx: Context,
  { contactId, state, limit, cursor }: ListExceptions,
): Promise<{ items: Exception[]; nextCursor: string | null }> {
  return transaction(ctx, async (tx) => {
    const found = await readExceptions(tx, {
      state,
      contactIds: contactId
        ? (await readReach(tx, await requireContact(tx, contactId, "exceptions:read"))).members
        : undefined,
      owners: await ownersWithin(tx),
      before: readCursor(Position, cursor)?.before,
      limit,
    });
    const last = found.at(-1);
    return {
      items: found.map(masked),
      nextCursor: last && found.length === limit ? writeCursor({ before: last.id }) : null,
    };
  });
}

export async function requireException(tx: Context, id: string): Promise<Exception> {
  const [found] = await readExceptions(tx, { id, owners: await ownersWithin(tx), limit: 1 });
  if (!found) throw new AppError("not_found", { exceptionId: id });
  return masked(found);
}

async function ownersWithin(tx: Context): Promise<(string | null)[] | undefined> {
  const owners = await ownersWithinReach(tx, "exceptions:read");
  return owners === "all" ? undefined : owners;
}

function masked(exception: Exception): Exception {
  return { ...exception, suppression: exception.suppression && maskReach(exception.suppression) };
}
