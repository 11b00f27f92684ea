import { type TableFormat, tableFormat } from "#server/imports/formats/table-format.ts";
import { cellText } from "#server/imports/reading/cell.ts";
import { normaliseColumn } from "#server/imports/reading/column-name.ts";
import { addEmails, addPhones, personAt, type RowBuilder } from "#server/imports/reading/row-builder.ts";
import type { Cells } from "#server/imports/reading/table.ts";

/* Address books say who is known, not that anything happened: no touchpoints, no consents. Fax and pager are no phones. */

const outlookColumns: Record<string, string> = {
  firstname: "first_name",
  middlename: "middle_name",
  lastname: "last_name",
  title: "prefix",
  suffix: "suffix",
  nickname: "nickname",
  emailaddress: "email",
  email2address: "email:other",
  email3address: "email:other",
  homephone: "phone:home",
  homephone2: "phone:home",
  businessphone: "phone:work",
  businessphone2: "phone:work",
  mobilephone: "phone:mobile",
  carphone: "phone:other",
  otherphone: "phone:other",
  primaryphone: "phone:main",
  companymainphone: "phone:corporate",
  jobtitle: "job_title",
  department: "department",
  company: "company",
  managersname: "manager",
  assistantsname: "assistant",
  spouse: "spouse",
  referredby: "referred_by",
  birthday: "birthday",
  notes: "notes",
  categories: "tags",
  language: "language",
  webpage: "website",
  personalwebpage: "website",
  businessstreet: "street:work",
  businesscity: "city:work",
  businessstate: "region:work",
  businesspostalcode: "postal_code:work",
  businesscountryregion: "country:work",
  businesscountry: "country:work",
  homestreet: "street:home",
  homecity: "city:home",
  homestate: "region:home",
  homepostalcode: "postal_code:home",
  homecountryregion: "country:home",
  homecountry: "country:home",
  otherstreet: "street:other",
  othercity: "city:other",
  otherstate: "region:other",
  otherpostalcode: "postal_code:other",
  othercountryregion: "country:other",
  othercountry: "country:other",
};

const outlookPatterns: TableFormat["patterns"] = [
  [
    /fax$|^pager$|^telex$|phonetic|yomi|^email\d?(type|displayname)$|^(priority|private|sensitivity|gender|initials)$/,
    "ignore",
  ],
];

const outlookCom: TableFormat = {
  slug: "outlook_com",
  title: "Outlook.com contacts",
  confidence: "A",
  proof: "captured",
  signatures: [["firstname", "givenyomi", "surnameyomi", "emailaddress", "homephone", "businessphone", "companyyomi"]],
  columns: outlookColumns,
  patterns: outlookPatterns,
};

const outlookDesktop: TableFormat = {
  slug: "outlook_desktop",
  title: "Outlook contacts (desktop)",
  confidence: "B",
  proof: "captured",
  signatures: [
    ["title", "firstname", "lastname", "company", "department", "jobtitle", "businessstreet", "emailaddress"],
  ],
  without: ["givenyomi", "internetfreebusy"],
  columns: outlookColumns,
  patterns: outlookPatterns,
};

const googleAsOutlook: TableFormat = {
  slug: "google_contacts_outlook_csv",
  title: "Google contacts (Outlook CSV)",
  confidence: "A",
  proof: "captured",
  signatures: [["firstname", "lastname", "initials", "webpage", "gender", "internetfreebusy", "emailaddress"]],
  columns: outlookColumns,
  patterns: outlookPatterns,
};

const thunderbird: TableFormat = {
  slug: "thunderbird",
  title: "Thunderbird address book",
  confidence: "B",
  proof: "captured",
  signatures: [["firstname", "lastname", "displayname", "nickname", "primaryemail", "screenname", "workphone"]],
  columns: {
    firstname: "first_name",
    lastname: "last_name",
    displayname: "name",
    nickname: "nickname",
    primaryemail: "email",
    secondaryemail: "email:other",
    workphone: "phone:work",
    homephone: "phone:home",
    mobilenumber: "phone:mobile",
    faxnumber: "ignore",
    pagernumber: "ignore",
    jobtitle: "job_title",
    department: "department",
    organization: "company",
    notes: "notes",
    webpage1: "website",
    webpage2: "website",
    homeaddress: "street:home",
    homecity: "city:home",
    homestate: "region:home",
    homezipcode: "postal_code:home",
    homecountry: "country:home",
    workaddress: "street:work",
    workcity: "city:work",
    workstate: "region:work",
    workzipcode: "postal_code:work",
    workcountry: "country:work",
  },
};

