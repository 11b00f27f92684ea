import { tableFormat } from "#server/imports/formats/table-format.ts";
import type { Channel, ImportedSuppression } from "#server/imports/imported-row.ts";
import { saysYes } from "#server/imports/reading/cell.ts";
import { normaliseColumn } from "#server/imports/reading/column-name.ts";
import { parseMoment } from "#server/imports/reading/moments.ts";
import {
  addEmails,
  addPhones,
  addSuppression,
  addTouchpoint,
  personAt,
  personKey,
  type RowBuilder,
  skip,
} from "#server/imports/reading/row-builder.ts";
import type { Cells } from "#server/imports/reading/table.ts";

const constituents = tableFormat({
  slug: "raisers_edge_constituents",
  title: "Raiser's Edge constituents",
  confidence: "B",
  proof: "captured",
  signatures: [
    ["cnbioid", "cnbiolastname"],
    ["cnbiosystemid", "cnbiolastname"],
    ["cnbioimportid", "cnbiolastname"],
  ],
  columns: {
    cnbioid: "external_id:raisers_edge",
    cnbiotitle1: "prefix",
    cnbiofirstname: "first_name",
    cnbiomiddlename: "middle_name",
    cnbiolastname: "last_name",
    cnbiosuffix1: "suffix",
    cnbionickname: "nickname",
    cnbioorgname: "company",
    cnbiobirthdate: "birthday",
    cnadrprfaddrline1: "street",
    cnadrprfcity: "city",
    cnadrprfstate: "region",
    cnadrprfcountrylongdscription: "country",
    cnadrprfcountry: "country",
  },
  patterns: [[/^cn(biosystemid|bioimportid|adrprf|ph1|relind|slct|solicit|biodeceased)|solicitcode/, "ignore"]],
  row: (cells, builder) => {
    readPostalCode(cells, builder);
    readNumberedPhones(cells, builder);
    readSolicitCodes(cells, builder);
    readRelations(cells, builder);
    if (!saysYes(cells.get("cnbiodeceased"))) return;
    addSuppression(builder, {
      channels: "all",
      kind: "deceased",
      at: null,
      column: "CnBio_Deceased",
      value: cells.get("cnbiodeceased"),
    });
  },
});

/** In these states every postal code begins with the zero that spreadsheets drop. */
const statesWithLeadingZero = new Set(["CT", "MA", "ME", "NH", "NJ", "PR", "RI", "VI", "VT"]);

function readPostalCode(cells: Cells, builder: RowBuilder): void {
  const code = cells.get("cnadrprfzip");
  if (code === "") return;
  const isShort = /^\d{4}(-\d{4})?$/.test(code) && statesWithLeadingZero.has(cells.get("cnadrprfstate").toUpperCase());
  if (isShort) builder.row.warnings.push({ code: "postal_code_repaired", column: "CnAdrPrf_ZIP", value: code });
  const address = personAt(builder, 0).addresses.find(({ label }) => label === null);
  const postalCode = isShort ? `0${code}` : code;
  if (address) address.postalCode = postalCode;
  else personAt(builder, 0).addresses.push({ label: null, postalCode });
}

/** Groups of columns numbered up to 25, mail addresses among the phones. */
function readNumberedPhones(cells: Cells, builder: RowBuilder): void {
  for (const column of cells.names) {
    const number = /^cnph1(\d+)phonenumber$/.exec(normaliseColumn(column))?.[1];
    if (!number || saysYes(cells.get(`cnph1${number}inactive`))) continue;
    const text = cells.get(`cnph1${number}phonenumber`);
    addPoint(builder, text, cells.get(`cnph1${number}phonetype`).toLowerCase(), column);
  }
}

function addPoint(builder: RowBuilder, text: string, type: string, column: string): void {
  if (text === "" || /fax|pager|web|http/.test(type + text)) return;
  if (text.includes("@")) addEmails(builder, 0, text, type || null, column);
  else addPhones(builder, 0, text, /mobile|cell/.test(type) ? "mobile" : type || null, column);
}

const solicitCodes: [pattern: RegExp, channels: Channel[] | "all", kind: ImportedSuppression["kind"]][] = [
  [/do not (phone|call)/i, ["call", "voicemail"], "do_not_call"],
  [/do not e-?mail/i, ["email"], "opt_out"],
  [/do not mail/i, ["post"], "opt_out"],
  [/do not (contact|solicit)/i, "all", "opt_out"],
];

/** "Do Not Phone" and its sisters, in whatever column of solicit codes they stand. */
function readSolicitCodes(cells: Cells, builder: RowBuilder): void {
  for (const column of cells.names.filter((name) => /solicitcode|slct/.test(normaliseColumn(name)))) {
    const value = cells.get(normaliseColumn(column));
    for (const [pattern, channels, kind] of solicitCodes) {
      if (pattern.test(value)) addSuppression(builder, { channels, kind, at: null, column, value });
    }
  }
}

