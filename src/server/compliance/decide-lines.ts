import { parseGateRequest } from "#api/gate-request.ts";
import { decide } from "#domain/gate/decide.ts";
import type { Decision } from "#domain/gate/types.ts";
import type { CommandResult, Instance, Terminal } from "#server/platform/command.ts";

type LineError = { code: "bad_json" | "bad_request"; field: string; message: string };
type Id = string | number | null;
type Answer = Decision | { id: Id; error: LineError };

/** Answers gate requests, one JSON object a line, in order; a bad line is answered with what is wrong with it. */
export async function decideLines(
  _instance: Instance,
  { explain }: { explain: boolean },
  terminal: Terminal,
): Promise<CommandResult> {
  let result: CommandResult = "ok";
  for await (const lines of linesOf(terminal.stdin)) {
    const answers = lines.filter((line) => line.trim() !== "").map(answerLine);
    if (answers.some((answer) => "error" in answer)) result = "bad_input";
    if (answers.length > 0) terminal.out(answers.map((answer) => write(answer, explain)).join("\n"));
    await terminal.flush?.();
  }
  return result;
}

/** The lines as they arrive, many at a time. Not by `readline`, which also ends a line at U+2028, inside of texts. */
async function* linesOf(input: NodeJS.ReadableStream): AsyncGenerator<string[]> {
  const decoder = new TextDecoder();
  let begun = "";
  for await (const chunk of input) {
    const text = typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true });
    const [first = "", ...more] = text.split("\n");
    begun += first;
    const next = more.pop();
    if (next === undefined) continue;
    yield [begun, ...more];
    begun = next;
  }
  yield [begun];
}

function write(answer: Answer, explain: boolean): string {
  return JSON.stringify(explain && "verdict" in answer ? { ...answer, explanation: inWords(answer) } : answer);
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

function idOf(value: object): Id {
  return "id" in value && (typeof value.id === "string" || typeof value.id === "number") ? value.id : null;
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
