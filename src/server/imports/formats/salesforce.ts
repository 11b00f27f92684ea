import { type TableFormat, tableFormat } from "#server/imports/formats/table-format.ts";
import { parseMoment } from "#server/imports/reading/moments.ts";
import { addSuppression, addTouchpoint, personAt, type RowBuilder, skip } from "#server/imports/reading/row-builder.ts";
import type { Cells } from "#server/imports/reading/table.ts";

const bookkeeping: TableFormat["patterns"] = [
  [
    /^(systemmodstamp|createdbyid|lastmodifiedbyid|lastvieweddate|lastreferenceddate|geocodeaccuracy|photourl|jigsaw.*)$/,
    "ignore",
  ],
  [
    /^(isunreadbyowner|isconverted|createddate|lastmodifieddate|lastactivitydate|isdeleted|masterrecordid|fax|latitude|longitude|hasoptedoutoffax|ownerid|name|converted.*|emailbounced.*)$/,
    "ignore",
  ],
  [/address$/, "ignore"],
];

const personColumns: Record<string, string> = {
  lastname: "last_name",
  firstname: "first_name",
  middlename: "middle_name",
  salutation: "prefix",
  suffix: "suffix",
  title: "job_title",
  department: "department",
  company: "company",
  phone: "phone:work",
  mobilephone: "phone:mobile",
  homephone: "phone:home",
  otherphone: "phone:other",
  email: "email",
  description: "notes",
  birthdate: "birthday",
  assistantname: "assistant",
  donotcall: "suppress:call",
  hasoptedoutofemail: "suppress:email",
};

const lead = tableFormat({
  slug: "salesforce_lead",
  title: "Salesforce leads",
  confidence: "B",
  proof: "captured",
  signatures: [["id", "lastname", "firstname", "company", "leadsource", "status", "isconverted"]],
  columns: {
    ...personColumns,
    id: "ignore",
    street: "street",
    city: "city",
    state: "region",
    postalcode: "postal_code",
    country: "country",
    website: "website",
  },
  patterns: bookkeeping,
  row: readRecordOfPerson,
});

const contact = tableFormat({
  slug: "salesforce_contact",
  title: "Salesforce contacts",
  confidence: "B",
  proof: "captured",
  signatures: [["id", "accountid", "lastname", "firstname", "mailingcity", "email"]],
  columns: {
    ...personColumns,
    id: "ignore",
    accountid: "ignore",
    mailingstreet: "street",
    mailingcity: "city",
    mailingstate: "region",
    mailingpostalcode: "postal_code",
    mailingcountry: "country",
    otherstreet: "street:other",
    othercity: "city:other",
    otherstate: "region:other",
    otherpostalcode: "postal_code:other",
    othercountry: "country:other",
  },
  patterns: bookkeeping,
  row: readRecordOfPerson,
});

function readRecordOfPerson(cells: Cells, builder: RowBuilder): void {
  if (isTrue(cells.get("isdeleted"))) skip(builder.row, "deleted_in_source");
  if (cells.get("masterrecordid") !== "") skip(builder.row, "merged_in_source");
  addRecordId(builder, cells.get("id"));
  const converted = cells.get("convertedcontactid");
  if (converted !== "") addRecordId(builder, converted);
  const bouncedAt = cells.get("emailbounceddate");
  if (bouncedAt !== "") {
    const at = parseMoment(bouncedAt, builder.dates);
    const value = cells.get("emailbouncedreason") || bouncedAt;
    addSuppression(builder, { channels: ["email"], kind: "bounced", at, column: "EmailBouncedDate", value });
  }
}

