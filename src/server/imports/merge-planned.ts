import { joinContacts } from "#server/contacts/join-contacts.ts";
import type { BatchPlan } from "#server/imports/batch-plan.ts";
import type { ImportRun } from "#server/imports/import-run.ts";
import type { Context } from "#server/platform/context.ts";

/** Joins the contacts that rows have shown to be one person, after what the batch wrote of each of them. */
export async function mergePlanned(tx: Context, run: ImportRun, plan: BatchPlan): Promise<void> {
  const survivorOf = new Map<string, string>();
  const standing = (id: string): string => {
    const survivor = survivorOf.get(id);
    return survivor === undefined ? id : standing(survivor);
  };
  for (const merge of plan.merges) {
    const [survivorId, mergedId] = [standing(merge.survivorId), standing(merge.mergedId)];
    if (survivorId === mergedId) continue;
    await joinContacts(tx, { survivorId, mergedId, importId: run.importId });
    survivorOf.set(mergedId, survivorId);
  }
}
