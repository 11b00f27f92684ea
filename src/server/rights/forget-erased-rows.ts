import { sql } from "kysely";
import { parsePhone } from "#domain/phones.ts";
import { addressesIn } from "#domain/rights/traces.ts";
import type { Context } from "#server/platform/context.ts";
import { type ErasedKey, findErased } from "#server/rights/erased-people.ts";
import { dropFile, isStored, rewriteTable } from "#server/rights/stored-files.ts";

/**
 * For whoever ends an import: where rows of it were somebody's who had been erased, takes them out of the stored file
 * too, which would bring her back into the house.
 */
export async function forgetErasedRows(
  tx: Context,
  stored: { id: string; fileName: string; format: string | null; country: string | null },
): Promise<void> {
  const { rows } = await sql`select from import_rows
    where workspace_id = ${tx.actor.workspaceId}::uuid and import_id = ${stored.id}::uuid and outcome = 'skipped'
      and reason::jsonb ->> 'code' = 'erased_person' limit 1`.execute(tx.db);
  if (rows.length === 0 || !(await isStored(tx, stored.id))) return;
  const rewritten = await rewriteTable(tx, stored, async (records) => {
    const keys = records.map((cells) => keysIn(cells, stored.country));
    const erased = await findErased(tx, () => keys.flat());
    return keys.map((each) => each.some(({ kind, value }) => erased.has(`${kind} ${value}`)));
  });
  if (rewritten === null) await dropFile(tx, stored.id);
}

const digitsMin = 7;

function keysIn(cells: readonly string[], country: string | null): ErasedKey[] {
  return cells.flatMap((cell): ErasedKey[] => {
    const emails = addressesIn(cell).map((value) => ({ kind: "email", value }) as const);
    if (cell.replaceAll(/\D/g, "").length < digitsMin || cell.length > 40) return emails;
    const phone = parsePhone(cell, country);
    return "refused" in phone ? emails : [...emails, { kind: "phone", value: phone.e164 }];
  });
}
