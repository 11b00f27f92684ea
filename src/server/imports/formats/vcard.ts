import { isValidTimeZone } from "#domain/time.ts";
import type { Format } from "#server/imports/formats/format.ts";
import type { ImportedRow } from "#server/imports/imported-row.ts";
import {
  type ContentLine,
  decodeBytes,
  groupOf,
  parseContentLine,
  readBlocks,
  splitStructured,
  unescapeText,
} from "#server/imports/reading/content-lines.ts";
import {
  addEmails,
  addPhones,
  addProfile,
  finishRow,
  personAt,
  type RowBuilder,
  startRow,
} from "#server/imports/reading/row-builder.ts";
import type { Source } from "#server/imports/reading/source.ts";

/** A card is a row. It says who somebody is and not that anything happened. */
export const vcard: Format = {
  slug: "vcard",
  title: "vCard address book",
  confidence: "A",
  proof: "captured",
  detect: ({ text }) => (/^\s*BEGIN:VCARD\s*$/im.test(text.slice(0, 2_000)) ? 0.95 : 0),
  read: readCards,
};

async function* readCards(source: Source): AsyncGenerator<ImportedRow> {
  let line = 0;
  for await (const block of readBlocks(source, /^\s*BEGIN:VCARD\s*$/i, /^\s*END:VCARD\s*$/i)) {
    line += 1;
    yield readCard(block, line);
  }
}

type Property = ContentLine & { label: string | null };

function readCard(block: string[], line: number): ImportedRow {
  const properties = propertiesOf(block);
  const builder = startRow(line, null, cellsOf(properties), { order: "mdy", zone: "UTC" });
  for (const property of properties) readers[property.name]?.(builder, property);
  return finishRow(builder);
}

const textCharsMax = 2_000;

/** Pictures, sounds and keys are no evidence of anything. */
function cellsOf(properties: Property[]): Record<string, string> {
  const cells: Record<string, string> = {};
  for (const { name, value } of properties) {
    if (/^(BEGIN|END|VERSION|PHOTO|LOGO|SOUND|KEY)$/.test(name) || value === "") continue;
    const text = value.slice(0, textCharsMax);
    cells[name] = cells[name] === undefined ? text : `${cells[name]} ::: ${text}`;
  }
  return cells;
}

function propertiesOf(block: string[]): Property[] {
  const lines = joinSoftBreaks(block);
  const labels = new Map<string, string>();
  for (const line of lines) {
    const group = groupOf(line);
    const property = group ? parseContentLine(line) : null;
    if (group && property?.name === "X-ABLABEL") labels.set(group, property.value.replace(/^_\$!<(.*)>!\$_$/, "$1"));
  }
  return lines.flatMap((line) => {
    const property = parseContentLine(line);
    if (!property) return [];
    const group = groupOf(line);
    const label = (group && labels.get(group)?.toLowerCase()) || labelOf(property);
    return [{ ...property, value: decodeValue(property), label }];
  });
}

/** A line of vCard 2.1 that is quoted-printable and ends in "=" goes on in the next. */
function joinSoftBreaks(block: string[]): string[] {
  const lines: string[] = [];
  let isOpen = false;
  for (const line of block) {
    if (isOpen) lines[lines.length - 1] = `${(lines.at(-1) ?? "").slice(0, -1)}${line}`;
    else lines.push(line);
    const last = lines.at(-1) ?? "";
    isOpen = /^[^:]*QUOTED-PRINTABLE[^:]*:/i.test(last) && last.endsWith("=");
  }
  return lines;
}

