import { tableFormat } from "#server/imports/formats/table-format.ts";
import { saysYes } from "#server/imports/reading/cell.ts";
import { momentKey, parseMoment } from "#server/imports/reading/moments.ts";
import {
  addSuppression,
  addTouchpoint,
  personAt,
  personKey,
  type RowBuilder,
} from "#server/imports/reading/row-builder.ts";
import type { Cells } from "#server/imports/reading/table.ts";

const close = tableFormat({
  slug: "close_leads",
  title: "Close leads",
  confidence: "B",
  proof: "captured",
  signatures: [["id", "displayname", "statuslabel", "primarycontactname", "primarycontactprimaryemail"]],
  columns: {
    id: "external_id:close",
    displayname: "company",
    description: "notes",
    url: "website",
    primarycontactname: "name",
    primarycontacttitle: "job_title",
    primarycontactprimaryphone: "phone",
    primarycontactotherphones: "phone:other",
    primarycontactprimaryemail: "email",
    primarycontactotheremails: "email:other",
    primarycontactprimaryurl: "profile",
    primarycontactotherurls: "profile",
  },
  patterns: [[/^(statusid|primarycontactprimary(phone|email)type)$/, "ignore"]],
});

/**
 * Bought data: everybody in it is on a list, and cold, unless the tool itself recorded that the person answered. It dates
 * only the last contact, so a reply without that date stays out.
 */
const apollo = tableFormat({
  slug: "apollo_people",
  title: "Apollo people",
  confidence: "A",
  proof: "captured",
  signatures: [
    ["firstname", "lastname", "companynameforemails", "emailstatus"],
    ["firstname", "lastname", "apollocontactid"],
  ],
  columns: {
    firstname: "first_name",
    lastname: "last_name",
    title: "job_title",
    company: "company",
    companyname: "company",
    email: "email",
    secondaryemail: "email:other",
    tertiaryemail: "email:other",
    contactowner: "owner",
    firstphone: "phone",
    workdirectphone: "phone:work",
    homephone: "phone:home",
    mobilephone: "phone:mobile",
    corporatephone: "phone:corporate",
    companyphone: "phone:corporate",
    otherphone: "phone:other",
    personlinkedinurl: "profile",
    twitterurl: "ignore",
    facebookurl: "ignore",
    companylinkedinurl: "ignore",
    city: "city",
    state: "region",
    country: "country",
    lists: "tags",
    apollocontactid: "external_id:apollo",
    apolloaccountid: "ignore",
    departments: "department",
  },
  patterns: [
    [
      /^(email|primaryemail|secondaryemail|tertiaryemail)(status|source|confidence|catchallstatus|lastverifiedat)/,
      "ignore",
    ],
  ],
  row: readApolloAnswers,
});

function readApolloAnswers(cells: Cells, builder: RowBuilder): void {
  personAt(builder, 0).provenance = "list";
  const lastContacted = parseMoment(cells.get("lastcontacted"), builder.dates);
  const answers = [
    { column: "replied", kind: "email_replied" },
    { column: "demoed", kind: "video_call_held" },
  ];
  for (const { column, kind } of answers) {
    if (!saysYes(cells.get(column))) continue;
    addTouchpoint(builder, {
      kind,
      occurredAt: lastContacted,
      verification: "captured",
      summary: "",
      sourceKey: `apollo:${column}:${cells.get("apollocontactid") || personKey(builder)}`,
      details: { datedBy: "Last Contacted" },
    });
  }
  if (saysYes(cells.get("emailbounced"))) {
    addSuppression(builder, { channels: ["email"], kind: "bounced", at: null, column: "Email Bounced", value: "true" });
  }
}

/**
 * Attio dates the last interaction but does not say who wrote, so a mail is only claimed. What is not the mail is a
 * calendar entry: booked, as far as anybody knows.
 */
const attio = tableFormat({
  slug: "attio_people",
  title: "Attio people",
  confidence: "A",
  proof: "captured",
  signatures: [["recordid", "name", "emailaddresses", "lastinteraction", "connectionstrength"]],
  columns: {
    recordid: "external_id:attio",
    name: "name",
    firstname: "first_name",
    lastname: "last_name",
    emailaddresses: "email",
    phonenumbers: "phone",
    description: "notes",
    company: "company",
    jobtitle: "job_title",
    linkedin: "profile",
    twitter: "ignore",
    primarylocation: "city",
  },
  patterns: [[/^(createdat|createdby|connectionstrengthlegacy)$/, "ignore"]],
  row: (cells, builder) => {
    const mailed = parseMoment(cells.get("lastemailinteraction"), builder.dates);
    const last = parseMoment(cells.get("lastinteraction"), builder.dates);
    const next = parseMoment(cells.get("nextinteraction"), builder.dates);
    const key = `attio:${cells.get("recordid") || personKey(builder)}`;
    const strength = { connectionStrength: cells.get("connectionstrength") };
    if (mailed) {
      const sourceKey = `${key}:email:${momentKey(mailed)}`;
      addTouchpoint(builder, {
        kind: "email_replied",
        occurredAt: mailed,
        verification: "claimed",
        summary: "",
        sourceKey,
        details: strength,
      });
    }
    for (const meeting of [last, next]) {
      if (!meeting || (mailed && momentKey(meeting) === momentKey(mailed))) continue;
      const sourceKey = `${key}:meeting:${momentKey(meeting)}`;
      const booked = {
        occurredAt: meeting,
        startsAt: meeting,
        verification: "captured" as const,
        summary: "",
        sourceKey,
      };
      addTouchpoint(builder, { ...booked, kind: "meeting_booked", details: strength });
    }
  },
});

export const salesTools = [close, apollo, attio];
