import PostalMime, { type Address } from "postal-mime";
import { readByteLines } from "#server/imports/reading/content-lines.ts";
import type { Source } from "#server/imports/reading/source.ts";

export type MailAddress = { name: string; address: string };

/** What a message says of itself before its words. */
export type MailMessage = {
  id: string;
  subject: string;
  date: string;
  from: MailAddress | null;
  to: MailAddress[];
  cc: MailAddress[];
  answers: string[];
  labels: string[];
  header: (name: string) => string;
};

/** Headers longer than this are an attack or a mistake; the message is read as far as here. */
const headerCharsMax = 256 * 1024;

/** The messages of an mbox file: a line that begins with "From " behind a blank one begins the next. */
export async function* readMailbox(source: Source): AsyncGenerator<MailMessage> {
  let header: string[] | null = null;
  let size = 0;
  let isInHeader = false;
  let wasBlank = true;
  for await (const line of readByteLines(source)) {
    if (wasBlank && /^From \S+ .*\d{4}/.test(line)) {
      if (header) yield await parseHeader(header);
      [header, size, isInHeader, wasBlank] = [[], 0, true, false];
      continue;
    }
    wasBlank = line === "";
    if (wasBlank) isInHeader = false;
    size += line.length;
    if (isInHeader && size < headerCharsMax) header?.push(line);
  }
  if (header) yield await parseHeader(header);
}

async function parseHeader(lines: string[]): Promise<MailMessage> {
  const raw = Buffer.from(`${lines.join("\r\n")}\r\n\r\n`, "latin1");
  const mail = await PostalMime.parse(raw);
  const headers = new Map(mail.headers.map(({ key, value }) => [key, value]));
  const header = (name: string) => headers.get(name) ?? "";
  return {
    id: (mail.messageId ?? "").trim(),
    subject: (mail.subject ?? "").trim(),
    date: header("date"),
    from: flatten([mail.from])[0] ?? null,
    to: flatten(mail.to ?? []),
    cc: flatten(mail.cc ?? []),
    answers: `${header("in-reply-to")} ${header("references")}`.match(/<[^>]+>/g) ?? [],
    labels: labelsOf(header("x-gmail-labels")),
    header,
  };
}

function flatten(addresses: (Address | undefined)[]): MailAddress[] {
  return addresses.flatMap((entry) => {
    if (!entry) return [];
    if (entry.group) return flatten(entry.group);
    const address = (entry.address ?? "").trim().toLowerCase();
    return address.includes("@") ? [{ name: (entry.name ?? "").trim(), address }] : [];
  });
}

function labelsOf(text: string): string[] {
  return text
    .split(",")
    .map((label) => label.trim().replace(/^"|"$/g, ""))
    .filter((label) => label !== "");
}
