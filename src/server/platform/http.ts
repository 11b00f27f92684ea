import { availableParallelism } from "node:os";
import type { HttpBindings } from "@hono/node-server";
import { Hono, type Context as HonoContext } from "hono";
import { bodyLimit } from "hono/body-limit";
import { secureHeaders } from "hono/secure-headers";
import { sql } from "kysely";
import pLimit from "p-limit";
import type { Endpoint } from "#api/endpoint.ts";
import { AppError } from "#domain/errors.ts";
import {
  type Context,
  type Door,
  openContext,
  type Person,
  requireReach,
  transaction,
} from "#server/platform/context.ts";
import { eventStream } from "#server/platform/http-events.ts";
import { idempotencyKeyOf, isSameOrigin, readInput, writeAnswer } from "#server/platform/http-messages.ts";
import { once, onceForLongWork } from "#server/platform/idempotency.ts";
import type { Notices } from "#server/platform/notices.ts";
import { openApiDocument } from "#server/platform/openapi.ts";
import { STATUS_OF } from "#server/platform/problems.ts";
import type { Caller, Route } from "#server/platform/routing.ts";

/** Nothing from elsewhere; styles may stand in elements, as the component library writes them. */
const contentSecurityPolicy = {
  defaultSrc: ["'self'"],
  imgSrc: ["'self'", "data:"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  frameAncestors: ["'none'"],
  baseUri: ["'self'"],
  formAction: ["'self'"],
};

export type HttpDoor = Door & {
  routes: readonly Route[];
  /** Who calls, from the cookie or the bearer key; undefined for nobody. */
  authenticate: (headers: Headers, now: Date) => Promise<Caller | undefined>;
  /** The sign-in library's own routes, below /api/auth; `address` is the other end of the socket. */
  authHandler: (request: Request, address: string | null) => Promise<Response>;
  /** The address that people type, where a proxy stands in front. */
  publicUrl?: string | undefined;
  /** What open screens hear; absent where nothing listens. */
  notices?: Notices | undefined;
  clock: () => Date;
};

const documentPath = "/api/openapi.json";
const jsonBytesMax = 2 * 1024 * 1024;

/** Files are limited where they are stored; everything else is read whole. */
const jsonLimit = bodyLimit({
  maxSize: jsonBytesMax,
  onError: () => {
    throw new AppError("invalid_input", { reason: "body_too_large", max: jsonBytesMax });
  },
});

/** The HTTP API: every row of the table of routes, behind one way of authenticating, parsing and answering. */
export function httpApp(door: HttpDoor): Hono {
  const app = new Hono();
  app.use(secureHeaders({ contentSecurityPolicy }));
  app.on(["GET", "POST"], "/api/auth/*", jsonLimit, (c) => door.authHandler(c.req.raw, addressOf(c)));
  for (const route of door.routes) {
    const path = route.endpoint.path.replaceAll(/\{(\w+)\}/g, ":$1");
    // Only what carries a body is asked for its length.
    if (route.endpoint.method !== "GET" && route.endpoint.body !== "bytes")
      app.on(route.endpoint.method, path, jsonLimit);
    app.on(route.endpoint.method, path, (c) => serve(door, route, c));
  }
  app.get(documentPath, (c) => c.json(openApiDocument(door.routes)));
  app.get("/healthz", async (c) => {
    await sql`select 1`.execute(door.pool);
    return c.text("ok");
  });
  app.onError((error, c) => problem(door, error, c));
  app.all("/api/*", (c) => nothingThere(door, c));
  return app;
}

/**
 * So many requests have a transaction at once; the others wait their turn. More of them would only share the same
 * processors, so that all come late. What takes long and has transactions of its own waits for nobody.
 */
const inTurn = pLimit(2 * availableParallelism());

async function serve(door: HttpDoor, route: Route, c: HonoContext): Promise<Response> {
  const now = door.clock();
  const caller = await door.authenticate(c.req.raw.headers, now);
  if (!caller && route.access !== "anyone") throw new AppError("sign_in_required");
  if (caller?.by !== "key" && !isSameOrigin(c.req.raw, door.publicUrl))
    throw new AppError("permission_denied", { reason: "origin" });

  if (route.for === "person") {
    const input = await readInput(route.endpoint, c.req.raw, c.req.param());
    const ctx = {
      caller: personOf(caller),
      now,
      log: door.log,
      pool: door.pool,
      ledgerKey: door.ledgerKey,
      dataDir: door.dataDir,
      headers: c.req.raw.headers,
      isLocal: isLocal(c),
    };
    return writeAnswer(route.endpoint, await route.run(ctx, input));
  }

  if (!caller?.actor) throw new AppError("workspace_required");
  const ctx = openContext(door, caller.actor, now);
  requireReach(ctx, route.access);
  const input = await readInput(route.endpoint, c.req.raw, c.req.param());
  if (route.endpoint.answer === "events") return watch(door, route.endpoint, caller.actor.workspaceId);
  const answer = async (each: Context) => writeAnswer(route.endpoint, await route.run(each, input));

  const key = idempotencyKeyOf(route.endpoint, c.req.raw);
  // Of a file its length has to do: it is read only once.
  const length = route.endpoint.body === "bytes" ? c.req.header("content-length") : undefined;
  const request = `${route.endpoint.path} ${JSON.stringify(input)} ${length ?? ""}`;
  if (route.transactions === "own") return key ? onceForLongWork(ctx, { key, request }, answer) : answer(ctx);
  const { secret: isSecret = false, anew: isAnew = false } = route.endpoint;
  return inTurn(() =>
    transaction(ctx, (tx) => (key ? once(tx, { key, request, isSecret, isAnew }, () => answer(tx)) : answer(tx))),
  );
}

function watch({ notices }: HttpDoor, endpoint: Endpoint, workspaceId: string): Response {
  if (!notices) throw new AppError("not_found", { path: endpoint.path });
  return eventStream(endpoint, notices, workspaceId);
}

/** No such path; or one that is there, asked for in a way that it does not know, which then says what it knows. */
function nothingThere(door: HttpDoor, c: HonoContext): Response {
  const { path } = c.req;
  const methods = door.routes
    .filter(({ endpoint }) => isAt(endpoint.path, path))
    .map(({ endpoint }) => endpoint.method);
  if (path === documentPath) methods.push("GET");
  if (methods.length === 0) return problem(door, new AppError("not_found", { path }), c);
  const allow = [...new Set(methods.includes("GET") ? ["HEAD", ...methods] : methods)].sort();
  const refusal = problem(door, new AppError("method_not_allowed", { method: c.req.method, allow }), c);
  refusal.headers.set("allow", allow.join(", "));
  return refusal;
}

function isAt(pattern: string, path: string): boolean {
  return new RegExp(`^${pattern.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(path);
}

function personOf(caller: Caller | undefined): Person | null {
  if (!caller) return null;
  return { userId: caller.userId, sessionId: caller.sessionId, workspaceId: caller.actor?.workspaceId ?? null };
}

/** The other end of the socket; null where there is none, as in tests. */
function addressOf(c: HonoContext): string | null {
  const env = c.env as Partial<HttpBindings> | undefined;
  return env?.incoming?.socket.remoteAddress ?? null;
}

/** Whether the request comes from this machine itself, and neither through a proxy on it nor by a name of another. */
function isLocal(c: HonoContext): boolean {
  const host = new URL(c.req.url).hostname;
  const named = /^(localhost|127\.[\d.]+|\[::1\])$/.test(host);
  const forwarded = c.req.header("x-forwarded-for") ?? c.req.header("forwarded");
  return named && !forwarded && /^(127\.|::1$|::ffff:127\.)/.test(addressOf(c) ?? "");
}

/** RFC 9457 problem details; the code is for programs and for the screen, which words it. */
function problem(door: HttpDoor, error: unknown, c: HonoContext): Response {
  if (error instanceof AppError) {
    const status = STATUS_OF[error.kind];
    return Response.json(
      { type: `urn:warmline:${error.code}`, title: error.code, status, code: error.code, details: error.details },
      { status, headers: { "content-type": "application/problem+json" } },
    );
  }
  door.log.error({ err: error, method: c.req.method, path: c.req.path }, "request failed");
  return Response.json(
    { type: "urn:warmline:internal_error", title: "internal_error", status: 500, code: "internal_error", details: {} },
    { status: 500, headers: { "content-type": "application/problem+json" } },
  );
}
