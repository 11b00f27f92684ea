import type { Format } from "#server/imports/formats/format.ts";
import type { ImportedRow } from "#server/imports/imported-row.ts";
import { normaliseColumn } from "#server/imports/reading/column-name.ts";
import { parseMoment } from "#server/imports/reading/moments.ts";
import type { ReadOptions } from "#server/imports/reading/read-options.ts";
import {
  addEmails,
  addPhones,
  addTouchpoint,
  finishRow,
  personAt,
  personKey,
  type RowBuilder,
  skip,
  startRow,
} from "#server/imports/reading/row-builder.ts";
import { readSections, rowsOf, type Section } from "#server/imports/reading/sections.ts";
import type { Source } from "#server/imports/reading/source.ts";
import type { Cells } from "#server/imports/reading/table.ts";

/** One row for each registrant. The sections' marks are certain, the columns less so: they are found by what they say. */
export const gotowebinar: Format = {
  slug: "gotowebinar",
  title: "GoToWebinar attendee report",
  confidence: "B",
  proof: "captured",
  detect: (sample) => {
    const hasMarks = /^\W*(general information|session details)\W*$/im.test(sample.text);
    return hasMarks && /attended/i.test(sample.text) && /interest rating|session/i.test(sample.text) ? 0.9 : 0;
  },
  read: readReport,
};

const dates = { order: "mdy" as const, zone: null };

async function* readReport(source: Source, options: ReadOptions): AsyncGenerator<ImportedRow> {
  const sections = await readSections(source, options, [["webinarname", "webinarid"]]);
  const webinar = webinarOf(sections);
  const seen = new Map<string, { builder: RowBuilder; minutes: number }>();
  const table = sections.find(({ names }) => names.map(normaliseColumn).includes("attended"));
  for (const { cells, original } of table ? rowsOf(table) : []) {
    const key = (
      cells.get("emailaddress") ||
      cells.get("email") ||
      `${cells.get("firstname")} ${cells.get("lastname")}`
    ).toLowerCase();
    const known = seen.get(key);
    const minutes = minutesOf(cells.get("timeinsessionminutes") || cells.get("timeinsession"));
    if (known) known.minutes += minutes;
    else seen.set(key, { builder: newRegistrant(cells, original, seen.size + 1), minutes });
  }
  for (const { builder, minutes } of seen.values()) {
    addAttendance(builder, minutes, webinar);
    yield finishRow(builder);
  }
}

type Webinar = { name: string; id: string };

function webinarOf(sections: Section[]): Webinar {
  for (const section of sections) {
    const name = section.facts.get("webinarname") ?? section.facts.get("title");
    const id = section.facts.get("webinarid");
    if (name || id) return { name: name ?? "", id: (id ?? "").replace(/\D/g, "") };
    if (section.names.map(normaliseColumn).includes("webinarname")) {
      for (const { cells } of rowsOf(section)) {
        return { name: cells.get("webinarname"), id: cells.get("webinarid").replace(/\D/g, "") };
      }
    }
  }
  return { name: "", id: "" };
}

function newRegistrant(cells: Cells, original: Record<string, string>, line: number): RowBuilder {
  const builder = startRow(line, null, original, dates);
  const person = personAt(builder, 0);
  if (cells.get("firstname")) person.firstName = cells.get("firstname");
  if (cells.get("lastname")) person.lastName = cells.get("lastname");
  const company = cells.get("organization") || cells.get("company");
  if (company) person.company = company;
  if (cells.get("jobtitle")) person.jobTitle = cells.get("jobtitle");
  const email = cells.get("emailaddress") || cells.get("email");
  if (email) addEmails(builder, 0, email, null, "Email Address");
  const phone = cells.get("phone") || cells.get("phonenumber");
  if (phone) addPhones(builder, 0, phone, null, "Phone");
  return builder;
}

function addAttendance(builder: RowBuilder, minutes: number, { name, id }: Webinar) {
  const cells = new Map(Object.entries(builder.row.cells).map(([column, text]) => [normaliseColumn(column), text]));
  const isOurs = /staff|organizer|panelist/i.test(cells.get("role") ?? cells.get("usertype") ?? "");
  if (isOurs) return skip(builder.row, "our_own_people");
  const attended = /^yes$/i.test(cells.get("attended") ?? "");
  const registeredAt = cells.get("registrationdatetime") ?? cells.get("registrationdate") ?? "";
  const key = `gotowebinar:${id || name}:${personKey(builder)}`;
  const details = {
    platform: "gotowebinar",
    topic: name,
    webinarId: id,
    interest: cells.get("interestrating") ?? null,
  };
  addTouchpoint(builder, {
    kind: attended ? "webinar_attended" : "webinar_registered",
    occurredAt: parseMoment((attended ? cells.get("jointime") : registeredAt) || registeredAt, dates),
    verification: "captured",
    summary: attended ? `${name}, ${minutes} min` : name,
    sourceKey: `${key}:${attended ? "attended" : "registered"}`,
    details: attended ? { ...details, minutes } : details,
  });
}

/** "47", "47 minutes", "1 hour 5 minutes". */
function minutesOf(text: string): number {
  const hours = /(\d+)\s*h/i.exec(text)?.[1];
  const minutes = /(\d+)\s*m/i.exec(text)?.[1] ?? (hours ? "0" : /^\d+/.exec(text)?.[0]);
  return Number(hours ?? 0) * 60 + Number(minutes ?? 0);
}
