import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { companyKey, nameKey, sortNameOf } from "#domain/contacts/names.ts";
import { searchColumnsOf, searchVector } from "#domain/contacts/search-words.ts";
import { type InventedPerson, inventPeople } from "#server/demo/invented-people.ts";
import { type Random, randomFrom } from "#server/demo/random.ts";
import type { Installation } from "#server/platform/command.ts";
import { openContext, transaction } from "#server/platform/context.ts";
import { foundUser, foundWorkspace } from "#server/team/create-workspace.ts";
import { insertMembership } from "#server/team/membership-queries.ts";
import { refreshStandings } from "#server/touchpoints/refresh-standings.ts";

type Size = { contacts: number; reps: number; say: (line: string) => void };

export type Filled = { workspaceId: string; adminId: string; repIds: string[]; contacts: number; touchpoints: number };

const touchpointsEach = 5;
const companies = 50_000;
const slice = 20_000;
const dayMs = 86_400_000;

const KINDS: readonly [string, ...string[]] = [
  ..."webinar_attended webinar_attended webinar_registered email_replied email_opened email_opened".split(" "),
  ..."content_downloaded newsletter_opted_in linkedin_connected linkedin_connected page_visited".split(" "),
  ..."meeting_held call_conversation call_conversation event_conversation survey_answered".split(" "),
  "webinar_attended",
] as unknown as [string, ...string[]];
const HOT_KINDS = ["introduction_made", "callback_requested", "reply_agreeing_to_talk"] as const;

/**
 * Fills a new workspace by COPY, with the columns that the product's own functions give, and works out every standing
 * with the product's own function. Foreign keys are not checked meanwhile: the rows are made to fit.
 */
export async function fillWorkspace(installation: Installation, { contacts, reps, say }: Size): Promise<Filled> {
  const now = installation.clock();
  const { workspaceId, adminId, repIds } = await found(installation, reps, now);
  const client = await installation.ownerPool.connect();
  await client.query("set session_replication_role = replica");
  await copy(
    client,
    "accounts",
    "workspace_id, id, name, name_key, created_at, updated_at",
    accountLines(workspaceId, now),
  );
  say(`${companies} accounts`);
  for (let start = 0; start < contacts; start += slice) {
    const rows = peopleRows(workspaceId, start, Math.min(slice, contacts - start), repIds, now);
    await copyPeople(client, rows);
    if ((start / slice) % 10 === 9) say(`${start + slice} contacts`);
  }
  await client.query("set session_replication_role = default");
  await client.query("vacuum analyze");
  client.release();
  say("copied and analysed");
  await workOutAll(installation, workspaceId, contacts, now, say);
  await installation.ownerPool.query("vacuum analyze standings");
  return { workspaceId, adminId, repIds, contacts, touchpoints: contacts * touchpointsEach };
}

async function found({ pool, ledgerKey }: Installation, reps: number, now: Date) {
  return pool.transaction().execute(async (db) => {
    const adminId = await foundUser(db, { name: "Bench Admin", email: "admin@bench.example" });
    const facts = { preset: "b2b_software", language: "en", country: "US", timeZone: "America/Chicago" } as const;
    const { workspaceId } = await foundWorkspace(db, { name: "Bench", ...facts, admin: adminId, now, ledgerKey });
    const repIds: string[] = [];
    for (let rep = 0; rep < reps; rep++) {
      const userId = await foundUser(db, { name: `Rep ${rep}`, email: `rep${rep}@bench.example` });
      await insertMembership(db, { workspaceId, userId, role: "rep", teamId: null, createdAt: now });
      repIds.push(userId);
    }
    return { workspaceId, adminId, repIds };
  });
}