function decodeValue({ params, value }: ContentLine): string {
  const isQuoted = [...(params.ENCODING ?? []), ...(params.TYPE ?? [])].some((text) =>
    /^QUOTED-PRINTABLE$/i.test(text),
  );
  if (!isQuoted) return value;
  const bytes = value.replace(/=([0-9A-F]{2})/gi, (_whole, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return /[^\0-\xff]/.test(bytes) ? bytes : decodeBytes(bytes, params.CHARSET?.[0]);
}

const labelWords = /^(cell|mobile|iphone|work|home|main|other|fax|pager|car|video|voice|msg|isdn)$/i;

function labelOf({ params }: ContentLine): string | null {
  const types = (params.TYPE ?? []).map((type) => type.toLowerCase());
  const known = types.filter((type) => labelWords.test(type) && type !== "voice");
  return known.find((type) => /fax|pager|cell|mobile|iphone/.test(type)) ?? known[0] ?? null;
}

const readers: Record<string, (builder: RowBuilder, property: Property) => void> = {
  N: (builder, { value }) => {
    const [lastName, firstName, middleName, prefix, suffix] = splitStructured(value);
    const known = Object.entries({ lastName, firstName, middleName, prefix, suffix }).filter(([, text]) => text);
    Object.assign(personAt(builder, 0), Object.fromEntries(known));
  },
  FN: (builder, { value }) => setOnce(builder, "name", unescapeText(value).trim()),
  NICKNAME: (builder, { value }) => setOnce(builder, "nickname", unescapeText(value).trim()),
  ORG: (builder, { value }) => {
    const [company = "", department = ""] = splitStructured(value);
    setOnce(builder, "company", company);
    setOnce(builder, "department", department);
  },
  TITLE: (builder, { value }) => setOnce(builder, "jobTitle", unescapeText(value).trim()),
  TEL: (builder, { value, label }) => {
    if (/fax|pager/.test(label ?? "")) return;
    const isMobile = /cell|mobile|iphone/.test(label ?? "");
    addPhones(builder, 0, value.replace(/^tel:/i, "").replace(/;ext=/i, " ext. "), isMobile ? "mobile" : label, "TEL");
  },
  EMAIL: (builder, { value, label }) => addEmails(builder, 0, unescapeText(value), label, "EMAIL"),
  ADR: (builder, { value, label }) => {
    const [, extended = "", street = "", city, region, postalCode, country] = splitStructured(value);
    const parts = { street: [street, extended].filter(Boolean).join(", "), city, region, postalCode, country };
    const known = Object.entries(parts).filter(([, text]) => text);
    if (known.length > 0) personAt(builder, 0).addresses.push({ label, ...Object.fromEntries(known) });
  },
  URL: (builder, { value }) => addProfileOnly(builder, unescapeText(value)),
  "X-SOCIALPROFILE": (builder, { value }) => addProfile(builder, 0, unescapeText(value)),
  NOTE: (builder, { value }) => void personAt(builder, 0).notes.push(unescapeText(value).trim()),
  CATEGORIES: (builder, { value }) =>
    void personAt(builder, 0).tags.push(...splitStructured(value, ",").filter(Boolean)),
  LANG: (builder, { value }) => setOnce(builder, "language", value.trim()),
  TZ: (builder, { value }) => {
    if (isValidTimeZone(value.trim())) setOnce(builder, "timeZone", value.trim());
  },
  BDAY: (builder, { value }) => {
    personAt(builder, 0).birthday = value.replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3").slice(0, 10);
  },
  UID: (builder, { value }) => void personAt(builder, 0).externalIds.push({ system: "vcard", id: value.trim() }),
  RELATED: addRelated,
  "X-ABRELATEDNAMES": addRelated,
  "X-SPOUSE": (builder, { value }) => addRelated(builder, { name: "", params: {}, value, label: "spouse" }),
  "X-ASSISTANT": (builder, { value }) => addRelated(builder, { name: "", params: {}, value, label: "assistant" }),
  "X-MANAGER": (builder, { value }) => addRelated(builder, { name: "", params: {}, value, label: "manager" }),
};

function setOnce(
  builder: RowBuilder,
  key: "name" | "nickname" | "company" | "department" | "jobTitle" | "language" | "timeZone",
  text: string,
): void {
  if (text !== "") personAt(builder, 0)[key] ??= text;
}

function addProfileOnly(builder: RowBuilder, url: string): void {
  if (/linkedin\.com\/in\/|xing\.com\/profile\/|(twitter|x)\.com\/\w/i.test(url)) addProfile(builder, 0, url);
  else personAt(builder, 0).custom.URL = url;
}

function addRelated(builder: RowBuilder, { params, value, label }: Property): void {
  const relation = `${label ?? ""} ${(params.TYPE ?? []).join(" ")}`.toLowerCase();
  const kinds = ["spouse", "assistant", "manager"] as const;
  const kind = kinds.find((each) => relation.includes(each)) ?? "relative";
  const name = unescapeText(value).trim();
  if (name !== "" && !/^(urn|https?):/i.test(name))
    builder.row.links.push({ kind, other: { name }, column: "RELATED" });
}
