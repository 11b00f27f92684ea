import type { Format } from "#server/imports/formats/format.ts";
import { detectTable } from "#server/imports/formats/table-format.ts";
import type { ImportedRow } from "#server/imports/imported-row.ts";
import { normaliseColumn } from "#server/imports/reading/column-name.ts";
import { readConsentQuestion } from "#server/imports/reading/consent-question.ts";
import { momentKey, parseMoment } from "#server/imports/reading/moments.ts";
import type { ReadOptions } from "#server/imports/reading/read-options.ts";
import {
  addEmails,
  addPhones,
  addTouchpoint,
  finishRow,
  personAt,
  type RowBuilder,
  skip,
  startRow,
} from "#server/imports/reading/row-builder.ts";
import { readSections, rowsOf, type Section, sectionWith } from "#server/imports/reading/sections.ts";
import type { Source } from "#server/imports/reading/source.ts";
import type { Cells } from "#server/imports/reading/table.ts";

const signatures = [
  ["attended", "firstname", "lastname", "email", "registrationtime", "timeinsessionminutes", "approvalstatus"],
  ["attended", "usernameoriginalname", "email", "jointime", "leavetime", "timeinsessionminutes"],
];

/** One report, several tables: hosts, panelists, attendees, those who dialled in. One row for each participant. */
export const zoomWebinar: Format = {
  slug: "zoom_webinar",
  title: "Zoom webinar attendee report",
  confidence: "A",
  proof: "captured",
  detect: (sample) => detectTable({ signatures }, sample),
  read: readWebinar,
};

type Webinar = { id: string; topic: string };
type Participant = {
  builder: RowBuilder;
  minutes: number;
  attended: boolean;
  joinedAt: string;
  registeredAt: string;
  approval: string;
};

const dates = { order: "mdy" as const, zone: null };

async function* readWebinar(source: Source, options: ReadOptions): AsyncGenerator<ImportedRow> {
  const sections = await readSections(source, options);
  const webinar = webinarOf(sections);
  let line = 0;
  for (const section of sections.filter(isOfParticipants)) {
    const isOurs = /host|panelist/i.test(section.title);
    for (const participant of participantsOf(section, () => ++line)) {
      if (isOurs) skip(participant.builder.row, "our_own_people");
      else addAttendance(participant, webinar);
      yield finishRow(participant.builder);
    }
  }
}

function isOfParticipants({ title, names }: Section): boolean {
  const columns = names.map(normaliseColumn);
  return columns.includes("attended") || (/phone|other/i.test(title) && columns.includes("jointime"));
}

function webinarOf(sections: Section[]): Webinar {
  const about = sectionWith(sections, "topic", "webinarid");
  for (const { cells } of about ? rowsOf(about) : []) {
    return { id: cells.get("webinarid").replace(/\D/g, ""), topic: cells.get("topic") };
  }
  return { id: "", topic: "" };
}

/** Somebody who came back has a second row whose registration cells are blank: one participant, minutes added up. */
function participantsOf(section: Section, nextLine: () => number): Iterable<Participant> {
  const known = new Map<string, Participant>();
  for (const { cells, original } of rowsOf(section)) {
    const key = participantKey(cells);
    const first = known.get(key);
    if (first) addSession(first, cells);
    else known.set(key, newParticipant(cells, original, nextLine()));
  }
  return known.values();
}

function participantKey(cells: Cells): string {
  const name =
    cells.get("usernameoriginalname") || cells.get("username") || `${cells.get("firstname")} ${cells.get("lastname")}`;
  return (cells.get("email") || name || cells.get("phonenumber")).toLowerCase();
}

function newParticipant(cells: Cells, original: Record<string, string>, line: number): Participant {
  const builder = startRow(line, null, original, dates);
  const person = personAt(builder, 0);
  const name = cells.get("usernameoriginalname") || cells.get("username");
  if (cells.get("firstname")) person.firstName = cells.get("firstname");
  if (cells.get("lastname")) person.lastName = cells.get("lastname");
  if (!person.firstName && name) person.name = name.replace(/\s*\(.*\)$/, "");
  if (cells.get("email")) addEmails(builder, 0, cells.get("email"), null, "Email");
  for (const column of ["phone", "phonenumber"]) {
    if (cells.get(column)) addPhones(builder, 0, cells.get(column), null, "Phone");
  }
  const participant = { builder, minutes: 0, attended: false, joinedAt: "", registeredAt: "", approval: "" };
  addSession(participant, cells);
  addAnswers(participant, cells);
  return participant;
}

function addSession(participant: Participant, cells: Cells): void {
  participant.minutes += Number(cells.get("timeinsessionminutes")) || 0;
  participant.attended ||=
    /^yes$/i.test(cells.get("attended")) || (cells.get("attended") === "" && cells.get("jointime") !== "");
  participant.joinedAt ||= cells.get("jointime");
  participant.registeredAt ||= cells.get("registrationtime");
  participant.approval ||= cells.get("approvalstatus");
}

const ownColumns =
  /^(attended|username(originalname)?|firstname|lastname|email|phone(number)?|registrationtime|approvalstatus|jointime|leavetime|timeinsessionminutes|isguest|countryregionname|sourcename)$/;

/** What else the registration asked: facts about the person, and perhaps the very words of a consent. */
function addAnswers({ builder, registeredAt }: Participant, cells: Cells): void {
  const { custom, addresses } = personAt(builder, 0);
  const country = cells.get("countryregionname");
  if (country) addresses.push({ label: null, country });
  for (const name of cells.names) {
    const column = normaliseColumn(name);
    const answer = ownColumns.test(column) ? "" : cells.get(column);
    if (answer === "") continue;
    custom[name] = answer;
    readConsentQuestion(builder, {
      header: name,
      answer,
      at: parseMoment(registeredAt, dates),
      evidence: builder.row.cells,
    });
  }
}

function addAttendance({ builder, attended, ...seen }: Participant, { id, topic }: Webinar) {
  const { emails, name, firstName, lastName } = personAt(builder, 0);
  const key = `zoom:webinar:${id || topic}:${emails[0]?.address ?? (name ?? `${firstName} ${lastName}`).toLowerCase()}`;
  const details = { platform: "zoom", topic, webinarId: id };
  if (attended) {
    const occurredAt = parseMoment(seen.joinedAt, dates);
    const summary = `${topic}, ${seen.minutes} min`;
    const sourceKey = `${key}:attended:${occurredAt ? momentKey(occurredAt).slice(0, 10) : ""}`;
    addTouchpoint(builder, {
      kind: "webinar_attended",
      occurredAt,
      verification: "captured",
      summary,
      sourceKey,
      details: { ...details, minutes: seen.minutes },
    });
    return;
  }
  if (/denied|declined|cancel/i.test(seen.approval)) return skip(builder.row, "cancelled");
  const occurredAt = parseMoment(seen.registeredAt, dates);
  addTouchpoint(builder, {
    kind: "webinar_registered",
    occurredAt,
    verification: "captured",
    summary: topic,
    sourceKey: `${key}:registered`,
    details,
  });
}
