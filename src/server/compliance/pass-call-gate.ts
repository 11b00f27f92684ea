import assert from "node:assert";
import { AppError } from "#domain/errors.ts";
import type { Decision } from "#domain/gate/types.ts";
import { coldStanding, type Temperature, temperatureAt } from "#domain/temperature/standing.ts";
import { type Answer, askGate } from "#server/compliance/ask-gate.ts";
import type { StoredFact } from "#server/compliance/gate-fact-queries.ts";
import { loadGateFacts } from "#server/compliance/gate-facts.ts";
import { loadGateWorkspace } from "#server/compliance/load-gate-workspace.ts";
import { insertDecision } from "#server/compliance/queries.ts";
import { type Context, keepRegardless, requireUser } from "#server/platform/context.ts";
import { readStandings } from "#server/touchpoints/read-standings.ts";

type Answered = Answer & { temperature: Temperature; triggerId: string | null };
export type PassedGate = Answered & { decisionId: string };

type Asked = {
  contactId: string;
  pointId?: string | undefined;
  subject?: string | undefined;
  /** When the attempt starts: now, or earlier for one that was made elsewhere. */
  at: Date;
  /** The attempt of this instant is the one that is asked about. */
  withoutAttemptAt?: Date;
};

/**
 * A permit: the gate's yes about a person whom the caller has locked with `lockPerson`, written down with the question
 * before anything leaves. The attempt that uses it is written in the same transaction; the database takes no other. A
 * no stays on record too, although it undoes the transaction.
 */
export async function passCallGate(tx: Context, asked: Asked): Promise<PassedGate> {
  const answered = await askCallGate(tx, asked);
  if (answered.decision.verdict === "allow") return keepAnswer(tx, asked, answered);
  keepRegardless(tx, (later) => keepAnswer(later, asked, answered));
  throw refusalOf(answered.decision);
}

/** Keeps the question and the answer, whatever it is: also of a call that was made elsewhere, which is no permit. */
export async function recordCallDecision(tx: Context, asked: Asked): Promise<PassedGate> {
  return keepAnswer(tx, asked, await askCallGate(tx, asked));
}

async function keepAnswer(tx: Context, { contactId }: Asked, answered: Answered): Promise<PassedGate> {
  const { request, decision } = answered;
  return {
    ...answered,
    decisionId: await insertDecision(tx, { contactId, userId: requireUser(tx), request, decision }),
  };
}

async function askCallGate(tx: Context, asked: Asked): Promise<Answered> {
  assert(tx.isTransaction, "the gate and the attempt share one transaction");
  const { contactId, pointId, subject, at, withoutAttemptAt } = asked;
  const workspace = await loadGateWorkspace(tx);
  const found = (await loadGateFacts(tx, workspace, [contactId])).get(contactId);
  if (!found) throw new AppError("contact_not_found", { contactId });

  const known = { ...found, facts: found.facts.filter((fact) => !isAttemptAt(fact, withoutAttemptAt)) };
  const standing = (await readStandings(tx, [contactId])).get(contactId) ?? coldStanding;
  const answer = askGate(workspace, { ...known, standing, pointId, ask: { subject } }, at);
  if (!answer) throw new AppError("no_number_to_call", { contactId });

  return { ...answer, temperature: temperatureAt(standing, at), triggerId: standing.triggerId };
}

function isAttemptAt({ fact, data }: StoredFact, instant: Date | undefined): boolean {
  return fact === "attempt" && instant !== undefined && Date.parse(data.at) === instant.getTime();
}

/** What a refused caller is told. */
function refusalOf(decision: Decision): AppError {
  const { verdict, until = null, rules, missing } = decision;
  const spoke = rules.filter(({ effect }) => effect === "deny" || effect === "defer");
  return new AppError("call_not_allowed", { verdict, until, rules: spoke, missing });
}
