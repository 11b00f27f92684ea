import type { RequestError } from "#web/platform/request.ts";

/* The sign-in library's own routes speak their own language; here it becomes ours. */

const CODE_OF: Record<string, RequestError["code"]> = {
  INVALID_EMAIL_OR_PASSWORD: "wrong_password",
  INVALID_PASSWORD: "wrong_password",
  TOO_MANY_ATTEMPTS: "too_many_attempts",
  INVALID_TWO_FACTOR_COOKIE: "sign_in_required",
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: "too_many_attempts",
};

/** Asks one of the routes below /api/auth, which set and clear cookies. */
export async function authRequest<Answer>(path: string, body: Record<string, unknown> = {}): Promise<Answer> {
  const response = await send(path, body);
  const answer = (await response.json().catch(() => ({}))) as { code?: string };
  if (response.ok) return answer as Answer;
  const code = response.status === 429 ? "too_many_attempts" : (CODE_OF[answer.code ?? ""] ?? "invalid_input");
  const reason = /CODE/.test(answer.code ?? "") && code === "invalid_input" ? "wrong_code" : undefined;
  throw failure(code, response.status, { reason });
}

async function send(path: string, body: Record<string, unknown>): Promise<Response> {
  try {
    return await fetch(`/api/auth${path}`, {
      method: "POST",
      credentials: "same-origin",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(body),
    });
  } catch {
    throw failure("network_failed", 0, {});
  }
}

function failure(code: RequestError["code"], status: number, details: Record<string, unknown>): RequestError {
  return Object.assign(new Error(code), { name: "RequestError", code, status, details });
}
