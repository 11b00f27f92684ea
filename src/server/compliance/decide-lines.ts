import { createInterface } from "node:readline";
import { parseGateRequest } from "#api/gate-request.ts";
import { decide } from "#domain/gate/decide.ts";
import type { Decision } from "#domain/gate/types.ts";
import type { CommandResult, Instance, Terminal } from "#server/platform/command.ts";

type LineError = { code: "bad_json" | "bad_request"; field: string; message: string };
type Answer = Decision | { id: unknown; error: LineError };

/** Answers gate requests, one JSON object a line, in order; a bad line is answered with what is wrong with it. */
export async function decideLines(
  _instance: Instance,
  { explain }: { explain: boolean },
  terminal: Terminal,
): Promise<CommandResult> {
  let result: CommandResult = "ok";
  for await (const line of createInterface({ input: terminal.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === "") continue;
    const answer = answerLine(line);
    if ("error" in answer) result = "bad_input";
    terminal.out(JSON.stringify(explain && "verdict" in answer ? { ...answer, explanation: inWords(answer) } : answer));
  }
  return result;
}

/** The decision on one line of JSON, or what is wrong with the line. */
export function answerLine(line: string): Answer {
  const value = readJson(line);
  if (value === undefined) {
    return { id: null, error: { code: "bad_json", field: "", message: "this line is not a JSON object" } };
  }
  const parsed = parseGateRequest(value);
  if (parsed.success) return decide(parsed.data);
  const [issue] = parsed.error.issues;
  const field = issue?.path.join(".") ?? "";
  return { id: idOf(value), error: { code: "bad_request", field, message: issue?.message ?? "not a gate request" } };
}

function readJson(line: string): object | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function idOf(value: object): unknown {
  return "id" in value ? value.id : null;
}

/** What a person would say of the decision. */
function inWords({ verdict, until, rules, obligations, missing }: Decision): string[] {
  const opening = { allow: "Allowed.", defer: `Not before ${until}.`, deny: "Not allowed." }[verdict];
  return [
    opening,
    ...rules
      .filter(({ effect }) => effect !== "oblige")
      .map(({ id, reason, citation }) => `${id}: ${reason} (${citation})`),
    ...obligations.map(({ id, text, citation }) => `${id}: ${text} (${citation})`),
    ...missing.map(({ fact, wouldChange }) => `${fact}: ${wouldChange}`),
  ];
}
