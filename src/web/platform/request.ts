import { z } from "zod";
import type { Endpoint } from "#api/endpoint.ts";
import type { ErrorCode } from "#domain/errors.ts";
import { type OnProgress, sendFile } from "#web/platform/send-file.ts";

/** What the server refused, or why it could not be asked; the screen words the code. */
export type RequestError = Error & {
  code: ErrorCode | "internal_error" | "network_failed";
  details: Record<string, unknown>;
  status: number;
};

type Options = { file?: Blob; signal?: AbortSignal; onProgress?: OnProgress };

const Problem = z.object({ code: z.string(), details: z.record(z.string(), z.unknown()).default({}) });
const retryAfterMs = 700;

/** Asks the server: method, path and both types come from the contract. `file` is the body of an endpoint that takes bytes. */
export async function request<Input extends z.ZodType, Output extends z.ZodType>(
  endpoint: Endpoint<Input, Output>,
  input: z.input<Input>,
  options: Options = {},
): Promise<z.output<Output>> {
  const response = await send(endpoint, input, options);
  return z.decode(endpoint.output, await response.json());
}

/** Asks for a file and hands it to the browser's downloads. */
export async function download<Input extends z.ZodType>(
  endpoint: Endpoint<Input>,
  input: z.input<Input>,
): Promise<void> {
  const response = await send(endpoint, input, {});
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = fileNameOf(response);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), retryAfterMs);
}

export function isRequestError(error: unknown): error is RequestError {
  return error instanceof Error && error.name === "RequestError";
}

async function send(endpoint: Endpoint, input: unknown, options: Options): Promise<Response> {
  const { url, init } = requestOf(endpoint, input, options);
  const { file, onProgress } = options;
  const isWatched = file !== undefined && onProgress !== undefined;
  const sendOnce = isWatched ? () => sendFile(url, { ...init, body: file }, onProgress) : () => fetch(url, init);
  const response = await reach(sendOnce, init.signal, endpoint.body !== "bytes");
  if (response.ok) return response;
  const problem = Problem.safeParse(await response.json().catch(() => undefined));
  const code = (problem.data?.code ?? "internal_error") as RequestError["code"];
  throw requestError(code, response.status, problem.data?.details ?? {});
}

/** The key makes a repeated POST harmless, so a lost connection is tried once more before a person hears of it. */
async function reach(
  sendOnce: () => Promise<Response>,
  signal: RequestInit["signal"],
  mayRepeat: boolean,
): Promise<Response> {
  try {
    return await sendOnce();
  } catch (error) {
    if (signal?.aborted) throw error;
    if (!mayRepeat) throw requestError("network_failed", 0, {});
  }
  await new Promise((resolve) => setTimeout(resolve, retryAfterMs));
  try {
    return await sendOnce();
  } catch {
    throw requestError("network_failed", 0, {});
  }
}

function requestOf(endpoint: Endpoint, input: unknown, { file, signal }: Options): { url: string; init: RequestInit } {
  const fields = { ...(input as Record<string, unknown>) };
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = fields[name];
    delete fields[name];
    return encodeURIComponent(String(value));
  });
  const headers: Record<string, string> = { accept: "application/json" };
  if (endpoint.method === "POST") headers["idempotency-key"] = crypto.randomUUID();
  const init: RequestInit = { method: endpoint.method, headers, credentials: "same-origin", ...(signal && { signal }) };

  if (endpoint.body === "bytes") {
    delete fields.body;
    return { url: path + queryOf(fields), init: { ...init, body: file ?? new Blob([]) } };
  }
  if (endpoint.method === "GET" || endpoint.method === "DELETE") return { url: path + queryOf(fields), init };
  headers["content-type"] = "application/json";
  return { url: path, init: { ...init, body: JSON.stringify(fields) } };
}

function queryOf(fields: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined || value === null || value === "") continue;
    for (const each of Array.isArray(value) ? value : [value]) {
      params.append(name, each instanceof Date ? each.toISOString() : String(each));
    }
  }
  const text = params.toString();
  return text === "" ? "" : `?${text}`;
}

function requestError(code: RequestError["code"], status: number, details: Record<string, unknown>): RequestError {
  return Object.assign(new Error(code), { name: "RequestError", code, status, details });
}

function fileNameOf(response: Response): string {
  const header = response.headers.get("content-disposition") ?? "";
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(header)?.[1];
  return encoded ? decodeURIComponent(encoded) : "warmline";
}
