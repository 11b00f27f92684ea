import ICAL from "ical.js";
import type { Format } from "#server/imports/formats/format.ts";
import type { ImportedRow, Moment } from "#server/imports/imported-row.ts";
import {
  type CalendarEvent,
  type CalendarPerson,
  calendarOwner,
  readEvents,
} from "#server/imports/reading/calendar-events.ts";
import { isEmail } from "#server/imports/reading/cell.ts";
import { instantOf, momentKey } from "#server/imports/reading/moments.ts";
import type { ReadOptions } from "#server/imports/reading/read-options.ts";
import {
  addDisplayName,
  addTouchpoint,
  finishRow,
  personAt,
  type RowBuilder,
  skip,
  startRow,
} from "#server/imports/reading/row-builder.ts";
import type { Source } from "#server/imports/reading/source.ts";

/**
 * An event is a row. Accepted is not attended: a calendar proves that both sides agreed to meet, so even what is over is
 * a meeting booked, and no meeting held.
 */
export const calendar: Format = {
  slug: "ics",
  title: "Calendar (iCalendar)",
  confidence: "A",
  proof: "captured",
  detect: ({ text }) => (/^\s*BEGIN:VCALENDAR/i.test(text) ? 0.95 : 0),
  read: readCalendar,
};

const attendeesMax = 50;

async function* readCalendar(source: Source, options: ReadOptions): AsyncGenerator<ImportedRow> {
  const owners = await findOwners(source, options);
  let line = 0;
  for await (const event of readEvents(source)) {
    line += 1;
    const builder = startRow(line, null, cellsOf(event), { order: "mdy", zone: null });
    readEvent(builder, event, owners, options);
    yield finishRow(builder);
  }
}

function readEvent(builder: RowBuilder, event: CalendarEvent, owners: Set<string>, options: ReadOptions) {
  const { attendees, organizer, status } = event;
  const us = attendees.filter(({ email }) => owners.has(email));
  const isHosted = organizer !== null && owners.has(organizer.email);
  const haveDeclined = us.length > 0 && us.every(({ answer }) => answer === "DECLINED") && !isHosted;
  if (status === "CANCELLED" || haveDeclined) return skip(builder.row, "cancelled");

  const host = organizer && !isHosted ? [{ ...organizer, answer: "ACCEPTED" }] : [];
  const others = uniquePeople([...host, ...attendees]).filter(
    ({ email, isRoom }) => isEmail(email) && !owners.has(email) && !isRoom,
  );
  if (others.length === 0 || others.length > attendeesMax) return skip(builder.row, "nobody_else_there");

  const occurrence = occurrenceOf(event, options);
  for (const [who, other] of others.entries()) {
    personAt(builder, who).emails.push({ address: other.email, label: null });
    addDisplayName(builder, who, other.name);
    if (other.answer === "ACCEPTED") addBooking(builder, who, other, event, occurrence);
  }
}

type Occurrence = { startsAt: Moment | null; endsAt: Moment | null; isOver: boolean };

function addBooking(
  builder: RowBuilder,
  who: number,
  { email }: CalendarPerson,
  event: CalendarEvent,
  occurrence: Occurrence,
): void {
  const { startsAt, endsAt, isOver } = occurrence;
  const bookedAt = isOver || event.rule !== "" ? startsAt : (event.createdAt ?? startsAt);
  addTouchpoint(builder, {
    who,
    kind: "meeting_booked",
    occurredAt: bookedAt,
    ...(startsAt && { startsAt }),
    ...(endsAt && { endsAt }),
    verification: "captured",
    summary: event.summary,
    sourceKey: `ics:${event.uid}:${startsAt ? momentKey(startsAt) : event.recurrenceId}:${email}`,
    details: { subject: event.summary, place: event.place, isOver },
  });
}

const occurrencesMax = 5_000;

/** Of a series, the last meeting that is over, or else the first to come. */
function occurrenceOf(event: CalendarEvent, { now, timeZone = "UTC" }: ReadOptions): Occurrence {
  const { startsAt, endsAt, rule } = event;
  const isOver = (moment: Moment | null) => moment !== null && instantOf(moment, timeZone) <= now;
  const single = { startsAt, endsAt, isOver: isOver(endsAt) };
  if (rule === "" || !startsAt || !isOver(startsAt)) return single;
  let last = startsAt;
  for (const next of repetitions(startsAt, rule)) {
    if (!isOver(next)) break;
    last = next;
  }
  return { startsAt: last, endsAt: last === startsAt ? endsAt : null, isOver: true };
}

function* repetitions(first: Moment, rule: string): Generator<Moment> {
  const text = momentKey(first).slice(0, 19);
  try {
    const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromString(text, null));
    for (let count = 0; count < occurrencesMax; count += 1) {
      const next = iterator.next();
      if (!next) return;
      const wall = next.toString();
      if ("day" in first) yield { day: wall.slice(0, 10) };
      else if ("local" in first) yield { local: wall.slice(0, 19), zone: first.zone };
      else yield { instant: new Date(`${wall.slice(0, 19)}Z`) };
    }
  } catch {
    // A rule that the library refuses leaves the event as its first meeting.
  }
}

function uniquePeople(people: CalendarPerson[]): CalendarPerson[] {
  return people.filter((person, index) => people.findIndex(({ email }) => email === person.email) === index);
}

function cellsOf({
  uid,
  summary,
  place,
  status,
  startsAt,
  endsAt,
  organizer,
  attendees,
}: CalendarEvent): Record<string, string> {
  const write = ({ name, email, answer }: CalendarPerson) => `${name} <${email}>${answer && ` ${answer}`}`.trim();
  return {
    UID: uid,
    SUMMARY: summary,
    LOCATION: place,
    STATUS: status,
    DTSTART: startsAt ? momentKey(startsAt) : "",
    DTEND: endsAt ? momentKey(endsAt) : "",
    ORGANIZER: organizer ? write(organizer) : "",
    ATTENDEE: attendees.map(write).join(" ::: "),
  };
}

/** Whose calendar it is: as said, by its name, else who takes part in most events, and of two the one who invites. */
async function findOwners(source: Source, { ownerEmails = [] }: ReadOptions): Promise<Set<string>> {
  if (ownerEmails.length > 0) return new Set(ownerEmails.map((address) => address.toLowerCase()));
  const named = await calendarOwner(source);
  if (named) return new Set([named]);
  const scores = new Map<string, number>();
  for await (const { organizer, attendees } of readEvents(source)) {
    const present = new Set([organizer?.email ?? "", ...attendees.map(({ email }) => email)]);
    for (const email of present) if (email) scores.set(email, (scores.get(email) ?? 0) + 1);
    if (organizer?.email) scores.set(organizer.email, (scores.get(organizer.email) ?? 0) + 0.1);
  }
  const [likeliest] = [...scores].sort(([, one], [, other]) => other - one);
  return new Set(likeliest ? [likeliest[0]] : []);
}
