import { randomUUID } from "node:crypto";
import pino from "pino";
import type { EnterCondition } from "#api/conditions.ts";
import { RepRules, type WorkspaceSettings } from "#api/settings.ts";
import { nameKey } from "#domain/contacts/names.ts";
import { searchColumnsOf, searchVector } from "#domain/contacts/search-words.ts";
import type { Role } from "#domain/policy.ts";
import type { Verification } from "#domain/touchpoints/kinds.ts";
import { foundLedger } from "#server/ledger/found-ledger.ts";
import { ledgerKeyFrom } from "#server/ledger/ledger-key.ts";
import { record } from "#server/ledger/record.ts";
import { type Actor, type Context, openContext, theProgram, transaction } from "#server/platform/context.ts";
import { kyselyOn } from "#server/platform/database.ts";
import type { DB } from "#server/platform/schema.ts";
import { refreshStandings } from "#server/touchpoints/refresh-standings.ts";
import type { testDatabase } from "#test/database.ts";

type TestDatabase = ReturnType<typeof testDatabase>;

/** A Monday on which nothing is closed: 09:30 in London, 17:30 in Shanghai. */
export const mondayMorning = new Date("2026-11-23T09:30:00Z");

/** Signs the ledgers of all tests. */
export const testLedgerKey = ledgerKeyFrom("the key of the tests, which is no secret");

const log = pino({ level: "silent" });
const weekday = [{ from: "09:00", until: "20:00" }];
/** The law has no hours for calls to businesses; these are the workspace's own. */
const callingHours = {
  mon: weekday,
  tue: weekday,
  wed: weekday,
  thu: weekday,
  fri: weekday,
  sat: [{ from: "10:00", until: "16:00" }],
};

/** A workspace of its own, seen by its first admin at `now`. */
export async function aWorkspace(
  database: TestDatabase,
  options: {
    now?: Date;
    settings?: Partial<WorkspaceSettings>;
    preset?: string;
    country?: string;
    timeZone?: string;
  } = {},
): Promise<Context> {
  const { now = mondayMorning, settings = {}, preset = "b2b_software", country = null, timeZone = "Etc/UTC" } = options;
  const workspaceId = randomUUID();
  await database.ownerPool.query(
    `insert into workspaces (workspace_id, slug, name, preset, country, time_zone, settings, created_at)
     values ($1, $2, 'Tallow', $3, $4, $5, $6, $7)`,
    [workspaceId, `w${workspaceId}`, preset, country, timeZone, { callingHours, ...settings }, now],
  );
  await foundLedger(kyselyOn<DB>(database.ownerPool), testLedgerKey, workspaceId);
  const program: Actor = { ...theProgram(workspaceId), ...RepRules.parse(settings) };
  const ctx = openContext(
    { pool: database.pool, log, ledgerKey: testLedgerKey, dataDir: database.dataDir },
    program,
    now,
  );
  return as(ctx, await aMember(ctx, { role: "admin" }));
}

/** The same workspace, seen by somebody else. */
export function as(ctx: Context, actor: Actor): Context {
  return openContext(ctx, actor, ctx.now);
}

/** The same workspace and person, at another instant. */
export function at(ctx: Context, now: Date | string): Context {
  return openContext(ctx, ctx.actor, new Date(now));
}

export async function aTeam(ctx: Context, name = `Team ${randomUUID()}`): Promise<{ id: string }> {
  return transaction(ctx, (tx) =>
    tx.db
      .insertInto("teams")
      .values({ workspaceId: ctx.actor.workspaceId, name })
      .returning("id")
      .executeTakeFirstOrThrow(),
  );
}

export async function aMember(
  ctx: Context,
  { role = "rep", teamId = null, name = "Mei Lin" }: { role?: Role; teamId?: string | null; name?: string } = {},
): Promise<Actor & { userId: string }> {
  const { workspaceId } = ctx.actor;
  const userId = randomUUID();
  await transaction(ctx, async ({ db, now }) => {
    await db
      .insertInto("users")
      .values({ id: userId, name, email: `${userId}@tallow.example`, emailVerified: true })
      .execute();
    await db.insertInto("memberships").values({ workspaceId, userId, role, teamId, createdAt: now }).execute();
  });
  return { ...ctx.actor, userId, role, teamId };
}

