import { isValidTimeZone } from "#domain/time.ts";
import type { Moment } from "#server/imports/imported-row.ts";
import {
  type ContentLine,
  parseContentLine,
  readBlocks,
  readByteLines,
  unescapeText,
} from "#server/imports/reading/content-lines.ts";
import type { Source } from "#server/imports/reading/source.ts";

export type CalendarPerson = { name: string; email: string; answer: string; isRoom: boolean };

export type CalendarEvent = {
  uid: string;
  recurrenceId: string;
  summary: string;
  place: string;
  status: string;
  startsAt: Moment | null;
  endsAt: Moment | null;
  createdAt: Moment | null;
  rule: string;
  organizer: CalendarPerson | null;
  attendees: CalendarPerson[];
};

export async function* readEvents(source: Source): AsyncGenerator<CalendarEvent> {
  for await (const block of readBlocks(source, /^BEGIN:VEVENT\s*$/i, /^END:VEVENT\s*$/i)) yield eventOf(block);
}

/** What stands before the first event: the calendar's name is often its owner's address. */
export async function calendarOwner(source: Source): Promise<string> {
  for await (const line of readByteLines(source)) {
    if (/^BEGIN:VEVENT/i.test(line)) break;
    const address = /^X-WR-CALNAME[^:]*:\s*(\S+@\S+)/i.exec(line)?.[1];
    if (address) return address.toLowerCase();
  }
  return "";
}

function eventOf(block: string[]): CalendarEvent {
  const lines = withoutAlarms(block).flatMap((line) => parseContentLine(line) ?? []);
  const first = (name: string) => lines.find((line) => line.name === name);
  const text = (name: string) => unescapeText(first(name)?.value ?? "").trim();
  const organizer = first("ORGANIZER");
  const startsAt = momentOf(first("DTSTART"));
  return {
    uid: text("UID"),
    recurrenceId: text("RECURRENCE-ID"),
    summary: text("SUMMARY"),
    place: text("LOCATION"),
    status: text("STATUS").toUpperCase(),
    startsAt,
    endsAt: momentOf(first("DTEND")) ?? startsAt,
    createdAt: momentOf(first("CREATED")),
    rule: first("RRULE")?.value ?? "",
    organizer: organizer ? personOf(organizer) : null,
    attendees: lines.filter(({ name }) => name === "ATTENDEE").map(personOf),
  };
}

function withoutAlarms(block: string[]): string[] {
  let depth = 0;
  return block.filter((line) => {
    if (/^BEGIN:VALARM/i.test(line)) depth += 1;
    const isInside = depth > 0;
    if (/^END:VALARM/i.test(line)) depth -= 1;
    return !isInside;
  });
}

function personOf({ params, value }: ContentLine): CalendarPerson {
  const said = params.EMAIL?.[0] ?? value;
  const email = said
    .replace(/^mailto:/i, "")
    .trim()
    .toLowerCase();
  const name = (params.CN ?? []).join(", ").trim();
  return {
    name: name.includes("@") ? "" : name,
    email: email.includes("@") ? email : "",
    answer: (params.PARTSTAT?.[0] ?? "").toUpperCase(),
    isRoom: /^(RESOURCE|ROOM)$/i.test(params.CUTYPE?.[0] ?? ""),
  };
}

/** `20260504T090000` in the zone it names; with a Z in UTC; eight digits are a day. */
function momentOf(line: ContentLine | undefined): Moment | null {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z)?)?/.exec(line?.value ?? "");
  if (!match) return null;
  const [, year, month, day, hour, minute, second, utc] = match;
  const date = `${year}-${month}-${day}`;
  if (hour === undefined) return { day: date };
  const local = `${date}T${hour}:${minute}:${second}`;
  if (utc) return Number.isNaN(Date.parse(`${local}Z`)) ? null : { instant: new Date(`${local}Z`) };
  return { local, zone: zoneOf(line?.params.TZID?.[0] ?? "") };
}

/** Zones by their IANA name, also at the end of a path; Outlook's own names by the places they stand for. */
function zoneOf(text: string): string | null {
  const name = /([A-Z][A-Za-z_]+\/[A-Za-z_+-]+(?:\/[A-Za-z_]+)?)$/.exec(text)?.[1] ?? text;
  if (isValidTimeZone(name)) return name;
  return windowsZones[text] ?? null;
}

const windowsZones: Record<string, string> = {
  "Eastern Standard Time": "America/New_York",
  "Central Standard Time": "America/Chicago",
  "Mountain Standard Time": "America/Denver",
  "US Mountain Standard Time": "America/Phoenix",
  "Pacific Standard Time": "America/Los_Angeles",
  "GMT Standard Time": "Europe/London",
  "W. Europe Standard Time": "Europe/Berlin",
  "Romance Standard Time": "Europe/Paris",
  "Central Europe Standard Time": "Europe/Budapest",
  "Central European Standard Time": "Europe/Warsaw",
  "E. Europe Standard Time": "Europe/Bucharest",
  "FLE Standard Time": "Europe/Helsinki",
  "China Standard Time": "Asia/Shanghai",
  "Taipei Standard Time": "Asia/Taipei",
  "Tokyo Standard Time": "Asia/Tokyo",
  "Korea Standard Time": "Asia/Seoul",
  "Singapore Standard Time": "Asia/Singapore",
  "India Standard Time": "Asia/Kolkata",
  "AUS Eastern Standard Time": "Australia/Sydney",
};
