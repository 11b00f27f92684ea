import { crc32 } from "node:zlib";
import type { ImportedPerson, ImportedRow, Moment, WhoOfRow } from "#server/imports/imported-row.ts";
import { detectFormat, readRows } from "#server/imports/read-rows.ts";
import type { ReadOptions } from "#server/imports/reading/read-options.ts";
import { bytesSource, fileSource, type Source } from "#server/imports/reading/source.ts";

/* Reading files in tests, and writing what came of them so that a test can be read aloud. */

export const readAt = new Date("2026-11-24T12:00:00Z");

export function sample(path: string): Promise<Source> {
  return fileSource(new URL(`fixtures/samples/${path}`, import.meta.url).pathname);
}

export async function readAll(source: Source, options: Partial<ReadOptions> = {}): Promise<ImportedRow[]> {
  return Array.fromAsync(readRows(source, { now: readAt, ...options }));
}

/** The format's slug, and each row in words. */
export async function read(file: Source | string, options: Partial<ReadOptions> = {}) {
  const source = typeof file === "string" ? bytesSource("file", file) : file;
  const { format } = await detectFormat(source, options);
  return { format: format.slug, rows: (await readAll(source, options)).map(inWords) };
}

/** The rows of a text in words, without the format. */
export async function rowsOf(text: string, options: Partial<ReadOptions> = {}): Promise<string[][]> {
  return (await read(text, options)).rows;
}

export function inWords(row: ImportedRow): string[] {
  const people = [row.person, ...row.others];
  const who = ({ who = 0 }: WhoOfRow) => (people.length > 1 ? `${nameOf(people[who])}: ` : "");
  return [
    ...(row.verdict ? [`${row.verdict.outcome} ${row.verdict.reason.code}`] : []),
    ...people.flatMap((person) => (person ? [personInWords(person)] : [])),
    ...row.touchpoints.map(
      (each) =>
        `${who(each)}${each.kind} ${momentInWords(each.occurredAt)} ${each.verification}${each.summary && `: ${each.summary}`}`,
    ),
    ...row.consents.map(
      (each) => `${who(each)}consent to ${each.channels} ${momentInWords(each.givenAt)}: ${each.words}`,
    ),
    ...row.suppressions.map(
      (each) =>
        `${who(each)}no ${each.channels}, ${each.kind}${each.at ? ` ${momentInWords(each.at)}` : ""} (${each.column}: ${each.value})`,
    ),
    ...row.relationships.map((each) => `${who(each)}relationship ${each.kind} ${momentInWords(each.startedAt)}`),
    ...row.links.map((each) => `${who(each)}${each.kind} ${Object.values(each.other).join(" ")}`),
    ...row.warnings.map((each) => `warning ${each.code}${each.value ? ` ${each.value}` : ""}`),
  ];
}

function personInWords(person: ImportedPerson): string {
  const { company, jobTitle, emails, phones, profiles, addresses, externalIds, ownerEmail, ownerName, provenance } =
    person;
  return [
    person.name,
    jobTitle && `as ${jobTitle}`,
    company && `at ${company}`,
    ...emails.map(({ address, label }) => address + (label ? ` (${label})` : "")),
    ...phones.map(({ text, label }) => text + (label ? ` (${label})` : "")),
    ...profiles.map(({ url }) => url.replace("https://", "")),
    ...addresses.map(
      ({ street, city, region, postalCode, country }) =>
        `in ${[street, city, region, postalCode, country].filter(Boolean).join("/")}`,
    ),
    ...externalIds.map(({ system, id }) => `${system}:${id}`),
    ...(ownerEmail || ownerName ? [`of ${ownerEmail ?? ownerName}`] : []),
    provenance && `from a ${provenance}`,
  ]
    .filter(Boolean)
    .join(", ");
}

function nameOf(person: ImportedPerson | undefined): string {
  return person?.name ?? person?.emails[0]?.address ?? person?.externalIds[0]?.id ?? "";
}

/** `2026-05-01T14:00:00` has no zone, `… America/New_York` has one, `…Z` is an instant. */
function momentInWords(moment: Moment): string {
  if ("instant" in moment) return moment.instant.toISOString().replace(".000Z", "Z");
  if ("day" in moment) return moment.day;
  return moment.zone ? `${moment.local} ${moment.zone}` : moment.local;
}

/** A table with this header, and rows of which only some cells are filled. */
export function aTable(header: string, ...rows: Record<string, string>[]): string {
  const names = header.split(",");
  for (const name of rows.flatMap((row) => Object.keys(row))) {
    if (!names.includes(name)) throw new Error(`no column ${name}`);
  }
  const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return [header, ...rows.map((row) => names.map((name) => quoted(row[name] ?? "")).join(","))].join("\n");
}

/** A zip file of texts, stored without compression. */
export function aZip(files: Record<string, string | Uint8Array>): Uint8Array {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content as string);
    const title = Buffer.from(name);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(0x0800, 2);
    shared.writeUInt32LE(crc32(bytes), 10);
    shared.writeUInt32LE(bytes.length, 14);
    shared.writeUInt32LE(bytes.length, 18);
    shared.writeUInt16LE(title.length, 22);
    locals.push(Buffer.from([0x50, 0x4b, 3, 4]), shared, title, bytes);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    entries.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), shared, place, title);
    offset += 30 + title.length + bytes.length;
  }
  const directory = Buffer.concat(entries);
  const count = Object.keys(files).length;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

/** A workbook with these sheets; a number stays a number. */
export function aWorkbook(sheets: (string | number)[][][]): Uint8Array {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const cell = (value: string | number) =>
    typeof value === "number"
      ? `<c><v>${value}</v></c>`
      : `<c t="inlineStr"><is><t>${value.replaceAll("&", "&amp;")}</t></is></c>`;
  const files = sheets.map((rows, index): [string, string] => [
    `xl/worksheets/sheet${index + 1}.xml`,
    `<worksheet xmlns="${main}"><sheetData>${rows.map((row, at) => `<row r="${at + 1}">${row.map((value, column) => cell(value).replace("<c", `<c r="${String.fromCharCode(65 + column)}${at + 1}"`)).join("")}</row>`).join("")}</sheetData></worksheet>`,
  ]);
  return aZip({
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${files.map((_, index) => `<sheet name="S${index + 1}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${files.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join("")}</Relationships>`,
    ...Object.fromEntries(files),
  });
}
