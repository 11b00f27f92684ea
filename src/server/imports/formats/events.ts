import { type TableFormat, tableFormat } from "#server/imports/formats/table-format.ts";
import { saysYes } from "#server/imports/reading/cell.ts";
import { normaliseColumn } from "#server/imports/reading/column-name.ts";
import { readConsentQuestion } from "#server/imports/reading/consent-question.ts";
import { momentKey, parseMoment } from "#server/imports/reading/moments.ts";
import { addConsent, addTouchpoint, personKey, type RowBuilder, skip } from "#server/imports/reading/row-builder.ts";
import type { Cells } from "#server/imports/reading/table.ts";

/*
 * A ticket is a registration: `webinar_registered` is the kind that means that, wherever the event takes place. Only who
 * was checked in was there.
 */

const organiserOptIn =
  /keep me (updated|informed)|tieni informato|tenez-moi inform|mantén?me informad|halte?n? sie mich|informed about (future|this)|receive (updates|news|emails)|marketing emails/i;

const eventbriteColumns: TableFormat["columns"] = {
  firstname: "first_name",
  attendeefirstname: "first_name",
  buyerfirstname: "first_name",
  lastname: "last_name",
  surname: "last_name",
  attendeesurname: "last_name",
  buyerlastname: "last_name",
  email: "email",
  attendeeemail: "email",
  buyeremail: "email",
  cellphone: "phone:mobile",
  phonenumber: "phone",
  workphone: "phone:work",
  homephone: "phone:home",
  jobtitle: "job_title",
  company: "company",
  companyorganization: "company",
  website: "website",
  homeaddress1: "street:home",
  homecity: "city:home",
  homestate: "region:home",
  homezip: "postal_code:home",
  homecountry: "country:home",
};

