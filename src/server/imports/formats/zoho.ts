import { tableFormat } from "#server/imports/formats/table-format.ts";
import { parseMoment } from "#server/imports/reading/moments.ts";
import { addSuppression, personAt } from "#server/imports/reading/row-builder.ts";

/** The processing basis is kept as a fact: it names no channel, so it is nobody's permission to call. */
const people = tableFormat({
  slug: "zoho_people",
  title: "Zoho CRM leads and contacts",
  confidence: "A",
  proof: "captured",
  signatures: [
    ["recordid", "leadowner", "company", "firstname", "lastname", "emailoptout"],
    ["recordid", "contactowner", "firstname", "lastname", "emailoptout"],
    ["recordid", "leadownerid", "leadowner", "lastname"],
  ],
  columns: {
    recordid: "external_id:zoho",
    leadowner: "owner",
    contactowner: "owner",
    company: "company",
    accountname: "company",
    firstname: "first_name",
    lastname: "last_name",
    salutation: "prefix",
    title: "job_title",
    designation: "job_title",
    email: "email",
    secondaryemail: "email:other",
    phone: "phone",
    homephone: "phone:home",
    otherphone: "phone:other",
    mobile: "phone:mobile",
    street: "street",
    city: "city",
    state: "region",
    zipcode: "postal_code",
    country: "country",
    mailingstreet: "street",
    mailingcity: "city",
    mailingstate: "region",
    mailingzip: "postal_code",
    mailingcountry: "country",
    emailoptout: "suppress:email",
    tag: "tags",
    description: "notes",
    dateofbirth: "birthday",
    convertedcontactid: "external_id:zoho",
    leadname: "ignore",
    fax: "ignore",
  },
  patterns: [
    [
      /^(createdby|modifiedby|leadowner|contactowner|connectedto|convertedaccount|converteddeal|convertedcontact)(id|module)?$/,
      "ignore",
    ],
    [/^(createdtime|modifiedtime|changelogtime|lastenrichedtime|enrichstatus|locked|isconverted)$/, "ignore"],
    [/^(unsubscribedmode|unsubscribedtime)$/, "ignore"],
  ],
  row: (cells, builder) => {
    const value = cells.get("unsubscribedtime") || cells.get("unsubscribedmode");
    if (value === "") return;
    const at = parseMoment(cells.get("unsubscribedtime"), builder.dates);
    addSuppression(builder, { channels: ["email"], kind: "unsubscribe", at, column: "Unsubscribed Time", value });
  },
});

/** A note hangs on a record of another file, and is somebody's words about a person: no touchpoint. */
const notes = tableFormat({
  slug: "zoho_notes",
  title: "Zoho CRM notes",
  confidence: "A",
  proof: "captured",
  signatures: [["recordid", "notecontent", "notetitle", "parentid"]],
  columns: { notecontent: "notes" },
  patterns: [[/./, "ignore"]],
  row: (cells, builder) => {
    const id = cells.get("parentidid") || cells.get("associatedid");
    const person = personAt(builder, 0);
    if (id !== "") person.externalIds.push({ system: "zoho", id });
    const title = cells.get("notetitle");
    const [content = ""] = person.notes;
    if (title !== "") person.notes = [`${title}\n${content}`.trim()];
  },
});

export const zoho = [people, notes];
