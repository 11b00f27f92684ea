import { beforeAll, describe, expect, test } from "vitest";
import type { Role } from "#domain/policy.ts";
import { reserveContact } from "#server/call-queue/reserve-contact.ts";
import { commands } from "#server/commands.ts";
import { recordSuppression } from "#server/compliance/record-suppression.ts";
import { jobs, routes } from "#server/doors.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { taskList } from "#server/platform/jobs.ts";
import type { Route } from "#server/platform/routing.ts";
import { createApiKey } from "#server/team/create-api-key.ts";
import { runCommand } from "#server/team/run-command.ts";
import { testDatabase } from "#test/database.ts";
import { aContact, aMember, anAccount, as, aTouchpoint, at, aWorkspace } from "#test/factories.ts";
import { sampleInput } from "#test/sample-input.ts";
import { theApp } from "#test/sign-in.ts";

/* Every way in, against somebody whom the gate allows and somebody whom it does not: what comes out names no number. */

const database = testDatabase();
/** A Monday, 12:00 in New York. */
const noon = new Date("2026-11-23T17:00:00Z");
const app = () => theApp(database, { routes, now: noon });

type Person = {
  contactId: string;
  pointId: string;
  touchpointId: string;
  accountId: string;
  phone: string;
  email: string;
};

let ctx: Context;
const keys = new Map<Role, { key: string; userId: string }>();

beforeAll(async () => {
  ctx = await aWorkspace(database, { now: noon });
  for (const role of roles) {
    const { userId } = await aMember(ctx, { role });
    const { key } = await createApiKey(ctx, { name: role, userId });
    keys.set(role, { key, userId });
  }
});

/** Whoever may see least, and whoever may see most. */
const roles: readonly Role[] = ["rep", "admin"];
const keyOf = (role: Role) => keys.get(role) ?? { key: "", userId: "" };
let count = 0;

async function aPerson(whom: "allowed" | "denied", ownerId: string): Promise<Person> {
  count += 1;
  const email = `person${count}@northwind.example`;
  const phone = `+1212556${String(count).padStart(4, "0")}`;
  const { id: accountId } = await anAccount(ctx, { name: `Northwind ${count}` });
  const { id: contactId } = await aContact(ctx, { phones: [phone], emails: [email], accountId, ownerId });
  const { id: touchpointId } = await aTouchpoint(ctx, contactId, { occurredAt: "2026-11-20T12:00:00Z" });
  if (whom === "denied")
    await recordSuppression(at(ctx, "2026-11-22T12:00:00Z"), { contactId, kind: "stop", words: "" });
  const points = await database.ownerPool.query(
    "select id from contact_points where contact_id = $1 and kind = 'phone'",
    [contactId],
  );
  return { contactId, pointId: points.rows[0].id, touchpointId, accountId, phone, email };
}

/** Whether the text would let somebody dial the person or write to her, in any spelling. */
function names(text: string, { phone, email }: Person): boolean {
  return text.toLowerCase().includes(email) || text.replaceAll(/[^0-9a-z]/gi, "").includes(phone.slice(2));
}

async function ask({ endpoint }: Route, key: string, person: Person) {
  const { contactId, pointId, touchpointId, accountId } = person;
  const path = endpoint.path;
  const id = path.includes("/touchpoints/") ? touchpointId : path.includes("/accounts/") ? accountId : contactId;
  const given = { id, contactId, pointId, touchpointId, accountId, ids: [contactId], q: "person", limit: undefined };
  const input = sampleInput(endpoint.input, given);
  const url = path.replaceAll(/\{(\w+)\}/g, (_, field: string) => String(input[field] ?? "x"));
  const hasBody = endpoint.method !== "GET" && endpoint.method !== "DELETE";
  const query = hasBody
    ? ""
    : `?${new URLSearchParams(Object.entries(input).filter(([, each]) => typeof each === "string") as [string, string][])}`;
  const answer = await app().request(url + query, {
    method: endpoint.method,
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    ...(hasBody ? { body: endpoint.body === "bytes" ? "" : JSON.stringify(input) } : {}),
  });
  return { status: answer.status, text: await answer.text() };
}

const nameOf = ({ endpoint }: Route) => `${endpoint.method} ${endpoint.path}`;
const starts = "POST /api/v1/attempts";
/** Outside of an attempt numbers are shown to whoever asks for them and may see them; who did is on record. */
const logged = ["POST /api/v1/contacts/{id}/reveal", "GET /api/v1/contacts/{id}/consent-proof"];

describe.each(["allowed", "denied"] as const)("about somebody whom the gate has %s", (whom) => {
  test.each(routes.filter((each) => each.for === "workspace").map((each) => [nameOf(each), each] as const))(
    "%s gives no number and no address to anybody without a permit",
    async (name, route) => {
      for (const role of roles) {
        const { key, userId } = keyOf(role);
        const person = await aPerson(whom, userId);
        const isDialling = name === starts;
        if (isDialling) await reserveContact(as(ctx, { ...ctx.actor, userId, role }), { contactId: person.contactId });

        const { text } = await ask(route, key, person);

        const isPermitted = isDialling && whom === "allowed";
        const isRevealed = logged.includes(name) && (await wasRevealed(person));
        expect(names(text, person), `${role}: ${text}`).toBe(isPermitted || isRevealed);
        expect(await permitsOf(person)).toEqual(isPermitted ? ["allow"] : []);
        if (isDialling) await endCall(userId);
      }
    },
  );

  test.each(jobs.map((each) => [each.name, each] as const))(
    "the job %s leads to no attempt without one",
    async (_, job) => {
      const { userId } = keyOf("admin");
      const person = await aPerson(whom, userId);
      const { log, ledgerKey } = ctx;
      const door = {
        pool: database.pool,
        ownerPool: database.ownerPool,
        log,
        ledgerKey,
        dataDir: database.dataDir,
        clock: () => noon,
      };
      const input = sampleInput(job.payload, { contactId: person.contactId, contactIds: [person.contactId] });
      const payload = { workspaceId: ctx.actor.workspaceId, userId, input };

      // What the work makes of invented keys is not the question here.
      await Promise.resolve(taskList(door, jobs, [])[job.name]?.(payload, {} as never)).catch(() => undefined);

      expect(await permitsOf(person)).toEqual([]);
    },
  );
});

