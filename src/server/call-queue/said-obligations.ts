import { z } from "zod";
import type { Said } from "#api/attempts.ts";
import { GateDecision } from "#api/decisions.ts";
import type { Context } from "#server/platform/context.ts";

const Obliged = z.object({ obligations: GateDecision.shape.obligations });

/** The obligations that a rep ticked off, in the words of the decision that laid them on the call; once each. */
export async function inWords(tx: Context, decisionId: string, ids: readonly string[]): Promise<Said[]> {
  if (ids.length === 0) return [];
  const { decision } = await tx.db
    .selectFrom("decisions")
    .select("decision")
    .where("workspaceId", "=", tx.actor.workspaceId)
    .where("id", "=", decisionId)
    .executeTakeFirstOrThrow();
  const { obligations } = Obliged.parse(decision);
  const textOf = new Map(obligations.map(({ id, text }) => [id, text]));
  // The brief may have asked for more than the decision at the moment of dialling; what was said stays said.
  return [...new Set(ids)].map((id) => ({ id, text: textOf.get(id) ?? id }));
}
