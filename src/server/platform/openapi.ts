import { z } from "zod";
import { type ErrorCode, kindOf } from "#domain/errors.ts";
import { STATUS_OF } from "#server/platform/problems.ts";
import type { Route } from "#server/platform/routing.ts";

type Json = Record<string, unknown>;

const descriptionOfAll =
  "Every refusal is a problem detail (RFC 9457) whose `code` says what it is. Every POST in a workspace takes an " +
  "Idempotency-Key: repeated within a day with the same key and the same content it answers as it did the first time, " +
  "and does nothing. Signing in and out, below /api/auth, is for browsers and takes no such key.";
const withoutKey =
  "Idempotency-Key has no effect here, before any workspace: what stands behind a link or a token happens once, however often it is asked for.";

const PROBLEM = {
  type: "object",
  required: ["type", "title", "status", "code"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    code: { type: "string" },
    details: { type: "object" },
  },
};

/** The OpenAPI 3.1 document of the same table that serves the requests. */
export function openApiDocument(routes: readonly Route[]): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const { path, method } = route.endpoint;
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationOf(route) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Warmline",
      version: "1",
      description: descriptionOfAll,
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    security: [{ session: [] }, { key: [] }],
    paths,
    components: {
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "warmline.session_token" },
        key: { type: "http", scheme: "bearer" },
      },
      schemas: { Problem: PROBLEM },
    },
  };
}

function operationOf(route: Route): Json {
  const { endpoint, access } = route;
  const input = z.toJSONSchema(endpoint.input, { io: "input", unrepresentable: "any" }) as Json;
  const properties = (input.properties ?? {}) as Record<string, Json>;
  const required = new Set((input.required ?? []) as string[]);
  const inPath = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
  const hasBody = endpoint.method !== "GET" && endpoint.method !== "DELETE";
  const rest = Object.keys(properties).filter((name) => !inPath.includes(name) && name !== "body");
  const inQuery = hasBody && endpoint.body !== "bytes" ? [] : rest;

  return {
    operationId: endpoint.name,
    summary: endpoint.summary,
    ...(endpoint.method === "POST" && route.for === "person" ? { description: withoutKey } : {}),
    tags: [endpoint.path.split("/")[3]],
    "x-permission": access,
    ...(access === "anyone" ? { security: [] } : {}),
    parameters: [
      ...inPath.map((name) => ({ name, in: "path", required: true, schema: properties[name] ?? { type: "string" } })),
      ...inQuery.map((name) => ({ name, in: "query", required: required.has(name), schema: properties[name] })),
      ...(endpoint.method === "POST" && route.for === "workspace"
        ? [{ name: "Idempotency-Key", in: "header", required: false, schema: { type: "string", maxLength: 200 } }]
        : []),
    ],
    ...(hasBody ? { requestBody: bodyOf(route, properties, rest, required) } : {}),
    responses: {
      [endpoint.method === "POST" ? "201" : "200"]: { description: "Done", content: answerOf(route) },
      ...refusalsOf(route, properties),
      default: problemOf(["internal_error"]),
    },
  };
}

/** What the door refuses for every route of this shape, and what the endpoint says of itself, by status. */
function refusalsOf(route: Route, properties: Json): Json {
  const { endpoint, access } = route;
  const codes: ErrorCode[] = [...(endpoint.refusals ?? [])];
  if (Object.keys(properties).length > 0) codes.push("invalid_input");
  if (access !== "anyone") codes.push("sign_in_required");
  if (route.for === "workspace") codes.push("permission_denied", "workspace_required");
  else if (endpoint.method !== "GET") codes.push("permission_denied");
  const names = Object.keys(properties).filter(
    (name) => endpoint.method !== "GET" || endpoint.path.includes(`{${name}}`),
  );
  if (names.some((name) => /^id$|Ids?$/.test(name))) codes.push("not_found");
  if (endpoint.method === "POST" && route.for === "workspace") codes.push("idempotency_key_reused");
  return Object.fromEntries(
    Object.entries(Object.groupBy(codes, (code) => STATUS_OF[kindOf(code)])).map(([status, same]) => [
      status,
      problemOf(same ?? []),
    ]),
  );
}

function problemOf(codes: readonly string[]): Json {
  return {
    description: `Refused: ${codes.join(", ")}`,
    content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
  };
}

function bodyOf(route: Route, properties: Record<string, Json>, names: string[], required: Set<string>): Json {
  if (route.endpoint.body === "bytes") return { content: { "application/octet-stream": {} } };
  const schema = {
    type: "object",
    properties: Object.fromEntries(names.map((name) => [name, properties[name]])),
    required: names.filter((name) => required.has(name)),
  };
  return { content: { "application/json": { schema } } };
}

function answerOf(route: Route): Json {
  if (route.endpoint.answer === "file") return { "application/octet-stream": {} };
  const schema = z.toJSONSchema(route.endpoint.output, { io: "input", unrepresentable: "any" });
  if (route.endpoint.answer === "events") return { "text/event-stream": { schema } };
  return { "application/json": { schema } };
}
