import { expect, test } from "vitest";
import { z } from "zod";
import { endpoint } from "#api/endpoint.ts";
import { idempotencyKeyOf, readInput } from "#server/platform/http-messages.ts";

const things = endpoint({
  name: "makeThing",
  method: "POST",
  path: "/api/v1/things",
  summary: "Makes a thing",
  input: z.object({ name: z.string(), more: z.record(z.string(), z.string()).optional() }),
  output: z.object({}),
});

function aRequest(body: string, { query = "", headers = {} } = {}): Request {
  return new Request(`http://localhost/api/v1/things${query}`, { method: "POST", body, headers });
}

test.each([
  ["in the body", aRequest('{"name":"a\\u0000b"}')],
  ["deep in the body", aRequest('{"name":"a","more":{"x":"\\u0000"}}')],
  ["in a name", aRequest('{"name":"a","more":{"\\u0000":"x"}}')],
  ["in the address", aRequest('{"name":"a"}', { query: "?more=%00" })],
])("refuses the character that the database cannot keep: %s", async (_where, request) => {
  await expect(readInput(things, request, {})).rejects.toMatchObject({
    code: "invalid_input",
    details: { reason: "nul_character" },
  });
});

test("refuses a key for repeated requests that is longer than what is kept", () => {
  const keyOf = (key: string) => idempotencyKeyOf(things, aRequest("{}", { headers: { "idempotency-key": key } }));

  expect(keyOf("k".repeat(200))).toHaveLength(200);
  expect(() => keyOf("k".repeat(201))).toThrow(expect.objectContaining({ code: "invalid_input" }));
});