/** Files that are written on purpose by whoever may export; each is on record, and no dialling. */
const exporting = ["export", "scrub"];
/** These need files of their own, and say how many. */
const counting = ["import", "import-list", "undo", "restore", "verify", "adopt", "lists", "retention"];

test("no command prints a number", async () => {
  const person = await aPerson("allowed", keyOf("admin").userId);
  const inWorkspace = commands.filter((each) => each.for === "workspace");
  const printing = inWorkspace.filter(({ name }) => ![...exporting, ...counting].includes(name.split(" ")[0] ?? ""));
  expect(printing.map(({ name }) => name)).toEqual(["queue"]);

  for (const command of printing) {
    for (const json of [true, false]) {
      const lines: string[] = [];
      const write = (line: string) => lines.push(line);
      const terminal = { out: write, say: write, progress: write, stdin: process.stdin } as never;
      const { rows } = await database.ownerPool.query("select email from users where id = $1", [ctx.actor.userId]);
      const globals = { workspace: `w${ctx.actor.workspaceId}`, member: rows[0].email };
      const { log, ledgerKey } = ctx;
      const installation = {
        pool: database.pool,
        log,
        ledgerKey,
        dataDir: database.dataDir,
        clock: () => noon,
      } as never;

      await runCommand(
        installation,
        command,
        { input: { limit: 200, tab: "to_call", json }, globals } as never,
        terminal,
      );

      expect(lines.length).toBeGreaterThan(0);
      expect(names(lines.join("\n"), person)).toBe(false);
    }
  }
});

const wrongPermits = {
  "that was refused": { verdict: "deny" },
  "that is older than two minutes": { decidedAt: new Date(noon.getTime() - 121_000) },
  "that was given later": { decidedAt: new Date(noon.getTime() + 1000) },
  "for another channel": { channel: "sms" },
};

test.each(Object.entries(wrongPermits))("the database takes no call on a permit %s", async (_, change) => {
  const person = await aPerson("allowed", ctx.actor.userId ?? "");

  await expect(writeCall(person, await aDecision(person, change))).rejects.toMatchObject({
    constraint: "attempts_permit",
  });
});

test("a permit is for one person and one call", async () => {
  const [person, other] = [
    await aPerson("allowed", ctx.actor.userId ?? ""),
    await aPerson("allowed", ctx.actor.userId ?? ""),
  ];
  const decisionId = await aDecision(person, {});

  await expect(writeCall(other, decisionId)).rejects.toMatchObject({ constraint: "attempts_permit" });
  await writeCall(person, decisionId);
  await expect(writeCall(person, decisionId)).rejects.toMatchObject({ constraint: "attempts_by_decision" });
});

async function aDecision({ contactId }: Person, change: object): Promise<string> {
  return transaction(ctx, async (tx) => {
    const { id } = await tx.db
      .insertInto("decisions")
      .values({
        workspaceId: ctx.actor.workspaceId,
        contactId,
        channel: "call",
        verdict: "allow",
        request: "{}",
        decision: "{}",
        decidedAt: noon,
        decidedFor: ctx.actor.userId ?? "",
        ...change,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    return id;
  });
}

async function writeCall({ contactId, pointId, phone }: Person, decisionId: string): Promise<void> {
  const userId = ctx.actor.userId ?? "";
  const call = { contactId, pointId, phone, userId, decisionId, workspaceId: ctx.actor.workspaceId };
  await transaction(ctx, (tx) =>
    tx.db
      .insertInto("attempts")
      .values({ ...call, channel: "call", temperature: "warm", startedAt: noon })
      .execute(),
  );
}

/** Of the calls that were dialled to the person, what the gate had said. */
async function permitsOf({ contactId }: Person): Promise<string[]> {
  const { rows } = await database.ownerPool.query(
    `select d.verdict from attempts a join decisions d on d.workspace_id = a.workspace_id and d.id = a.decision_id
     where a.contact_id = $1 and a.origin = 'dialled'`,
    [contactId],
  );
  return rows.map(({ verdict }) => verdict);
}

async function wasRevealed({ contactId }: Person): Promise<boolean> {
  const { rows } = await database.ownerPool.query(
    "select from access_logs where contact_id = $1 and action in ('reveal', 'export')",
    [contactId],
  );
  return rows.length > 0;
}

async function endCall(userId: string): Promise<void> {
  await database.ownerPool.query(
    `insert into outcomes (workspace_id, attempt_id, outcome, recorded_at)
     select workspace_id, id, 'no_answer', $2 from attempts where user_id = $1 on conflict do nothing`,
    [userId, noon],
  );
  await database.ownerPool.query("delete from reservations where user_id = $1", [userId]);
}