function readRelations(cells: Cells, builder: RowBuilder): void {
  for (const column of cells.names) {
    const number = /^cnrelind1(\d+)lastname$/.exec(normaliseColumn(column))?.[1];
    const lastName = number ? cells.get(`cnrelind1${number}lastname`) : "";
    if (lastName === "") continue;
    const name = `${cells.get(`cnrelind1${number}firstname`)} ${lastName}`.trim();
    const kind = /spouse|husband|wife|partner/i.test(cells.get(`cnrelind1${number}relationcode`))
      ? "spouse"
      : "relative";
    builder.row.links.push({ kind, other: { name }, column });
  }
}

const gifts = tableFormat({
  slug: "raisers_edge_gifts",
  title: "Raiser's Edge gifts",
  confidence: "B",
  proof: "captured",
  signatures: [
    ["gfdate", "gfamount", "gfcnbioid"],
    ["gfdate", "gfamount", "gfcnbioname"],
    ["gfgiftid", "gfdate", "gfamount"],
  ],
  columns: { gfcnbioid: "external_id:raisers_edge", gfcnbioname: "name" },
  patterns: [[/./, "ignore"]],
  row: (cells, builder) => {
    const fund = cells.get("gffnds101description") || cells.get("gfapls101description");
    addDonation(
      builder,
      cells.get("gfdate"),
      cells.get("gfamount"),
      fund,
      `raisers_edge:gift:${cells.get("gfgiftid") || cells.get("gfimportid")}`,
    );
  },
});

/** Two people to a row; the gift is the first one's. */
const npsp = tableFormat({
  slug: "npsp_import",
  title: "Salesforce NPSP data import",
  confidence: "B",
  proof: "captured",
  signatures: [
    ["contact1firstname", "contact1lastname", "donationamount", "donationdate"],
    ["contact1lastname", "contact1personalemail"],
  ],
  columns: {
    ...npspPerson("contact1", ""),
    ...npspPerson("contact2", "other."),
    homestreet: "street",
    homecity: "city",
    homestateprovince: "region",
    homezippostalcode: "postal_code",
    homecountry: "country",
  },
  patterns: [[/^contact[12]preferred|^donation|^paymentmethod/, "ignore"]],
  row: (cells, builder) => {
    const [, second] = builder.people;
    if (second)
      builder.row.links.push({
        kind: "household",
        other: second.name
          ? { name: second.name }
          : { name: `${second.firstName ?? ""} ${second.lastName ?? ""}`.trim() },
        column: "Contact2 Last Name",
      });
    if (cells.get("donationamount") === "") return;
    const key = `npsp:donation:${personKey(builder)}:${cells.get("donationdate")}:${cells.get("donationamount")}`;
    addDonation(
      builder,
      cells.get("donationdate"),
      cells.get("donationamount"),
      cells.get("donationcampaignname") || cells.get("donationdescription"),
      key,
    );
  },
});

function npspPerson(prefix: string, who: string): Record<string, string> {
  return {
    [`${prefix}salutation`]: `${who}prefix`,
    [`${prefix}firstname`]: `${who}first_name`,
    [`${prefix}lastname`]: `${who}last_name`,
    [`${prefix}birthdate`]: `${who}birthday`,
    [`${prefix}title`]: `${who}job_title`,
    [`${prefix}personalemail`]: `${who}email:home`,
    [`${prefix}workemail`]: `${who}email:work`,
    [`${prefix}alternateemail`]: `${who}email:other`,
    [`${prefix}homephone`]: `${who}phone:home`,
    [`${prefix}workphone`]: `${who}phone:work`,
    [`${prefix}mobilephone`]: `${who}phone:mobile`,
    [`${prefix}otherphone`]: `${who}phone:other`,
  };
}

function addDonation(builder: RowBuilder, date: string, amount: string, purpose: string, sourceKey: string): void {
  const givenAt = parseMoment(date, builder.dates);
  const details = { amount, purpose };
  addTouchpoint(builder, {
    kind: "donation",
    occurredAt: givenAt,
    verification: "captured",
    summary: [amount, purpose].filter(Boolean).join(", "),
    sourceKey,
    details,
  });
  if (givenAt) builder.row.relationships.push({ kind: "donation", startedAt: givenAt, sourceKey, details });
}

const civicrm = tableFormat({
  slug: "civicrm_contacts",
  title: "CiviCRM contacts",
  confidence: "D",
  proof: "captured",
  signatures: [
    ["contactid", "contacttype", "donotemail", "donotphone", "donotmail", "sortname"],
    ["internalcontactid", "contacttype", "donotphone", "sortname"],
  ],
  columns: {
    contactid: "external_id:civicrm",
    internalcontactid: "external_id:civicrm",
    displayname: "name",
    firstname: "first_name",
    middlename: "middle_name",
    lastname: "last_name",
    currentemployer: "company",
    jobtitle: "job_title",
    email: "email",
    phone: "phone",
    streetaddress: "street",
    city: "city",
    state: "region",
    postalcode: "postal_code",
    country: "country",
    birthdate: "birthday",
    donotemail: "suppress:email",
    donotphone: "suppress:call",
    donotmail: "suppress:post",
    donotsms: "suppress:sms",
    nobulkemailsuseroptout: "suppress:email",
    sortname: "ignore",
    contacttype: "ignore",
  },
  row: (cells, builder) => {
    if (saysYes(cells.get("contactisintrash"))) skip(builder.row, "deleted_in_source");
  },
});

export const donors = [constituents, gifts, npsp, civicrm];
