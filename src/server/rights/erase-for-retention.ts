import { sql } from "kysely";
import { isReserved } from "#server/contacts/merge-queries.ts";
import type { Context } from "#server/platform/context.ts";
import { erasePerson } from "#server/rights/erase-person.ts";
import { requireNoHold } from "#server/rights/holds.ts";
import { isImportAtWork } from "#server/rights/import-at-work.ts";
import { loadPerson } from "#server/rights/person.ts";

/**
 * Erases somebody with whom nothing has happened for long. Whoever once said no is known again by keyed hashes: a later
 * list must not bring back what the no had closed. False where somebody is about to call, or an import writes.
 */
export async function eraseForRetention(tx: Context, contactId: string): Promise<boolean> {
  const person = await loadPerson(tx, contactId);
  if (!person || (await isReserved(tx, person.ids)) || (await isImportAtWork(tx))) return false;
  await requireNoHold(tx, person.ids);
  const { rows } = await sql`select from suppressions s
    where s.workspace_id = ${tx.actor.workspaceId}::uuid and s.contact_id = any(${person.ids}::uuid[])
      and not exists (select from suppression_endings e
        where e.workspace_id = s.workspace_id and e.suppression_id = s.id) limit 1`.execute(tx.db);
  await erasePerson(tx, person, { because: "retention", requestId: null, keepHashes: rows.length > 0 });
  return true;
}
