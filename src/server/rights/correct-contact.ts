import { isDeepStrictEqual } from "node:util";
import type { Contact, UpdateContact } from "#api/contacts.ts";
import { AppError } from "#domain/errors.ts";
import { viewContact } from "#server/contacts/contact-view.ts";
import { changeFacts } from "#server/contacts/update-contact.ts";
import type { Context } from "#server/platform/context.ts";
import { insertCorrections } from "#server/rights/request-queries.ts";

type Changes = Omit<UpdateContact, "id" | "seenAt">;

/** Corrects facts of a contact and keeps what stood there before. Answers which fields became others. */
export async function correctContact(
  tx: Context,
  { contactId, requestId, changes }: { contactId: string; requestId: string; changes: Changes },
): Promise<string[]> {
  const before = await viewContact(tx, contactId);
  await changeFacts(tx, contactId, changes);
  const after = await viewContact(tx, contactId);
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  const rows = given.flatMap(([field]) => {
    const [was, is] = [shownAs(before, field), shownAs(after, field)];
    return isDeepStrictEqual(was, is) ? [] : [{ contactId, requestId, field, before: was, after: is }];
  });
  if (rows.length === 0) throw new AppError("invalid_input", { field: "changes", reason: "nothing changes" });
  await insertCorrections(tx, rows);
  return rows.map(({ field }) => field);
}

function shownAs(contact: Contact, field: string): unknown {
  if (field === "company") return contact.account?.name ?? null;
  if (field === "ownerId") return contact.owner?.id ?? null;
  return contact[field as keyof Contact] ?? null;
}
