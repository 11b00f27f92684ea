import type { Format } from "#server/imports/formats/format.ts";
import { detectTable, tableFormat } from "#server/imports/formats/table-format.ts";
import type { ImportedRow } from "#server/imports/imported-row.ts";
import { momentKey, parseMoment } from "#server/imports/reading/moments.ts";
import type { ReadOptions } from "#server/imports/reading/read-options.ts";
import {
  addEmails,
  addTouchpoint,
  finishRow,
  personAt,
  personKey,
  type RowBuilder,
  skip,
  startRow,
} from "#server/imports/reading/row-builder.ts";
import { readSections, rowsOf, type Section, sectionWith } from "#server/imports/reading/sections.ts";
import type { Source } from "#server/imports/reading/source.ts";
import type { Cells } from "#server/imports/reading/table.ts";

const signatures = [
  ["nameoriginalname", "useremail", "jointime", "leavetime"],
  ["nameoriginalname", "useremail", "guest"],
];

/** Who was in a meeting; people of the same account as the host are our own. One row for each participant. */
const participants: Format = {
  slug: "zoom_meeting_participants",
  title: "Zoom meeting participants",
  confidence: "B",
  proof: "captured",
  detect: (sample) => detectTable({ signatures }, sample),
  read: readMeeting,
};

type Meeting = { id: string; topic: string; startedAt: string; hostEmail: string };
type Participant = { builder: RowBuilder; minutes: number; joinedAt: string };

const dates = { order: "mdy" as const, zone: null };

async function* readMeeting(source: Source, options: ReadOptions): AsyncGenerator<ImportedRow> {
  const sections = await readSections(source, options, signatures);
  const table = sectionWith(sections, "nameoriginalname", "useremail");
  const meeting = meetingOf(sections);
  for (const participant of table ? participantsOf(table) : []) {
    addPresence(participant, meeting);
    yield finishRow(participant.builder);
  }
}

function meetingOf(sections: Section[]): Meeting {
  const about = sectionWith(sections, "meetingid", "topic");
  for (const { cells } of about ? rowsOf(about) : []) {
    const id = cells.get("meetingid").replace(/\D/g, "");
    return {
      id,
      topic: cells.get("topic"),
      startedAt: cells.get("starttime"),
      hostEmail: cells.get("useremail").toLowerCase(),
    };
  }
  return { id: "", topic: "", startedAt: "", hostEmail: "" };
}

function participantsOf(section: Section): Iterable<Participant> {
  const known = new Map<string, Participant>();
  for (const { cells, original } of rowsOf(section)) {
    const key = (cells.get("useremail") || cells.get("nameoriginalname")).toLowerCase();
    const participant = known.get(key) ?? newParticipant(cells, original, known.size + 1);
    known.set(key, participant);
    participant.minutes += minutesOf(cells);
  }
  return known.values();
}

/** The column has three names in the field, one of them misspelt. */
function minutesOf(cells: Cells): number {
  const columns = ["durationminutes", "totaldurationminutes", "durectionminutes", "totaldurectionminutes"];
  return Math.max(0, ...columns.map((column) => Number(cells.get(column)) || 0));
}

function newParticipant(cells: Cells, original: Record<string, string>, line: number): Participant {
  const builder = startRow(line, null, original, dates);
  const name = cells.get("nameoriginalname").replace(/\s*\(.*\)$/, "");
  if (name) personAt(builder, 0).name = name;
  if (cells.get("useremail")) addEmails(builder, 0, cells.get("useremail"), null, "User Email");
  return { builder, minutes: 0, joinedAt: cells.get("jointime") };
}

/** A display name alone, such as "iPhone", is not somebody who can be found again. */
function addPresence({ builder, minutes, joinedAt }: Participant, { id, topic, startedAt, hostEmail }: Meeting) {
  const [email] = personAt(builder, 0).emails;
  if (email?.address === hostEmail && hostEmail !== "") return skip(builder.row, "our_own_people");
  if (!email) return skip(builder.row, "no_person");
  const occurredAt = parseMoment(joinedAt || startedAt, dates);
  const day = occurredAt ? momentKey(occurredAt).slice(0, 10) : "";
  addTouchpoint(builder, {
    kind: "video_call_held",
    occurredAt,
    verification: "captured",
    summary: `${topic}, ${minutes} min`,
    sourceKey: `zoom:meeting:${id || topic}:${day}:${email.address}`,
    details: { platform: "zoom", topic, meetingId: id, minutes },
  });
}

const registrations = tableFormat({
  slug: "zoom_registrations",
  title: "Zoom registration report",
  confidence: "B",
  proof: "captured",
  signatures: [["firstname", "lastname", "email", "registrationtime", "approvalstatus"]],
  without: ["attended", "timeinsessionminutes"],
  columns: {
    firstname: "first_name",
    lastname: "last_name",
    email: "email",
    phone: "phone",
    registrationtime: "occurred_at",
    approvalstatus: "ignore",
    jobtitle: "job_title",
    organization: "company",
    city: "city",
    stateprovince: "region",
    country: "country",
    countryregionname: "country",
  },
  row: (cells, builder) => {
    if (/denied|declined|cancel/i.test(cells.get("approvalstatus"))) return skip(builder.row, "cancelled");
    addTouchpoint(builder, {
      kind: "webinar_registered",
      occurredAt: builder.occurredAt,
      verification: "captured",
      summary: "",
      sourceKey: `zoom:registration:${builder.occurredAt ? momentKey(builder.occurredAt) : ""}:${personKey(builder)}`,
      details: { platform: "zoom", approval: cells.get("approvalstatus") },
    });
  },
});

export const zoomMeetings = [participants, registrations];
