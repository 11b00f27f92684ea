import { expect, test } from "vitest";
import { importJobs } from "#server/imports/jobs.ts";
import { importRoutes } from "#server/imports/routes.ts";
import type { Context } from "#server/platform/context.ts";
import { taskList } from "#server/platform/jobs.ts";
import { createApiKey } from "#server/team/create-api-key.ts";
import { testDatabase } from "#test/database.ts";
import { aMember, as, aWorkspace, mondayMorning } from "#test/factories.ts";
import { whatCounts } from "#test/imports.ts";
import { theApp } from "#test/sign-in.ts";

const database = testDatabase();

const sheet = `Name,Email,Phone,Company
Ann Lee,ann@example.com,+1 212 555 0123,Acme
Bob Ray,bob@example.com,6.28123E+12,Acme
,,,
`;

async function aDoor(ctx: Context) {
  const { key } = await createApiKey(ctx, { name: "tests", userId: ctx.actor.userId ?? "" });
  const app = theApp(database, { routes: importRoutes, now: mondayMorning });
  const ask = async (method: string, path: string, body?: string | object) => {
    const answer = await app.request(`/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, text, json: text.startsWith("{") ? JSON.parse(text) : undefined };
  };
  return ask;
}

/** What the queue does with the jobs that a request added. */
async function runJob(ctx: Context, name: string, input: object): Promise<void> {
  const door = {
    pool: ctx.pool,
    log: ctx.log,
    ledgerKey: ctx.ledgerKey,
    dataDir: ctx.dataDir,
    ownerPool: database.ownerPool,
    clock: () => mondayMorning,
  };
  const { workspaceId, userId } = ctx.actor;
  await taskList(door, importJobs, [])[name]?.({ workspaceId, userId, input }, undefined as never);
}

test("a file is taken in, shown, imported, explained, confirmed and taken back", async () => {
  const ctx = await aWorkspace(database);
  const before = await whatCounts(ctx);
  const ask = await aDoor(ctx);

  const { status, json: taken } = await ask("POST", "/imports?fileName=sheet.csv", sheet);
  expect(status).toBe(201);
  expect(taken).toMatchObject({ fileName: "sheet.csv", format: "table", state: "waiting", bytesTotal: sheet.length });

  const options = { touchpoint: "event_conversation", occurredAt: "2026-11-20" };
  const { json: preview } = await ask("POST", `/imports/${taken.id}/preview`, { options });
  expect(preview).toMatchObject({
    format: { slug: "table", proof: "claimed" },
    complete: true,
    rows: [
      { line: 1, outcome: "created", people: [{ name: "Ann Lee", company: "Acme", phones: ["+12•••••••23"] }] },
      { line: 2, outcome: "rejected", reason: { code: "phone_ruined_by_spreadsheet" } },
      { line: 3, outcome: "skipped", reason: { code: "empty_row" } },
    ],
  });
  expect(preview.rows[0].touchpoints).toMatchObject([{ kind: "event_conversation", verification: "claimed" }]);
  expect(await whatCounts(ctx)).toEqual(before);

  const { json: started } = await ask("POST", `/imports/${taken.id}/start`, { options });
  expect(started).toMatchObject({ state: "running" });
  await runJob(ctx, "continue-import", { importId: taken.id });
  await runJob(ctx, "continue-import", { importId: taken.id });

  const counts = { rows: 3, created: 1, updated: 0, merged: 0, skipped: 1, rejected: 1, touchpoints: 1 };
  const { json: done } = await ask("GET", `/imports/${taken.id}`);
  expect(done).toMatchObject({ state: "done", counts, claimed: 1, bytesDone: sheet.length });
  const { json: rows } = await ask("GET", `/imports/${taken.id}/rows?outcome=rejected`);
  expect(rows.items).toMatchObject([{ line: 2, cells: { Name: "Bob Ray" }, contact: null }]);
  expect((await ask("GET", `/imports/${taken.id}/rejected`)).text).toContain("Bob Ray,bob@example.com,6.28123E+12");

  await ask("POST", `/imports/${taken.id}/confirm`);
  await runJob(ctx, "mark-import", { importId: taken.id, mark: "confirmed" });
  expect((await whatCounts(ctx)).standings).toMatchObject([{ warmUntil: expect.any(Date) }]);

  expect((await ask("POST", `/imports/${taken.id}/undo`)).json).toMatchObject({ state: "undoing" });
  await runJob(ctx, "undo-import", { importId: taken.id });
  await runJob(ctx, "undo-import", { importId: taken.id });
  const { json: list } = await ask("GET", "/imports");
  expect(list.items).toMatchObject([{ id: taken.id, state: "undone", undoReport: { contactsWithdrawn: 1 } }]);
  expect(await whatCounts(ctx)).toEqual(before);
});

test("a signed sheet makes of what was claimed something documented", async () => {
  const ctx = await aWorkspace(database);
  const ask = await aDoor(ctx);
  const { json: taken } = await ask("POST", "/imports?fileName=sheet.csv", sheet);
  await ask("POST", `/imports/${taken.id}/start`, {
    options: { touchpoint: "seminar_attended", occurredAt: "2026-11-20" },
  });
  await runJob(ctx, "continue-import", { importId: taken.id });
  expect((await whatCounts(ctx)).standings).toMatchObject([{ warmUntil: null }]);

  const { json: attached } = await ask("POST", `/imports/${taken.id}/attachments?fileName=sheet.pdf`, "%PDF signed");
  await runJob(ctx, "mark-import", { importId: taken.id, mark: "documented" });

  expect(attached.attachments).toMatchObject([{ fileName: "sheet.pdf" }]);
  expect((await whatCounts(ctx)).standings).toMatchObject([{ warmUntil: expect.any(Date) }]);
});

test("a stopped import goes on where it was; a file that was never started can be thrown away", async () => {
  const ctx = await aWorkspace(database);
  const ask = await aDoor(ctx);
  const { json: taken } = await ask("POST", "/imports?fileName=sheet.csv", sheet);
  await ask("POST", `/imports/${taken.id}/start`, {});
  expect((await ask("POST", `/imports/${taken.id}/stop`)).json).toMatchObject({ state: "stopped" });
  await runJob(ctx, "continue-import", { importId: taken.id });
  expect((await ask("GET", `/imports/${taken.id}`)).json).toMatchObject({ state: "stopped", counts: { rows: 0 } });

  await ask("POST", `/imports/${taken.id}/start`, {});
  await runJob(ctx, "continue-import", { importId: taken.id });
  expect((await ask("GET", `/imports/${taken.id}`)).json).toMatchObject({ state: "done", counts: { rows: 3 } });

  const { json: other } = await ask("POST", "/imports?fileName=other.csv", sheet);
  expect((await ask("DELETE", `/imports/${other.id}`)).status).toBe(200);
  expect((await ask("GET", `/imports/${other.id}`)).status).toBe(404);
  expect((await ask("DELETE", `/imports/${taken.id}`)).status).toBe(409);
});

test.each([
  ["a format that there is not", { format: "nonsense" }, "format"],
  ["a kind that there is not", { touchpoint: "telepathy", occurredAt: "2026-11-20" }, "touchpoint"],
  ["a date that cannot be read", { touchpoint: "card_exchanged", occurredAt: "soon" }, "occurredAt"],
  ["a zone that there is not", { timeZone: "Mars/Olympus" }, "timeZone"],
  ["an owner who is not a member", { ownerEmail: "nobody@tallow.example" }, "owner"],
])("%s is refused with its name before anything begins", async (_what, options, field) => {
  const ctx = await aWorkspace(database);
  const ask = await aDoor(ctx);
  const { json: taken } = await ask("POST", "/imports?fileName=sheet.csv", sheet);

  const refused = await ask("POST", `/imports/${taken.id}/preview`, { options });

  expect(refused.status).toBe(400);
  expect(refused.json).toMatchObject({ code: "invalid_input", details: { field } });
});

test("a rep sees and handles only what she imported herself", async () => {
  const ctx = await aWorkspace(database);
  const [mine, theirs] = [as(ctx, await aMember(ctx)), as(ctx, await aMember(ctx))];
  const { json: taken } = await (await aDoor(mine))("POST", "/imports?fileName=sheet.csv", sheet);
  const ask = await aDoor(theirs);

  expect((await ask("GET", "/imports")).json).toMatchObject({ items: [] });
  for (const [method, path] of [
    ["GET", ""],
    ["POST", "/start"],
    ["POST", "/undo"],
    ["GET", "/rows"],
    ["GET", "/rejected"],
    ["DELETE", ""],
  ] as const) {
    expect((await ask(method, `/imports/${taken.id}${path}`, method === "POST" ? {} : undefined)).status).toBe(404);
  }
  expect((await ask("POST", `/imports/${taken.id}/confirm`)).status).toBe(403);
});