type ContactOptions = {
  name?: string;
  ownerId?: string | null;
  accountId?: string | null;
  phones?: string[];
  emails?: string[];
  country?: string | null;
  timeZone?: string | null;
  audience?: "consumer" | "business";
  tags?: string[];
  state?: "active" | "withdrawn";
  mergedIntoId?: string;
};

let numbers = 0;

/** A business with a landline of its own in New York, unless the test says otherwise: no state's law protects it. */
export async function aContact(ctx: Context, options: ContactOptions = {}): Promise<{ id: string; phones: string[] }> {
  numbers += 1;
  const phones = options.phones ?? [`+1212555${String(numbers).padStart(4, "0")}`];
  const { workspaceId } = ctx.actor;
  return transaction(ctx, async (tx) => {
    const name = options.name ?? "Daniel Okafor";
    const { id } = await tx.db
      .insertInto("contacts")
      .values({
        workspaceId,
        fullName: name,
        sortName: name.toLowerCase(),
        nameKey: nameKey(name),
        ownerId: options.ownerId ?? null,
        accountId: options.accountId ?? null,
        country: options.country ?? null,
        timeZone: options.timeZone ?? null,
        audience: options.audience ?? "business",
        tags: options.tags ?? [],
        search: searchVector({
          workspaceId,
          words: searchColumnsOf({ name, company: null }).searchWords,
          tags: options.tags ?? [],
          custom: {},
        }),
        state: options.mergedIntoId ? "merged" : (options.state ?? "active"),
        mergedIntoId: options.mergedIntoId ?? null,
        createdAt: tx.now,
        updatedAt: tx.now,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    const points = [
      ...phones.map((value) => ({ kind: "phone", value, line: "landline" })),
      ...(options.emails ?? []).map((value) => ({ kind: "email", value, line: null })),
    ];
    if (points.length > 0) {
      await tx.db
        .insertInto("contactPoints")
        .values(
          points.map((point) => ({ ...point, workspaceId, contactId: id, original: point.value, createdAt: tx.now })),
        )
        .execute();
    }
    await refreshStandings(tx, [id]);
    return { id, phones };
  });
}

type TouchpointOptions = {
  kind?: string;
  occurredAt?: Date | string;
  scheduledAt?: Date | string;
  verification?: Verification;
  summary?: string;
  importId?: string;
};

export async function aTouchpoint(
  ctx: Context,
  contactId: string,
  options: TouchpointOptions = {},
): Promise<{ id: string }> {
  return transaction(ctx, async (tx) => {
    const touchpoint = await tx.db
      .insertInto("touchpoints")
      .values({
        workspaceId: ctx.actor.workspaceId,
        contactId,
        kind: options.kind ?? "webinar_attended",
        occurredAt: new Date(options.occurredAt ?? tx.now),
        scheduledAt: options.scheduledAt ? new Date(options.scheduledAt) : null,
        verification: options.verification ?? "captured",
        summary: options.summary ?? "",
        importId: options.importId ?? null,
        recordedAt: tx.now,
        recordedBy: tx.actor.userId,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    record(tx, "touchpoint", [touchpoint.id]);
    await refreshStandings(tx, [contactId]);
    return touchpoint;
  });
}

export async function anAccount(ctx: Context, { name = "Northwind Freight" } = {}): Promise<{ id: string }> {
  return transaction(ctx, (tx) =>
    tx.db
      .insertInto("accounts")
      .values({
        workspaceId: ctx.actor.workspaceId,
        name,
        nameKey: name.toLowerCase(),
        createdAt: tx.now,
        updatedAt: tx.now,
      })
      .returning("id")
      .executeTakeFirstOrThrow(),
  );
}

/** What an officer enters of a region's emergency whose end nobody knows. */
export function anEmergency({ region = "NY" } = {}): EnterCondition {
  const where = { country: "US", region, county: null, place: null };
  return { kind: "state_of_emergency", ...where, from: "2026-11-23", to: null, source: "The governor's office" };
}
