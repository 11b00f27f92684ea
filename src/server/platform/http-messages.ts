import { z } from "zod";
import type { Endpoint, FileAnswer } from "#api/endpoint.ts";
import { AppError } from "#domain/errors.ts";

const idempotencyKeyLengthMax = 200;

/** Path, query and body as the contract's one input. */
export async function readInput(endpoint: Endpoint, request: Request, path: Record<string, string>): Promise<never> {
  const query = queryOf(new URL(request.url).searchParams);
  const body = await bodyOf(endpoint, request);
  if (endpoint.body !== "bytes" && holdsNul(body)) throw new AppError("invalid_input", { reason: "nul_character" });
  if (holdsNul(query) || holdsNul(path)) throw new AppError("invalid_input", { reason: "nul_character" });
  const parsed = endpoint.input.safeParse({ ...query, ...body, ...path });
  if (!parsed.success) throw new AppError("invalid_input", { problems: problemsOf(parsed.error) });
  return parsed.data as never;
}

/** What makes a repeated POST the same one; no longer than what is kept of it. */
export function idempotencyKeyOf(endpoint: Endpoint, request: Request): string | undefined {
  const key = endpoint.method === "POST" ? request.headers.get("idempotency-key") : null;
  if (key && key.length > idempotencyKeyLengthMax) {
    throw new AppError("invalid_input", { field: "Idempotency-Key", max: idempotencyKeyLengthMax });
  }
  return key || undefined;
}

/** The answer through the contract: a field that the contract does not have cannot leave the server. */
export function writeAnswer(endpoint: Endpoint, output: unknown): Response {
  if (endpoint.answer === "file") {
    const file = output as FileAnswer;
    const name = encodeURIComponent(file.fileName);
    return new Response(file.stream, {
      headers: { "content-type": file.contentType, "content-disposition": `attachment; filename*=UTF-8''${name}` },
    });
  }
  return Response.json(z.encode(endpoint.output, output), { status: endpoint.method === "POST" ? 201 : 200 });
}

/**
 * Browsers name the origin of what they send; another site's page must not act with our cookie. A proxy may speak to us
 * by a name of its own, so the public address counts as ours too.
 */
export function isSameOrigin(request: Request, publicUrl?: string): boolean {
  if (request.method === "GET" || request.method === "HEAD") return true;
  const origin = request.headers.get("origin");
  if (!origin) return request.headers.get("sec-fetch-site") !== "cross-site";
  if (!URL.canParse(origin)) return false;
  const { host } = new URL(origin);
  return host === request.headers.get("host") || (publicUrl !== undefined && host === new URL(publicUrl).host);
}

function queryOf(params: URLSearchParams): Record<string, string | string[]> {
  const entries = [...new Set(params.keys())].map((name) => {
    const values = params.getAll(name);
    return [name, values.length > 1 ? values : (values[0] ?? "")] as const;
  });
  return Object.fromEntries(entries);
}

async function bodyOf(endpoint: Endpoint, request: Request): Promise<Record<string, unknown>> {
  if (endpoint.method === "GET" || endpoint.method === "DELETE") return {};
  if (endpoint.body === "bytes") return { body: request.body ?? new Blob([]).stream() };
  const text = await request.text();
  if (text === "") return {};
  try {
    const json: unknown = JSON.parse(text);
    if (json !== null && typeof json === "object" && !Array.isArray(json)) return json as Record<string, unknown>;
  } catch {
    // answered below, like every other body that is no object
  }
  throw new AppError("invalid_input", { reason: "body_is_no_json_object" });
}

/** The one character that PostgreSQL keeps in no text. */
function holdsNul(value: unknown): boolean {
  if (typeof value === "string") return value.includes("\0");
  if (value === null || typeof value !== "object") return false;
  return Object.entries(value).some(([name, each]) => name.includes("\0") || holdsNul(each));
}

function problemsOf(error: z.ZodError): { field: string; message: string }[] {
  return error.issues.map((issue) => ({ field: issue.path.join("."), message: issue.message }));
}
