import { localTime } from "#domain/time.ts";
import { atMinute, type Day, dayOf, isWeekend } from "#server/demo/days.ts";
import { type DemoTeam, foundDemoTeam } from "#server/demo/demo-team.ts";
import { renewLists } from "#server/demo/fictitious-lists.ts";
import * as files from "#server/demo/invented-files.ts";
import { type InventedPerson, inventPeople } from "#server/demo/invented-people.ts";
import { markOfficeLines } from "#server/demo/office-lines.ts";
import { playDay } from "#server/demo/play-calls.ts";
import { playExpectations, tickOff } from "#server/demo/play-expectations.ts";
import { type Random, randomFrom } from "#server/demo/random.ts";
import { continueImport } from "#server/imports/continue-import.ts";
import { startImport } from "#server/imports/start-import.ts";
import { storeFile } from "#server/imports/store-file.ts";
import type { Installation } from "#server/platform/command.ts";
import { transaction } from "#server/platform/context.ts";

const peopleCount = 400;
const daysOfHistory = 60;

export type Demo = { slug: string; email: string; password: string; contacts: number; calls: number };

/**
 * Two months of an invented team's work, through the product's own doors: exports are imported on their day, calls
 * pass the gate of their day. The same seed and instant give the same people and history.
 */
export async function makeDemo(
  installation: Installation,
  { seed, at, onDay }: { seed: number; at: Date; onDay: (done: number, all: number) => void },
): Promise<Demo> {
  const random = randomFrom(seed);
  const today = dayOf(at);
  const people = inventPeople(random, peopleCount);
  const team = await foundDemoTeam(installation, atMinute(today - daysOfHistory, 8 * 60));
  const arriving = inventFiles(random, people, team.callers, today);

  let calls = 0;
  for (let day = today - daysOfHistory; day <= today; day++) {
    const officer = team.as("ines@tallow.example", atMinute(day, 8 * 60));
    await renewLists(officer, people, day - (today - daysOfHistory), day);
    for (const file of arriving.filter((each) => each.day === day)) await importFile(team, file);
    await tickOff(team, atMinute(day, 6 * 60));
    if (day < today && !isWeekend(day)) calls += await playDay(team, random, day);
    onDay(day - (today - daysOfHistory), daysOfHistory);
  }
  await playExpectations(
    team,
    people.filter((person) => isAwake(person, at)),
    at,
  );
  return { slug: team.slug, email: "mei@tallow.example", password: team.password, contacts: people.length, calls };
}

function inventFiles(random: Random, people: InventedPerson[], owners: string[], today: Day): files.InventedFile[] {
  const some = (from: number, count: number) => people.slice(from, from + count);
  const start = today - daysOfHistory;
  return [
    files.hubspotContacts(some(0, 250), owners, start),
    files.linkedinConnections(some(200, 110), random, start + 1),
    files.zoomWebinar("Onboarding without spreadsheets", some(20, 60), random, start + 14),
    files.eventbriteAttendees("TechGrowth panel", some(120, 45), random, start + 29),
    files.zoomWebinar("Dock slots in practice", some(60, 55), random, start + 38),
    files.apolloPeople(some(310, 90), start + 40),
    files.calendlyEvents(some(90, 24), owners, random, today - 1),
    files.mailchimpUnsubscribed(some(240, 9), today - 5),
    files.zoomWebinar(
      isWeekend(today - 2) ? "Weekend clinic: late carriers" : "What late carriers cost",
      some(150, 48),
      random,
      today - 2,
    ),
  ].filter((file) => file.day <= today);
}

function isAwake({ timeZone }: InventedPerson, at: Date): boolean {
  const { clock } = localTime(at, timeZone);
  return clock >= "10:00" && clock < "17:00";
}

async function importFile(team: DemoTeam, file: files.InventedFile): Promise<void> {
  const ctx = team.as("mei@tallow.example", atMinute(file.day, 8 * 60 + 30));
  const bytes = Buffer.from(file.text);
  const id = await storeFile(ctx, { fileName: file.name, bytesTotal: bytes.byteLength, bytes: inOnePiece(bytes) });
  const options = { audience: "business", country: "US", timeZone: "America/Chicago" } as const;
  await transaction(ctx, (tx) => startImport(tx, { id, options }));
  await continueImport(ctx, { importId: id });
  await markOfficeLines(ctx);
}

async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