const moneyAndTickets: TableFormat["patterns"] = [
  [
    /^(order#|orderid|orderdate|quantity|ticketquantity|pricetier|tickettype|attendee#|barcode#|group|ordertype|currency|totalpaid)$/,
    "ignore",
  ],
  [
    /fees|paymentprocessing|grosssales|^(attendeestatus|orderstatus|checkedin|eventname|eventdate|eventid|promocode|affiliate|homeaddress2)$/,
    "ignore",
  ],
];

const eventbrite = tableFormat({
  slug: "eventbrite_attendees",
  title: "Eventbrite attendees",
  confidence: "A",
  proof: "captured",
  signatures: [["order#", "orderdate", "firstname", "email", "attendeestatus"]],
  columns: eventbriteColumns,
  patterns: moneyAndTickets,
  row: (cells, builder) => readTicket(cells, builder, cells.get("attendeestatus"), cells.get("attendee#")),
});

const eventbriteOrders = tableFormat({
  slug: "eventbrite_orders",
  title: "Eventbrite orders",
  confidence: "A",
  proof: "captured",
  signatures: [
    ["orderdate", "totalpaid", "orderstatus", "eventname", "eventdate", "checkedin"],
    ["order#", "orderdate", "email", "orderstatus", "eventname"],
  ],
  columns: eventbriteColumns,
  patterns: moneyAndTickets,
  row: (cells, builder) => {
    const isCheckedIn = saysYes(cells.get("checkedin")) || Number(cells.get("checkedin")) > 0;
    const status = isCheckedIn ? "Checked In" : cells.get("orderstatus");
    readTicket(cells, builder, status, cells.get("order#"));
  },
});

function readTicket(cells: Cells, builder: RowBuilder, status: string, ticket: string) {
  if (/refund|not attending|deleted|cancel/i.test(status)) return skip(builder.row, "cancelled");
  const event = cells.get("eventname") || cells.get("tickettype");
  const orderedAt = parseMoment(cells.get("orderdate"), builder.dates);
  const details = { platform: "eventbrite", event, status, ticket: cells.get("tickettype") };
  const sourceKey = `eventbrite:${ticket || cells.get("order#")}:${personKey(builder)}`;
  readQuestions(cells, builder);
  addTouchpoint(builder, {
    kind: "webinar_registered",
    occurredAt: orderedAt,
    verification: "captured",
    summary: event,
    sourceKey: `${sourceKey}:registered`,
    details,
  });
  if (!/checked.?in/i.test(status)) return;
  // Without the event's date the order's stands in: it is earlier, so nobody seems warmer than he is.
  const heldOn = parseMoment(cells.get("eventdate"), builder.dates);
  addTouchpoint(builder, {
    kind: "seminar_attended",
    occurredAt: heldOn ?? orderedAt,
    verification: "captured",
    summary: event,
    sourceKey: `${sourceKey}:attended`,
    details: { ...details, datedBy: heldOn ? "Event Date" : "Order Date" },
  });
}

/** The organiser's own questions: facts, an opt-in to mail, or the exact words of a consent to be called. */
function readQuestions(cells: Cells, builder: RowBuilder): void {
  const at = parseMoment(cells.get("orderdate") || cells.get("createdat"), builder.dates);
  for (const header of cells.names) {
    const answer = cells.get(normaliseColumn(header));
    const evidence = builder.row.cells;
    if (organiserOptIn.test(header) && saysYes(answer) && at) {
      const words = `${header}: ${answer}`;
      addConsent(builder, { channels: ["email"], form: "electronic", givenAt: at, words, column: header, evidence });
    } else readConsentQuestion(builder, { header, answer, at, evidence });
  }
}

const luma = tableFormat({
  slug: "luma_guests",
  title: "Luma guests",
  confidence: "A",
  proof: "captured",
  signatures: [["apiid", "name", "email", "createdat", "approvalstatus", "checkedinat", "ticketname"]],
  columns: { name: "name", firstname: "first_name", lastname: "last_name", email: "email", phonenumber: "phone" },
  patterns: [
    [
      /^(apiid|createdat|approvalstatus|checkedinat|customsource|qrcodeurl|amount.*|currency|couponcode|ethaddress|solanaaddress|tickettypeid|ticketname)$/,
      "ignore",
    ],
  ],
  row: (cells, builder) => {
    readQuestions(cells, builder);
    const status = cells.get("approval_status") || cells.get("approvalstatus");
    const checkedInAt = parseMoment(cells.get("checkedinat"), builder.dates);
    if (!checkedInAt && status !== "approved")
      return skip(builder.row, /declined/.test(status) ? "cancelled" : "not_finished");
    const key = `luma:${cells.get("apiid") || personKey(builder)}`;
    const summary = cells.get("ticketname");
    const details = { platform: "luma", ticket: summary, status };
    const registeredAt = parseMoment(cells.get("createdat"), builder.dates);
    addTouchpoint(builder, {
      kind: "webinar_registered",
      occurredAt: registeredAt,
      verification: "captured",
      summary,
      sourceKey: `${key}:registered`,
      details,
    });
    if (!checkedInAt) return;
    addTouchpoint(builder, {
      kind: "seminar_attended",
      occurredAt: checkedInAt,
      verification: "captured",
      summary,
      sourceKey: `${key}:attended`,
      details,
    });
  },
});

/** Meetup tells no address and no number: a name and a page, and whether the person said yes. */
const meetup = tableFormat({
  slug: "meetup_members",
  title: "Meetup attendees",
  confidence: "D",
  proof: "captured",
  signatures: [["name", "userid", "eventhost", "rsvp", "urlofmemberprofile"]],
  columns: { name: "name", userid: "external_id:meetup", urlofmemberprofile: "profile", rsvpedon: "occurred_at" },
  patterns: [[/./, "ignore"]],
  row: (cells, builder) => {
    if (saysYes(cells.get("eventhost"))) return skip(builder.row, "our_own_people");
    if (!/^yes/i.test(cells.get("rsvp"))) return skip(builder.row, "cancelled");
    const at = builder.occurredAt;
    const sourceKey = `meetup:${cells.get("userid")}:${at ? momentKey(at) : ""}`;
    addTouchpoint(builder, {
      kind: "webinar_registered",
      occurredAt: at,
      verification: "captured",
      summary: "Meetup",
      sourceKey,
      details: { platform: "meetup" },
    });
  },
});

export const events = [eventbrite, eventbriteOrders, luma, meetup];
