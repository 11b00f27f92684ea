import type { Format } from "#server/imports/formats/format.ts";
import { detectTable, tableFormat } from "#server/imports/formats/table-format.ts";
import { parseRecords } from "#server/imports/reading/csv.ts";
import { parseMoment } from "#server/imports/reading/moments.ts";
import {
  addConsent,
  addSuppression,
  addTouchpoint,
  personAt,
  personKey,
  type RowBuilder,
} from "#server/imports/reading/row-builder.ts";
import type { Sample } from "#server/imports/reading/sample.ts";
import type { Cells } from "#server/imports/reading/table.ts";

/**
 * All lists of an audience share their columns; what kind of list it is shows in the columns that only it has. An opt-in
 * to mail is a consent to mail and nothing else.
 */
const member = {
  confidence: "A" as const,
  proof: "captured" as const,
  columns: {
    emailaddress: "email",
    firstname: "first_name",
    lastname: "last_name",
    phonenumber: "phone",
    phone: "phone",
    address: "street",
    company: "company",
    birthday: "birthday",
    timezone: "time_zone",
    cc: "country",
    region: "region",
    notes: "notes",
    memberrating: "custom",
    tags: "ignore",
    leid: "ignore",
    euid: "external_id:mailchimp",
  },
  patterns: [
    [/^(optin|confirm)(time|ip)$|^(latitude|longitude|gmtoff|dstoff|lastchanged)$|^unsub|^clean/, "ignore"],
  ] as [RegExp, string][],
};

const markers = ["emailaddress", "memberrating", "optintime", "leid", "euid"];

const subscribed = tableFormat({
  ...member,
  slug: "mailchimp_subscribed",
  title: "Mailchimp subscribed members",
  signatures: [markers],
  without: ["unsubtime", "cleantime"],
  row: (cells, builder) => {
    addTags(cells, builder);
    const confirmed = cells.get("confirmtime");
    const optedIn = cells.get("optintime");
    const givenAt = parseMoment(confirmed || optedIn, builder.dates);
    if (!givenAt) return;
    const column = confirmed ? "CONFIRM_TIME" : "OPTIN_TIME";
    const ip = cells.get("confirmip") || cells.get("optinip");
    const evidence = {
      column,
      optinTime: optedIn,
      confirmTime: confirmed,
      ip,
      doubleOptIn: String(confirmed !== "" && optedIn !== ""),
    };
    const words = `${column}: ${confirmed || optedIn}${ip && `, ${ip}`}`;
    addConsent(builder, { channels: ["email"], form: "electronic", givenAt, words, column, evidence });
    addTouchpoint(builder, {
      kind: "newsletter_opted_in",
      occurredAt: givenAt,
      verification: "captured",
      summary: "",
      sourceKey: `mailchimp:opt-in:${personKey(builder)}`,
      details: evidence,
    });
  },
});

/** Whoever left is not warmed by having come once; what remains is that he must not be mailed. */
const unsubscribed = tableFormat({
  ...member,
  slug: "mailchimp_unsubscribed",
  title: "Mailchimp unsubscribed members",
  signatures: [[...markers, "unsubtime"]],
  row: (cells, builder) => {
    addTags(cells, builder);
    const at = parseMoment(cells.get("unsubtime"), builder.dates);
    const value =
      [cells.get("unsubreason"), cells.get("unsubreasonother")].filter(Boolean).join(": ") || "unsubscribed";
    addSuppression(builder, { channels: ["email"], kind: "unsubscribe", at, column: "UNSUB_TIME", value });
  },
});

const cleaned = tableFormat({
  ...member,
  slug: "mailchimp_cleaned",
  title: "Mailchimp cleaned members",
  signatures: [markers],
  without: ["unsubtime"],
  row: (cells, builder) => {
    addTags(cells, builder);
    const at = parseMoment(cells.get("cleantime"), builder.dates);
    const value = cells.get("cleancampaigntitle") || "cleaned";
    addSuppression(builder, { channels: ["email"], kind: "bounced", at, column: "CLEAN_TIME", value });
  },
});

/** Customers who never subscribed: known, and that is all. */
const nonsubscribed = tableFormat({
  ...member,
  slug: "mailchimp_nonsubscribed",
  title: "Mailchimp contacts without a subscription",
  signatures: [markers],
  without: ["unsubtime", "cleantime"],
  row: addTags,
});

/** Where two lists have the same columns, only the name of the file tells them apart. */
function byName(name: RegExp, sample: Sample): number {
  return name.test(sample.name) ? detectTable({ signatures: [markers] }, sample) + 0.02 : 0;
}

/** The tags of a member are a quoted list inside one cell. */
function addTags(cells: Cells, builder: RowBuilder): void {
  const text = cells.get("tags");
  if (text === "") return;
  const tags = parseRecords(text, { delimiter: ",", quote: '"', newline: "\n" })[0] ?? [];
  personAt(builder, 0).tags.push(...tags.map((tag) => tag.trim()).filter((tag) => tag !== ""));
}

const byCleanTime = { signatures: [[...markers, "cleantime"]] };

export const mailchimp: Format[] = [
  subscribed,
  unsubscribed,
  { ...cleaned, detect: (sample) => Math.max(detectTable(byCleanTime, sample), byName(/(^|\/)cleaned_/i, sample)) },
  { ...nonsubscribed, detect: (sample) => byName(/(^|\/)nonsubscribed_/i, sample) },
];
