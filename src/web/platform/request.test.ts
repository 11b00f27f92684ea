import { afterEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { endpoint } from "#api/endpoint.ts";
import { Instant } from "#api/instant.ts";
import { request } from "#web/platform/request.ts";

const Thing = z.object({ id: z.string(), at: Instant });
const getThing = endpoint({
  name: "getThing",
  method: "GET",
  path: "/api/v1/things/{id}",
  summary: "",
  input: z.object({ id: z.string(), tags: z.array(z.string()).optional(), q: z.string().optional() }),
  output: Thing,
});
const addThing = endpoint({
  name: "addThing",
  method: "POST",
  path: "/api/v1/things/{id}/parts",
  summary: "",
  input: z.object({ id: z.string(), name: z.string() }),
  output: Thing,
});

const thing = { id: "a b", at: "2026-11-24T09:00:00.000Z" };

afterEach(() => {
  vi.unstubAllGlobals();
});

test("a question goes into path and query, and the answer's instants are dates", async () => {
  const asked = network(() => Response.json(thing));

  const answer = await request(getThing, { id: "a b", tags: ["x", "y"], q: "" });

  expect(asked[0]?.url).toBe("/api/v1/things/a%20b?tags=x&tags=y");
  expect(answer.at).toEqual(new Date(thing.at));
});

test("a deed carries its body without the path's fields, and a key of its own", async () => {
  const asked = network(() => Response.json(thing, { status: 201 }));

  await request(addThing, { id: "1", name: "door" });
  await request(addThing, { id: "1", name: "door" });

  expect(asked[0]).toMatchObject({ url: "/api/v1/things/1/parts", method: "POST", body: '{"name":"door"}' });
  expect(asked[0]?.key).toMatch(/^[0-9a-f-]{36}$/);
  expect(asked[1]?.key).not.toBe(asked[0]?.key);
});

test("a lost connection is tried once more with the same key", async () => {
  vi.useFakeTimers();
  let failures = 1;
  const asked = network(() => {
    if (failures-- > 0) throw new TypeError("connection lost");
    return Response.json(thing, { status: 201 });
  });

  const answer = request(addThing, { id: "1", name: "door" });
  await vi.runAllTimersAsync();
  vi.useRealTimers();

  expect((await answer).id).toBe("a b");
  expect(asked).toHaveLength(2);
  expect(asked[1]?.key).toBe(asked[0]?.key);
});

test("a refusal carries its code, its details and its status", async () => {
  network(() => Response.json({ code: "reserved_by_other", details: { name: "Jonas" } }, { status: 422 }));

  await expect(request(getThing, { id: "1" })).rejects.toMatchObject({
    name: "RequestError",
    code: "reserved_by_other",
    details: { name: "Jonas" },
    status: 422,
  });
});

test("an answer that is no problem document is an outage", async () => {
  network(() => new Response("<html>bad gateway</html>", { status: 502 }));

  await expect(request(getThing, { id: "1" })).rejects.toMatchObject({ code: "internal_error", status: 502 });
});

type Asked = { url: string; method: string | undefined; body: unknown; key: string | undefined };

/** Stands where the network begins. */
function network(answer: () => Response): Asked[] {
  const asked: Asked[] = [];
  vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
    const headers = init.headers as Record<string, string>;
    asked.push({ url, method: init.method, body: init.body, key: headers["idempotency-key"] });
    return answer();
  });
  return asked;
}
