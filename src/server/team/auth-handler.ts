import { AppError } from "#domain/errors.ts";
import { isSameOrigin } from "#server/platform/http-messages.ts";
import { type Auth, addressHeader } from "#server/team/auth.ts";

const open = new Set([
  "/sign-in/email",
  "/sign-out",
  "/get-session",
  "/change-password",
  "/two-factor/enable",
  "/two-factor/disable",
  "/two-factor/verify-totp",
  "/two-factor/verify-backup-code",
  "/two-factor/generate-backup-codes",
]);

/** The sign-in library's routes that the product uses; what it has beside them is not there. */
export function authHandler(auth: Auth, { publicUrl }: { publicUrl: string | undefined }) {
  return async (request: Request, address: string | null): Promise<Response> => {
    const { pathname } = new URL(request.url);
    if (!open.has(pathname.replace("/api/auth", ""))) throw new AppError("not_found", { path: pathname });
    if (!isSameOrigin(request, publicUrl)) throw new AppError("permission_denied", { reason: "origin" });

    const headers = new Headers(request.headers);
    headers.delete(addressHeader);
    const from = publicUrl ? behindProxy(request.headers, address) : address;
    if (from) headers.set(addressHeader, from);
    return auth.handler(new Request(request, { headers }));
  };
}

/** A public address of its own means a proxy in front: what that one appended last is true, the rest is hearsay. */
function behindProxy(headers: Headers, address: string | null): string | null {
  return headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || address;
}
