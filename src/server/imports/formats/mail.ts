import type { Format } from "#server/imports/formats/format.ts";
import { findOwner, hasLabel, type Owner, recipientsMax } from "#server/imports/formats/mail-owner.ts";
import type { ImportedRow } from "#server/imports/imported-row.ts";
import { isEmail } from "#server/imports/reading/cell.ts";
import { type MailAddress, type MailMessage, readMailbox } from "#server/imports/reading/mailbox.ts";
import { parseMoment } from "#server/imports/reading/moments.ts";
import type { ReadOptions } from "#server/imports/reading/read-options.ts";
import {
  addDisplayName,
  addTouchpoint,
  finishRow,
  personAt,
  type RowBuilder,
  skip,
  startRow,
} from "#server/imports/reading/row-builder.ts";
import type { Source } from "#server/imports/reading/source.ts";

/**
 * A message is a row. What warms is a reply that somebody wrote to us; what we wrote ourselves tells only whom we know,
 * and what a machine sent to many tells nothing.
 */
export const mailbox: Format = {
  slug: "mbox",
  title: "Mailbox (mbox)",
  confidence: "A",
  proof: "captured",
  detect: ({ text }) => (/^From \S+ .*\d{4}.*\r?\n(?:[\w-]+:|>?\s)/.test(text.trimStart()) ? 0.95 : 0),
  read: readMail,
};

async function* readMail(source: Source, options: ReadOptions): AsyncGenerator<ImportedRow> {
  const owner = await findOwner(source, options);
  let line = 0;
  for await (const message of readMailbox(source)) {
    line += 1;
    const builder = startRow(line, null, cellsOf(message), { order: "mdy", zone: null });
    readMessage(builder, message, owner);
    yield finishRow(builder);
  }
}

function readMessage(builder: RowBuilder, message: MailMessage, { addresses, sentIds }: Owner) {
  const { from, to, cc } = message;
  const { row } = builder;
  if (hasLabel(message, "spam", "trash", "bin")) return skip(row, "spam");
  if (hasLabel(message, "drafts", "draft")) return skip(row, "draft");
  if (!from) return skip(row, "no_person");
  if (isAutomatic(message)) return skip(row, "automatic_mail");
  if (isBulk(message) || to.length + cc.length > recipientsMax) return skip(row, "bulk_mail");

  if (addresses.has(from.address)) return readOurs(builder, message, addresses);
  addPerson(builder, 0, from);
  const isToUs = to.some(({ address }) => addresses.has(address));
  const isReply =
    message.answers.length > 0 || /^(re|aw|sv|antw|rif|odp|回复|回覆|答复)\s*(\[\d+\])?[:：]/i.test(message.subject);
  if (isReply && (isToUs || message.answers.some((id) => sentIds.has(id)))) {
    addTouchpoint(builder, {
      kind: "email_replied",
      occurredAt: parseMoment(message.date, builder.dates),
      verification: "captured",
      summary: message.subject,
      sourceKey: `mail:${message.id || `${from.address}:${message.date}`}`,
      details: { messageId: message.id, subject: message.subject },
    });
  } else if (!isReply) addIntroduced(builder, message, addresses);
}

function readOurs(builder: RowBuilder, { to, cc }: MailMessage, addresses: Set<string>) {
  const others = [...to, ...cc].filter(({ address }) => !addresses.has(address));
  for (const [who, other] of others.entries()) addPerson(builder, who, other);
  if (others.length === 0) skip(builder.row, "our_own_people");
}

/** Somebody who writes to a third person and to us under that word has told him about us: a tie, and no more yet. */
function addIntroduced(builder: RowBuilder, { from, to, cc, subject }: MailMessage, ours: Set<string>): void {
  const isIntroduction = /\bintro(ducing|duction)?\b|介绍|介紹|引荐|引薦|vorstellung/i.test(subject);
  const hasUs = [...to, ...cc].some(({ address }) => ours.has(address));
  if (!isIntroduction || !hasUs || !from) return;
  const introduced = [...to, ...cc].filter(({ address }) => !ours.has(address) && address !== from.address);
  for (const [index, person] of introduced.entries()) {
    addPerson(builder, index + 1, person);
    const other = { email: from.address, ...(from.name && { name: from.name }) };
    builder.row.links.push({ who: index + 1, kind: "introduced_by", other, column: "Subject" });
  }
}

function addPerson(builder: RowBuilder, who: number, { name, address }: MailAddress): void {
  if (isEmail(address)) personAt(builder, who).emails.push({ address, label: null });
  addDisplayName(builder, who, name);
}

function cellsOf({ id, date, from, to, cc, subject, labels }: MailMessage): Record<string, string> {
  const write = (people: MailAddress[]) =>
    people.map(({ name, address }) => (name ? `${name} <${address}>` : address)).join(", ");
  const [sender, recipients, copies] = [write(from ? [from] : []), write(to), write(cc)];
  return {
    "Message-ID": id,
    Date: date,
    From: sender,
    To: recipients,
    Cc: copies,
    Subject: subject,
    Labels: labels.join(", "),
  };
}

function isAutomatic({ from, header }: MailMessage): boolean {
  const submitted = header("auto-submitted").toLowerCase();
  const isRobot = /^(no-?reply|do-?not-?reply|mailer-daemon|postmaster|bounces?)[@+-]/.test(from?.address ?? "");
  return (
    (submitted !== "" && submitted !== "no") ||
    header("x-autoreply") !== "" ||
    header("x-autorespond") !== "" ||
    isRobot
  );
}

function isBulk({ header }: MailMessage): boolean {
  const isList = header("list-unsubscribe") !== "" || header("list-id") !== "";
  return isList || /^(bulk|list|junk)$/i.test(header("precedence").trim());
}