/** Only a finished call proves a conversation; one that nobody took is an attempt. */
const task = tableFormat({
  slug: "salesforce_task",
  title: "Salesforce tasks",
  confidence: "B",
  proof: "captured",
  signatures: [["id", "whoid", "subject", "activitydate", "status", "isclosed", "calltype"]],
  columns: {},
  patterns: [[/./, "ignore"]],
  row: (cells, builder) => {
    const isCall = [cells.get("type"), cells.get("tasksubtype")].includes("Call") || cells.get("calltype") !== "";
    if (isTrue(cells.get("isdeleted"))) return skip(builder.row, "deleted_in_source");
    if (cells.get("whoid") === "") return skip(builder.row, "no_person");
    addRecordId(builder, cells.get("whoid"));
    if (!isCall) return skip(builder.row, "not_a_call");
    if (!isTrue(cells.get("isclosed"))) return skip(builder.row, "not_finished");

    const seconds = Number(cells.get("calldurationinseconds"));
    const disposition = cells.get("calldisposition");
    const isUnanswered = /no.?answer|voice.?mail|left|busy|not connected|failed|wrong/i.test(disposition);
    const isAnswered = seconds > 0 || /connect|answer|spoke|talked/i.test(disposition);
    if (isUnanswered || !isAnswered) return skip(builder.row, "call_not_answered");
    addTouchpoint(builder, {
      kind: "call_conversation",
      occurredAt: parseMoment(cells.get("completeddatetime") || cells.get("activitydate"), builder.dates),
      verification: "captured",
      summary: cells.get("subject"),
      sourceKey: `salesforce:task:${recordId(cells.get("id"))}`,
      details: {
        seconds: seconds || null,
        direction: cells.get("calltype"),
        disposition,
        notes: cells.get("description"),
      },
    });
  },
});

/** What a response was stands in the member's status, in words that every team chooses for itself. */
const responses: [pattern: RegExp, kind: string][] = [
  [/attended|visited|present/i, "seminar_attended"],
  [/regist|rsvp|accepted/i, "webinar_registered"],
  [/download/i, "content_downloaded"],
  [/replied/i, "email_replied"],
  [/click/i, "email_clicked"],
  [/open/i, "email_opened"],
];

const campaignMember = tableFormat({
  slug: "salesforce_campaign_member",
  title: "Salesforce campaign members",
  confidence: "B",
  proof: "captured",
  signatures: [["id", "campaignid", "status", "hasresponded", "firstrespondeddate"]],
  columns: {
    ...personColumns,
    id: "ignore",
    companyoraccount: "company",
    city: "city",
    state: "region",
    postalcode: "postal_code",
    country: "country",
  },
  patterns: [[/./, "ignore"]],
  row: (cells, builder) => {
    for (const column of ["leadid", "contactid"]) if (cells.get(column) !== "") addRecordId(builder, cells.get(column));
    if (isTrue(cells.get("isdeleted"))) return skip(builder.row, "deleted_in_source");
    if (!isTrue(cells.get("hasresponded"))) return;
    const status = cells.get("status");
    addTouchpoint(builder, {
      kind: responses.find(([pattern]) => pattern.test(status))?.[1] ?? "survey_answered",
      occurredAt: parseMoment(cells.get("firstrespondeddate"), builder.dates),
      verification: "captured",
      summary: status,
      sourceKey: `salesforce:campaign-member:${recordId(cells.get("id"))}`,
      details: { campaign: recordId(cells.get("campaignid")), status },
    });
  },
});

function addRecordId(builder: RowBuilder, id: string): void {
  if (id !== "") personAt(builder, 0).externalIds.push({ system: "salesforce", id: recordId(id) });
}

const suffixLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

/** Ids of 15 characters tell capitals apart, their twins of 18 carry that in three more: always the longer one. */
export function recordId(id: string): string {
  if (!/^[a-zA-Z0-9]{15}$/.test(id)) return id;
  const suffix = [0, 5, 10].map((start) => {
    const bits = [...id.slice(start, start + 5)].map((character, index) => (/[A-Z]/.test(character) ? 1 << index : 0));
    return suffixLetters[bits.reduce((sum, bit) => sum + bit, 0)];
  });
  return id + suffix.join("");
}

function isTrue(text: string): boolean {
  return /^(true|1|yes)$/i.test(text);
}

export const salesforce = [lead, contact, task, campaignMember];