/** Version 7 UUIDs that sort by `index`, different for each sort of row. */
function idOf(sort: string, index: number): string {
  const hash = createHash("sha1").update(`${sort}:${index}`).digest("hex");
  const time = (0x0190_0000_0000 + index).toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hash.slice(0, 3)}-8${hash.slice(3, 6)}-${hash.slice(6, 18)}`;
}

function* accountLines(workspaceId: string, now: Date): Generator<string> {
  for (let index = 0; index < companies; index++) {
    const name = companyName(index);
    yield line([workspaceId, idOf("account", index), name, companyKey(name), now.toISOString(), now.toISOString()]);
  }
}

function companyName(index: number): string {
  return `${NAMES[index % NAMES.length]} ${TRADES[Math.floor(index / NAMES.length) % TRADES.length]} ${Math.floor(index / (NAMES.length * TRADES.length))}`;
}
const NAMES = "Northwind Almendra Tallgren Barrett Kestrel Ostara Meridian Harbour Cedar Fjord 华辰 遠見".split(" ");
const TRADES = "Freight Foods Systems Insurance Works Robotics Logistics Health Schools Hotels Energy Print".split(" ");

type PeopleRows = { contacts: string[]; points: string[]; touchpoints: string[] };

function peopleRows(workspaceId: string, start: number, count: number, repIds: string[], now: Date): PeopleRows {
  const random = randomFrom(start + 1);
  const people = inventPeople(random, 400);
  const rows: PeopleRows = { contacts: [], points: [], touchpoints: [] };
  for (let index = start; index < start + count; index++) {
    const person = people[random.between(0, people.length - 1)];
    if (person)
      addPerson(rows, { workspaceId, index, person, random, now, ownerId: repIds[index % repIds.length] ?? "" });
  }
  return rows;
}

type One = { workspaceId: string; index: number; person: InventedPerson; random: Random; now: Date; ownerId: string };

function addPerson(rows: PeopleRows, { workspaceId, index, person, random, now, ownerId }: One): void {
  const contactId = idOf("contact", index);
  const account = random.between(0, companies - 1);
  const familyName = index % 3 === 0 ? `${person.familyName}${suffix(index)}` : person.familyName;
  const isChinese = /\p{Script=Han}/u.test(person.fullName);
  const fullName = isChinese ? person.fullName : `${person.givenName} ${familyName}`;
  const { searchWords } = searchColumnsOf({ name: fullName, company: companyName(account) });
  const created = new Date(now.getTime() - random.between(1, 700) * dayMs).toISOString();
  rows.contacts.push(
    line([
      workspaceId,
      contactId,
      idOf("account", account),
      ownerId,
      fullName,
      person.givenName,
      familyName,
      sortNameOf({ fullName, givenName: person.givenName, familyName }),
      nameKey(fullName),
      person.jobTitle,
      "business",
      person.timeZone,
      person.country,
      person.region,
      person.city,
      "stated",
      searchVector({ workspaceId, words: searchWords, tags: [], custom: {} }),
      created,
      created,
    ]),
  );
  const phone = `${person.phone.replaceAll(/[^+\d]/g, "").slice(0, 5)}${String(index).padStart(7, "0")}`;
  const points = [
    ["phone", phone, "mobile"],
    ["email", `person${index}@bench.example.com`, "\\N"],
  ] as const;
  for (const [position, [kind, value, phoneLine]] of points.entries()) {
    const id = idOf(kind, index * 2 + position);
    rows.points.push(line([workspaceId, id, contactId, kind, value, value, phoneLine, String(position), created]));
  }
  for (let nth = 0; nth < touchpointsEach; nth++) {
    const isHot = nth === 0 && random.chance(0.005);
    const kind = isHot ? random.pick(HOT_KINDS) : random.pick(KINDS);
    const ageHours = isHot ? random.between(1, 96) : random.between(1, 24 * 400);
    const at = new Date(now.getTime() - ageHours * 3_600_000).toISOString();
    const id = idOf("touchpoint", index * touchpointsEach + nth);
    rows.touchpoints.push(
      line([workspaceId, id, contactId, kind, at, "captured", "Invented for measuring", now.toISOString()]),
    );
  }
}

function suffix(index: number): string {
  return ["", "son", "berg", "ski", "man", "feld"][Math.floor(index / 3) % 6] ?? "";
}

async function copyPeople(client: pg.PoolClient, rows: PeopleRows): Promise<void> {
  await copy(
    client,
    "contacts",
    "workspace_id, id, account_id, owner_id, full_name, given_name, family_name, sort_name, name_key, job_title, audience, time_zone, country, region, place, place_basis, search, created_at, updated_at",
    rows.contacts,
  );
  await copy(
    client,
    "contact_points",
    "workspace_id, id, contact_id, kind, value, original, line, position, created_at",
    rows.points,
  );
  await copy(
    client,
    "touchpoints",
    "workspace_id, id, contact_id, kind, occurred_at, verification, summary, recorded_at",
    rows.touchpoints,
  );
}

async function copy(client: pg.PoolClient, table: string, columns: string, lines: Iterable<string>): Promise<void> {
  await pipeline(Readable.from(lines), client.query(copyFrom(`copy ${table} (${columns}) from stdin`)));
}

/** A line of COPY's text format; `\N` is null. */
function line(cells: string[]): string {
  return `${cells.map((cell) => (cell === "\\N" ? cell : cell.replaceAll("\\", "\\\\").replaceAll("\t", " "))).join("\t")}\n`;
}

async function workOutAll(
  installation: Installation,
  workspaceId: string,
  contacts: number,
  now: Date,
  say: (line: string) => void,
): Promise<void> {
  const actor = { userId: null, workspaceId, role: "admin", teamId: null, repsSee: "own", maskNumbers: true } as const;
  const ctx = openContext(installation, actor, now);
  for (let start = 0; start < contacts; start += slice) {
    const ids = Array.from({ length: Math.min(slice, contacts - start) }, (_, offset) =>
      idOf("contact", start + offset),
    );
    await transaction(ctx, (tx) => refreshStandings(tx, ids));
    if ((start / slice) % 10 === 9) say(`${start + slice} standings`);
  }
}
