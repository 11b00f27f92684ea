import type { WhatIf, WhatIfAnswer } from "#api/decisions.ts";
import { parseGateRequest } from "#api/gate-request.ts";
import { AppError } from "#domain/errors.ts";
import { decide } from "#domain/gate/decide.ts";
import type { GateRequest } from "#domain/gate/types.ts";
import { readQuestion } from "#server/compliance/decision-queries.ts";
import { requireDecision } from "#server/compliance/list-decisions.ts";
import { maskRequest, unmask } from "#server/compliance/mask-request.ts";
import { type Context, transaction } from "#server/platform/context.ts";

/** What the gate would say with other facts. Nothing is written: it is no permit. */
export async function whatIf(ctx: Context, { decisionId, request, changes }: WhatIf): Promise<WhatIfAnswer> {
  const base = decisionId ? await questionOf(ctx, decisionId) : readRequest(request);
  const asked = readRequest(patched(base, unmask(changes, base)));
  const isChanged = Object.keys(changes).length > 0;
  return { request: maskRequest(asked), decision: decide(asked), before: isChanged ? decide(base) : null };
}

async function questionOf(ctx: Context, id: string): Promise<GateRequest> {
  return transaction(ctx, async (tx) => {
    await requireDecision(tx, id);
    return (await readQuestion(tx, id)).request;
  });
}

function readRequest(value: unknown): GateRequest {
  const parsed = parseGateRequest(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => ({ field: path.join("."), message }));
  throw new AppError("invalid_input", { problems });
}

/** RFC 7396. */
function patched(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const result: Record<string, unknown> = isObject(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete result[name];
    else result[name] = patched(result[name], value);
  }
  return result;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
