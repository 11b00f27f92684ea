import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { decideLines } from "#server/compliance/decide-lines.ts";
import type { Instance, Terminal } from "#server/platform/command.ts";

const request = {
  id: "1",
  at: "2026-11-24T21:00:00-05:00",
  attempt: { channel: "call", purpose: "service" },
  seller: { country: "US" },
  contact: { locations: [{ country: "US", region: "OH", timeZone: "America/New_York" }] },
};

function run(lines: readonly string[], explain = false) {
  return runBytes(lines.join("\n"), explain);
}

async function runBytes(text: string, explain = false) {
  const written: string[] = [];
  const terminal: Terminal = {
    out: (line) => void written.push(line),
    say: () => undefined,
    progress: () => undefined,
    stdin: Readable.from([Buffer.from(text)]),
  };
  const result = await decideLines({} as Instance, { explain }, terminal);
  const lines = written.flatMap((each) => each.split("\n"));
  return { result, answers: lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

const changed = (change: object) => JSON.stringify({ ...request, ...change });

test("requests are answered in order, and blank lines are no requests", async () => {
  const { result, answers } = await run([changed({}), "", changed({ id: "2", at: "2026-11-24T12:00:00-05:00" })]);

  expect(result).toBe("ok");
  expect(answers.map(({ id, verdict, until }) => [id, verdict, until])).toEqual([
    ["1", "defer", "2026-11-25T08:00:00-05:00"],
    ["2", "allow", null],
  ]);
});

test("a bad line is answered in its place, and the rest goes on", async () => {
  const { result, answers } = await run(["{nonsense", "[1]", changed({ id: "3" })]);

  expect(result).toBe("bad_input");
  expect(answers.map(({ error, verdict }) => error ?? verdict)).toEqual([
    { code: "bad_json", field: "", message: "this line is not a JSON object" },
    { code: "bad_json", field: "", message: "this line is not a JSON object" },
    "defer",
  ]);
});

test("lines end as any program ends them, and not at other signs that some take for an end", async () => {
  const { result, answers } = await runBytes(`\uFEFF${changed({})}\r\n${changed({ id: "a\u2028b" })}`);

  expect(result).toBe("ok");
  expect(answers.map(({ id }) => id)).toEqual(["1", "a\u2028b"]);
});

test("no more is read while a reader of the answers is behind", async () => {
  const order: string[] = [];
  const chunks = ["first", "second"].map((id) => `${changed({ id })}\n`);
  const terminal: Terminal = {
    out: (line) => void order.push((JSON.parse(line) as { id: string }).id),
    flush: async () => void order.push("taken"),
    say: () => undefined,
    progress: () => undefined,
    stdin: Readable.from(chunks),
  };

  await decideLines({} as Instance, { explain: false }, terminal);

  expect(order.slice(0, 3)).toEqual(["first", "taken", "second"]);
});

test("an id that is none is not repeated", async () => {
  const deep = `{"id":${"[".repeat(200_000)}${"]".repeat(200_000)}}`;

  expect((await run([deep])).answers).toMatchObject([{ id: null, error: { code: "bad_request" } }]);
});

describe("what is wrong is named by its field", () => {
  test.each([
    ["at", { at: "2026-11-24" }],
    ["at", { at: "yesterday" }],
    ["at", { at: "2026-02-30T10:00:00Z" }],
    ["attempt.channel", { attempt: { channel: "pigeon", purpose: "service" } }],
    ["seller.country", { seller: { country: "usa" } }],
    ["contact.locations", { contact: {} }],
    ["contact.locations.0.timeZone", { contact: { locations: [{ country: "US", timeZone: "America/Nowhere" }] } }],
    ["contact.phone.e164", { contact: { locations: [], phone: { e164: "614 555 0101" } } }],
    ["consents.0.times", { consents: [{ channels: ["call"], form: "oral", givenAt: "2026-01-01", times: "noon" }] }],
    ["policy.spacingHours", { policy: { spacingHours: 1e300 } }],
    [
      "consents.0.times",
      { consents: [{ channels: [], form: "oral", givenAt: "2026-01-01", times: "2026-01-01/P9999999W" }] },
    ],
    ["policy.hours.mon.0.until", { policy: { hours: { mon: [{ from: "09:00", until: "25:00" }] } } }],
  ])("%s", async (field, change) => {
    const { answers } = await run([changed(change)]);

    expect(answers).toMatchObject([{ id: "1", error: { code: "bad_request", field } }]);
  });
});

test("explained, a decision says in words what spoke and what would change it", async () => {
  const { answers } = await run([changed({ contact: { locations: [] } })], true);

  expect(answers[0]?.explanation).toEqual([
    "Not allowed.",
    expect.stringContaining("GATE-UNK"),
    expect.stringContaining("contact.locations"),
  ]);
});