const googlePatterns: TableFormat["patterns"] = [
  [
    /^(email|phone)\d+(value|label|type)$|^address\d+|^(website|customfield|relation|event|im)\d+|^organization\d+(type|yomi|symbol|location)/,
    "ignore",
  ],
  [
    /^phonetic|yomi|^(photo|fileas|initials|shortname|maidenname|priority|sensitivity|directoryserver|mileage|subject|gender)$/,
    "ignore",
  ],
];

const googleNew: TableFormat = {
  slug: "google_contacts",
  title: "Google contacts",
  confidence: "B",
  proof: "captured",
  signatures: [["firstname", "lastname", "fileas", "organizationname", "organizationtitle", "labels", "photo"]],
  columns: {
    firstname: "first_name",
    middlename: "middle_name",
    lastname: "last_name",
    nameprefix: "prefix",
    namesuffix: "suffix",
    nickname: "nickname",
    organizationname: "company",
    organizationtitle: "job_title",
    organizationdepartment: "department",
    birthday: "birthday",
    notes: "notes",
    labels: "tags",
  },
  patterns: googlePatterns,
  row: readNumberedPoints,
};

const googleOld: TableFormat = {
  slug: "google_contacts_old",
  title: "Google contacts (old layout)",
  confidence: "B",
  proof: "captured",
  signatures: [["name", "givenname", "familyname", "yominame", "groupmembership", "notes"]],
  columns: {
    name: "name",
    givenname: "first_name",
    additionalname: "middle_name",
    familyname: "last_name",
    nameprefix: "prefix",
    namesuffix: "suffix",
    nickname: "nickname",
    birthday: "birthday",
    notes: "notes",
    language: "language",
    groupmembership: "tags",
    organization1name: "company",
    organization1title: "job_title",
    organization1department: "department",
  },
  patterns: googlePatterns,
  row: readNumberedPoints,
};

/** Google numbers its columns (`Phone 2 - Value`), with the label in the column before. */
function readNumberedPoints(cells: Cells, builder: RowBuilder): void {
  for (const column of cells.names) {
    const match = /^(email|phone|address)(\d+)(?:value|street)$/.exec(normaliseColumn(column));
    if (!match) continue;
    const [, what, number] = match;
    const text = cells.get(`${what}${number}${what === "address" ? "formatted" : "value"}`);
    const label = labelOf(cells.get(`${what}${number}label`) || cells.get(`${what}${number}type`));
    if (what === "email" && text !== "") addEmails(builder, 0, text, label, column);
    if (what === "phone" && text !== "" && !/fax|pager/i.test(label ?? "")) addPhones(builder, 0, text, label, column);
    if (what === "address") addAddress(cells, builder, `address${number}`, label);
  }
}

function addAddress(cells: Cells, builder: RowBuilder, prefix: string, label: string | null): void {
  const parts = {
    street: cells.get(`${prefix}street`),
    city: cells.get(`${prefix}city`),
    region: cells.get(`${prefix}region`),
    postalCode: cells.get(`${prefix}postalcode`),
    country: cells.get(`${prefix}country`),
  };
  const known = Object.entries(parts).filter(([, text]) => text !== "");
  if (known.length > 0) personAt(builder, 0).addresses.push({ label, ...Object.fromEntries(known) });
}

/** `* Work` is the primary one. */
function labelOf(text: string): string | null {
  return (
    cellText(text)
      .replace(/^\*\s*/, "")
      .toLowerCase() || null
  );
}

export const addressBooks = [outlookCom, outlookDesktop, googleAsOutlook, thunderbird, googleNew, googleOld].map(
  tableFormat,
);
