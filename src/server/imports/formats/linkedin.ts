import { type TableFormat, tableFormat } from "#server/imports/formats/table-format.ts";
import { momentKey, parseMoment } from "#server/imports/reading/moments.ts";
import {
  addProfile,
  addTouchpoint,
  personAt,
  personKey,
  type RowBuilder,
  skip,
} from "#server/imports/reading/row-builder.ts";
import type { Cells } from "#server/imports/reading/table.ts";

/*
 * The single files of a LinkedIn archive. A connection is known contact and no more: it warms nobody. Endorsements and
 * recommendations show who would speak for us, and are kept as facts about the person.
 */

const connections: TableFormat = {
  slug: "linkedin_connections",
  title: "LinkedIn connections",
  confidence: "A",
  proof: "captured",
  signatures: [["firstname", "lastname", "emailaddress", "company", "position", "connectedon"]],
  columns: {
    firstname: "first_name",
    lastname: "last_name",
    url: "profile",
    emailaddress: "email",
    company: "company",
    position: "job_title",
    connectedon: "occurred_at",
  },
  row: readConnection,
};

/** Members who hid themselves leave a line with nothing but the date. */
function readConnection(cells: Cells, builder: RowBuilder) {
  const identified = ["firstname", "lastname", "url", "emailaddress"].some((column) => cells.get(column) !== "");
  if (!identified) return skip(builder.row, cells.get("connectedon") === "" ? "empty_row" : "date_only");
  addTouchpoint(builder, {
    kind: "linkedin_connected",
    occurredAt: builder.occurredAt,
    verification: "captured",
    summary: "",
    sourceKey: `linkedin:connection:${personAt(builder, 0).profiles[0]?.url ?? personKey(builder)}`,
  });
}

/** Whose invitations were accepted can only be seen where the connections are at hand: in the archive as a whole. */
const invitations: TableFormat = {
  slug: "linkedin_invitations",
  title: "LinkedIn invitations",
  confidence: "A",
  proof: "captured",
  signatures: [["from", "to", "sentat", "message", "direction"]],
  columns: {
    from: "ignore",
    to: "ignore",
    sentat: "ignore",
    message: "ignore",
    direction: "ignore",
    inviterprofileurl: "ignore",
    inviteeprofileurl: "ignore",
  },
  row: (cells, builder) => {
    const isOurs = cells.get("direction").toUpperCase() === "OUTGOING";
    const person = personAt(builder, 0);
    person.name = cells.get(isOurs ? "to" : "from");
    addProfile(builder, 0, cells.get(isOurs ? "inviteeprofileurl" : "inviterprofileurl"));
    person.custom[isOurs ? "LinkedIn invitation sent" : "LinkedIn invitation received"] = cells.get("sentat");
    const words = cells.get("message");
    if (words !== "") person.notes.push(words);
  },
};

const endorsements: TableFormat = {
  slug: "linkedin_endorsements",
  title: "LinkedIn endorsements received",
  confidence: "A",
  proof: "captured",
  signatures: [["endorsementdate", "skillname", "endorserfirstname", "endorserlastname"]],
  columns: {
    endorsementdate: "ignore",
    skillname: "ignore",
    endorserfirstname: "first_name",
    endorserlastname: "last_name",
    endorserpublicurl: "profile",
    endorsementstatus: "ignore",
  },
  dates: { zone: "UTC" },
  row: (cells, builder) => {
    if (!/^(accepted)?$/i.test(cells.get("endorsementstatus"))) return;
    const at = parseMoment(cells.get("endorsementdate"), builder.dates);
    const when = at ? ` (${momentKey(at).slice(0, 10)})` : "";
    personAt(builder, 0).custom[`LinkedIn endorsement: ${cells.get("skillname")}`] = `endorsed us${when}`;
    personAt(builder, 0).tags.push("endorsed us");
  },
};

const recommendations: TableFormat = {
  slug: "linkedin_recommendations",
  title: "LinkedIn recommendations received",
  confidence: "A",
  proof: "captured",
  signatures: [["firstname", "lastname", "company", "jobtitle", "text", "creationdate", "status"]],
  columns: {
    firstname: "first_name",
    lastname: "last_name",
    company: "company",
    jobtitle: "job_title",
    text: "notes",
    creationdate: "ignore",
    status: "ignore",
  },
  row: (cells, builder) => {
    personAt(builder, 0).custom["LinkedIn recommendation"] = cells.get("creationdate");
    personAt(builder, 0).tags.push("recommended us");
  },
};

/** What a phone's address book once uploaded: people known, no tie to us. */
const uploadedContacts: TableFormat = {
  slug: "linkedin_contacts",
  title: "LinkedIn imported contacts",
  confidence: "A",
  proof: "captured",
  signatures: [["source", "firstname", "lastname", "companies", "emails", "phonenumbers"]],
  columns: {
    source: "ignore",
    firstname: "first_name",
    lastname: "last_name",
    fullname: "name",
    companies: "company",
    title: "job_title",
    emails: "email",
    phonenumbers: "phone",
    addresses: "street",
    birthday: "birthday",
    profiles: "profile",
    createdat: "ignore",
    bookmarkedat: "ignore",
  },
};

/** Events that we went to, and our own numbers: nobody else is in these files. */
const aboutUs: TableFormat = {
  slug: "linkedin_about_us",
  title: "LinkedIn events and phone numbers",
  confidence: "A",
  proof: "captured",
  signatures: [
    ["eventname", "eventtime", "status", "externalurl"],
    ["extension", "number", "type"],
  ],
  columns: {},
  patterns: [[/./, "ignore"]],
  row: (_cells, builder) => skip(builder.row, "not_a_contact_file"),
};

export const linkedinTables = [connections, invitations, endorsements, recommendations, uploadedContacts, aboutUs].map(
  tableFormat,
);
