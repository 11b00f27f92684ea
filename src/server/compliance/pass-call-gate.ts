import assert from "node:assert";
import { AppError } from "#domain/errors.ts";
import type { Decision } from "#domain/gate/types.ts";
import { coldStanding, type Temperature, temperatureAt } from "#domain/temperature/standing.ts";
import { type Answer, askGate } from "#server/compliance/ask-gate.ts";
import { loadGateFacts } from "#server/compliance/gate-facts.ts";
import { loadGateWorkspace } from "#server/compliance/load-gate-workspace.ts";
import { insertDecision } from "#server/compliance/queries.ts";
import { type Context, requireUser } from "#server/platform/context.ts";
import { readStandings } from "#server/touchpoints/read-standings.ts";

export type PassedGate = Answer & { decisionId: string; temperature: Temperature; triggerId: string | null };

/**
 * Asks the gate about a person whom the caller has locked with `lockPerson`, and keeps the question and the answer.
 * `at` is when the attempt starts: now, or earlier for one that was made elsewhere. Throws nothing for a no.
 */
export async function recordCallDecision(
  tx: Context,
  { contactId, pointId, at }: { contactId: string; pointId?: string | undefined; at: Date },
): Promise<PassedGate> {
  assert(tx.isTransaction, "the gate and the attempt share one transaction");
  const workspace = await loadGateWorkspace(tx);
  const known = (await loadGateFacts(tx, workspace, [contactId])).get(contactId);
  if (!known) throw new AppError("contact_not_found", { contactId });

  const standing = (await readStandings(tx, [contactId])).get(contactId) ?? coldStanding;
  const answer = askGate(workspace, { ...known, standing, pointId }, at);
  if (!answer) throw new AppError("no_number_to_call", { contactId });

  const userId = requireUser(tx);
  const decisionId = await insertDecision(tx, { contactId, userId, ...answer });
  return { ...answer, decisionId, temperature: temperatureAt(standing, at), triggerId: standing.triggerId };
}

/** What a refused caller is told. */
export function refusalOf(decision: Decision): AppError {
  const { verdict, until = null, rules, missing } = decision;
  const spoke = rules.filter(({ effect }) => effect === "deny" || effect === "defer");
  return new AppError("call_not_allowed", { verdict, until, rules: spoke, missing });
}
