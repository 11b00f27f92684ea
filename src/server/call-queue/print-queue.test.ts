import { expect, test } from "vitest";
import { printQueue } from "#server/call-queue/print-queue.ts";
import { testDatabase } from "#test/database.ts";
import { aContact, aMember, anAccount, aTouchpoint, aWorkspace } from "#test/factories.ts";

const database = testDatabase();
const night = new Date("2026-11-23T03:00:00Z");
/** A Monday, 12:00 in New York, where the numbers of these tests are. */
const noon = new Date("2026-11-23T17:00:00Z");

function terminal() {
  const lines: string[] = [];
  const said: string[] = [];
  return {
    lines,
    said,
    out: (line: string) => void lines.push(line),
    say: (line: string) => void said.push(line),
    progress: () => undefined,
    stdin: process.stdin,
  };
}

test("the queue at an instant, as the JSON that other programs rely on", async () => {
  const ctx = await aWorkspace(database, { now: night });
  const rep = await aMember(ctx);
  const account = await anAccount(ctx);
  const { id } = await aContact(ctx, { ownerId: rep.userId, accountId: account.id });
  const { id: touchpointId } = await aTouchpoint(ctx, id, {
    kind: "webinar_attended",
    occurredAt: "2026-11-22T12:00:00Z",
    summary: "Onboarding, 47 min",
  });
  const printed = terminal();

  await printQueue(ctx, { at: noon, limit: 10, tab: "to_call", json: true }, printed);

  expect(JSON.parse(printed.lines[0] ?? "")).toMatchObject([
    {
      contact: { id, name: "Daniel Okafor", company: "Northwind Freight" },
      temperature: "warm",
      heat: 44,
      window: { opensAt: "2026-11-23T12:00:00.000Z", closesAt: "2026-11-25T12:00:00.000Z", state: "in_window" },
      reason: "Attended a webinar on 2026-11-22 (Onboarding, 47 min)",
      touchpoint: { id: touchpointId },
      decision: { verdict: "allow" },
    },
  ]);
});

test("as text each person is a line, and what is held or early is counted", async () => {
  const ctx = await aWorkspace(database, { now: night });
  const { id } = await aContact(ctx);
  await aTouchpoint(ctx, id, { kind: "introduction_made", occurredAt: "2026-11-22T12:00:00Z" });
  const open = terminal();
  const closed = terminal();

  await printQueue(ctx, { at: noon, limit: 10, tab: "to_call", json: false }, open);
  await printQueue(ctx, { limit: 10, tab: "held", json: false }, closed);

  expect(open.lines).toEqual(["Daniel Okafor: hot 73; Expects us: was introduced to us on 2026-11-22"]);
  expect(closed.lines[0]).toContain("defer until 2026-11-23T09:00:00-05:00: Outside our calling hours");
  expect(closed.said).toEqual(["to call 0, not yet 0, held by the gate 1, done today 0"]);
});

test("an owner whom nobody knows is refused", async () => {
  const ctx = await aWorkspace(database, { now: noon });

  const refused = printQueue(ctx, { owner: "nobody@x.example", limit: 1, tab: "to_call", json: false }, terminal());

  await expect(refused).rejects.toMatchObject({ code: "not_found" });
});
