import { tableFormat } from "#server/imports/formats/table-format.ts";
import { momentKey, parseMoment } from "#server/imports/reading/moments.ts";
import { addTouchpoint, personAt, skip } from "#server/imports/reading/row-builder.ts";

const contacts = tableFormat({
  slug: "hubspot_contacts",
  title: "HubSpot contacts",
  confidence: "B",
  proof: "captured",
  signatures: [
    ["recordid", "firstname", "lastname", "email"],
    ["recordid", "firstname", "lastname", "phonenumber"],
  ],
  without: ["leadowner", "leadownerid", "emailaddresses"],
  columns: {
    recordid: "external_id:hubspot",
    firstname: "first_name",
    lastname: "last_name",
    email: "email",
    additionalemailaddresses: "email:other",
    workemail: "email:work",
    phonenumber: "phone",
    mobilephonenumber: "phone:mobile",
    contactowner: "owner",
    companyname: "company",
    associatedcompany: "company",
    jobtitle: "job_title",
    streetaddress: "street",
    city: "city",
    stateregion: "region",
    postalcode: "postal_code",
    countryregion: "country",
    country: "country",
    timezone: "time_zone",
    preferredlanguage: "language",
    linkedinurl: "profile",
    dateofbirth: "birthday",
    unsubscribedfromallemail: "suppress:email",
    faxnumber: "ignore",
    createdate: "ignore",
    lastmodifieddate: "ignore",
  },
});

/** A deal that was won is a purchase by everybody it is associated with, on the day it was closed. */
const deals = tableFormat({
  slug: "hubspot_deals",
  title: "HubSpot deals",
  confidence: "B",
  proof: "captured",
  signatures: [
    ["recordid", "dealname", "dealstage", "amount", "dealowner"],
    ["dealname", "dealstage", "pipeline", "amount", "closedate"],
  ],
  columns: { associatedcompany: "company", dealowner: "ignore" },
  patterns: [[/./, "ignore"]],
  row: (cells, builder) => {
    const contactIds = cells
      .get("associatedcontactids")
      .split(/[;,]\s*/)
      .filter((id) => id !== "");
    for (const [who, id] of contactIds.entries()) personAt(builder, who).externalIds.push({ system: "hubspot", id });
    if (contactIds.length === 0) return skip(builder.row, "no_person");
    if (!/won/i.test(cells.get("dealstage"))) return skip(builder.row, "deal_not_won");

    const closedOn = parseMoment(cells.get("closedate"), builder.dates);
    const name = cells.get("dealname");
    const key = `hubspot:deal:${cells.get("recordid") || name}`;
    const details = { deal: name, amount: cells.get("amount") };
    for (const who of contactIds.keys()) {
      const sourceKey = `${key}:${contactIds[who]}`;
      const proved = { who, sourceKey, details };
      addTouchpoint(builder, {
        ...proved,
        kind: "purchase",
        occurredAt: closedOn,
        verification: "captured",
        summary: name,
      });
      if (closedOn) builder.row.relationships.push({ ...proved, kind: "purchase", startedAt: closedOn });
    }
  },
});

/** The calls API's own names; the duration is in milliseconds. */
const calls = tableFormat({
  slug: "hubspot_calls",
  title: "HubSpot calls",
  confidence: "B",
  proof: "captured",
  signatures: [["hscallduration", "hscallstatus", "hscalltonumber", "hstimestamp"]],
  columns: { hscalltonumber: "phone" },
  patterns: [[/./, "ignore"]],
  row: (cells, builder) => {
    const seconds = Math.round(Number(cells.get("hscalldurationms") || cells.get("hscallduration")) / 1000);
    if (!/completed/i.test(cells.get("hscallstatus")) || !(seconds > 0)) return skip(builder.row, "call_not_answered");
    const at = parseMoment(cells.get("hstimestamp") || cells.get("createdate"), builder.dates);
    addTouchpoint(builder, {
      kind: "call_conversation",
      occurredAt: at,
      verification: "captured",
      summary: cells.get("hscalltitle"),
      sourceKey: `hubspot:call:${at ? momentKey(at) : ""}:${cells.get("hscalltonumber")}`,
      details: { seconds, notes: cells.get("hscallbody") },
    });
  },
});

export const hubspot = [contacts, deals, calls];
