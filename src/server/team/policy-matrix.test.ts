import pino from "pino";
import { beforeAll, describe, expect, test } from "vitest";
import { type Permission, ROLES, type Role, reachOf } from "#domain/policy.ts";
import { commands } from "#server/commands.ts";
import { jobs, routes } from "#server/doors.ts";
import type { Context } from "#server/platform/context.ts";
import { clock } from "#server/platform/doors.ts";
import { taskList } from "#server/platform/jobs.ts";
import type { Route } from "#server/platform/routing.ts";
import { createApiKey } from "#server/team/create-api-key.ts";
import { runCommand } from "#server/team/run-command.ts";
import { testDatabase } from "#test/database.ts";
import { aMember, aWorkspace } from "#test/factories.ts";
import { sampleInput } from "#test/sample-input.ts";
import { theApp } from "#test/sign-in.ts";

/* Every role at every door: refused exactly where the table says so. */

const database = testDatabase();
const now = clock();
const app = () => theApp(database, { routes, now });

type Member = { userId: string; key: string };
let ctx: Context;
const members = new Map<Role, Member>();

beforeAll(async () => {
  ctx = await aWorkspace(database, { now });
  for (const role of ROLES) {
    const { userId } = await aMember(ctx, { role });
    const { key } = await createApiKey(ctx, { name: role, userId });
    members.set(role, { userId, key });
  }
});

const memberOf = (role: Role) => members.get(role) ?? { userId: "", key: "" };
const isAllowed = (role: Role, permission: Permission) =>
  reachOf({ role, repsSee: "own", maskNumbers: true }, permission) !== undefined;

const nameOf = ({ endpoint }: Route) => `${endpoint.method} ${endpoint.path}`;
const inWorkspace = routes.filter((each) => each.for === "workspace");
const ofPersons = routes.filter((each) => each.for === "person");

async function ask({ endpoint }: Route, headers: Record<string, string>) {
  const input = sampleInput(endpoint.input);
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_, field: string) => String(input[field] ?? "x"));
  const hasBody = endpoint.method !== "GET" && endpoint.method !== "DELETE";
  const answer = await app().request(path, {
    method: endpoint.method,
    headers: { "content-type": "application/json", ...headers },
    ...(hasBody ? { body: endpoint.body === "bytes" ? "" : JSON.stringify(input) } : {}),
  });
  const isJson = answer.headers.get("content-type")?.includes("json");
  const body = isJson ? ((await answer.json()) as { code?: string; details?: { permission?: string } }) : {};
  return { status: answer.status, code: body.code, permission: body.details?.permission };
}

describe("over HTTP", () => {
  test.each(inWorkspace.flatMap((each) => ROLES.map((role) => [nameOf(each), role, each] as const)))(
    "%s as %s",
    async (_name, role, each) => {
      const answer = await ask(each, { authorization: `Bearer ${memberOf(role).key}` });

      const refused = answer.status === 403 && answer.code === "permission_denied" && answer.permission === each.access;
      expect(refused, JSON.stringify(answer)).toBe(!isAllowed(role, each.access));
      expect(answer.status).not.toBe(401);
      expect(answer.status).not.toBe(500);
    },
  );

  test.each(inWorkspace.map((each) => [nameOf(each), each] as const))(
    "%s is closed to whoever is not signed in",
    async (_name, each) => {
      expect(await ask(each, {})).toMatchObject({ status: 401, code: "sign_in_required" });
    },
  );

  test.each(inWorkspace.map((each) => [nameOf(each), each] as const))(
    "%s is closed to whoever has no workspace open",
    async (_name, each) => {
      const { key } = memberOf("admin");
      const answer = await ask(each, { authorization: `Bearer ${key}`, "warmline-workspace": "another" });

      expect(answer).toMatchObject({ status: 403, code: "workspace_required" });
    },
  );

  test.each(ofPersons.map((each) => [nameOf(each), each] as const))(
    "%s asks for a signed-in person exactly where it says so",
    async (_name, each) => {
      const answer = await ask(each, {});

      expect(answer.code === "sign_in_required").toBe(each.access === "signed_in");
      expect(answer.status).not.toBe(500);
    },
  );
});

describe.runIf(jobs.length > 0)("in the queue", () => {
  test.each(jobs.flatMap((each) => ROLES.map((role) => [each.name, role, each] as const)))(
    "%s as %s",
    async (name, role, each) => {
      const refusals: unknown[] = [];
      const log = Object.assign(pino({ level: "silent" }), { warn: (line: unknown) => refusals.push(line) });
      const door = {
        pool: database.pool,
        ownerPool: database.ownerPool,
        log,
        clock,
        ledgerKey: ctx.ledgerKey,
        dataDir: ctx.dataDir,
      };
      const payload = {
        workspaceId: ctx.actor.workspaceId,
        userId: memberOf(role).userId,
        input: sampleInput(each.payload),
      };

      // What the work itself makes of invented keys is not the question here.
      await Promise.resolve(taskList(door, jobs, [])[name]?.(payload, {} as never)).catch(() => undefined);

      const refused = JSON.stringify(refusals).includes(`"permission":"${each.access}"`);
      expect(refused).toBe(!isAllowed(role, each.access));
    },
  );
});

const inWorkspaceCommands = commands.filter((each) => each.for === "workspace");

describe.runIf(inWorkspaceCommands.length > 0)("on the command line", () => {
  test.each(inWorkspaceCommands.flatMap((each) => ROLES.map((role) => [each.name, role, each] as const)))(
    "%s as %s",
    async (_name, role, each) => {
      const { rows } = await database.ownerPool.query("select email from users where id = $1", [memberOf(role).userId]);
      const globals = { workspace: `w${ctx.actor.workspaceId}`, member: rows[0].email };
      const installation = { pool: database.pool, log: ctx.log, dataDir: ctx.dataDir, clock } as never;
      const harmless = { ...each, run: async () => "ok" as const };

      const running = runCommand(installation, harmless, { input: {}, globals } as never, {} as never);

      if (isAllowed(role, each.access)) await expect(running).resolves.toBe("ok");
      else await expect(running).rejects.toMatchObject({ code: "permission_denied" });
    },
  );
});

test("a member who was deactivated causes nothing any more, neither by a waiting job nor on the command line", async () => {
  const member = await aMember(ctx, { role: "admin" });
  const { rows } = await database.ownerPool.query(
    "update memberships set deactivated_at = now() where user_id = $1 returning (select email from users where id = $1)",
    [member.userId],
  );
  const command = { for: "workspace", name: "any", access: "workspace:read", run: async () => "ok" } as never;
  const installation = { pool: database.pool, log: ctx.log, dataDir: ctx.dataDir, clock } as never;
  const globals = { workspace: `w${ctx.actor.workspaceId}`, member: rows[0].email };

  await expect(runCommand(installation, command, { input: {}, globals } as never, {} as never)).rejects.toMatchObject({
    code: "not_found",
  });
});
