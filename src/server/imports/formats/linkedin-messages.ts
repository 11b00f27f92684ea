import type { Format } from "#server/imports/formats/format.ts";
import {
  isSameMember,
  isSponsored,
  type Member,
  readThreads,
  recipientsOf,
  type Threads,
  threadDay,
} from "#server/imports/formats/linkedin-threads.ts";
import { readTableFormat, type TableFormat, tableFormat } from "#server/imports/formats/table-format.ts";
import type { ImportedRow } from "#server/imports/imported-row.ts";
import { parseMoment } from "#server/imports/reading/moments.ts";
import type { ReadOptions } from "#server/imports/reading/read-options.ts";
import { addProfile, addTouchpoint, personAt, type RowBuilder, skip } from "#server/imports/reading/row-builder.ts";
import type { Source } from "#server/imports/reading/source.ts";
import type { Cells } from "#server/imports/reading/table.ts";

const spec: TableFormat = {
  slug: "linkedin_messages",
  title: "LinkedIn messages",
  confidence: "A",
  proof: "captured",
  signatures: [["conversationid", "conversationtitle", "from", "senderprofileurl", "to", "date", "content"]],
  columns: {},
  patterns: [[/./, "ignore"]],
  dates: { zone: "UTC" },
};

export const linkedinMessages: Format = { ...tableFormat(spec), read: readMessages };

const wordsMax = 500;

/** A message is one row; what warms is that the other side wrote, once for each thread and day. */
async function* readMessages(source: Source, options: ReadOptions): AsyncGenerator<ImportedRow> {
  const threads = await readThreads(source, options);
  const reading = { ...spec, row: (cells: Cells, builder: RowBuilder) => readMessage(cells, builder, threads) };
  yield* readTableFormat(reading, source, options);
}

function readMessage(cells: Cells, builder: RowBuilder, { owner, writers }: Threads) {
  const { row } = builder;
  if (isSponsored(cells)) return skip(row, "sponsored_message");
  if (cells.get("folder").toUpperCase() === "SPAM") return skip(row, "spam");
  if (cells.get("ismessagedraft").toLowerCase() === "yes") return skip(row, "draft");

  const sender = { name: cells.get("from"), url: cells.get("senderprofileurl") };
  if (isSameMember(sender, owner)) {
    const recipients = recipientsOf(cells).filter((recipient) => !isSameMember(recipient, owner));
    for (const [who, recipient] of recipients.entries()) addMember(builder, who, recipient);
    return;
  }
  addMember(builder, 0, sender);
  const day = threadDay(cells);
  addTouchpoint(builder, {
    kind: "social_message",
    occurredAt: parseMoment(cells.get("date"), builder.dates),
    verification: "captured",
    summary: cells.get("conversationtitle") || cells.get("subject"),
    sourceKey: `linkedin:thread:${day}:${sender.url || sender.name}`,
    details: {
      network: "linkedin",
      words: cells.get("content").slice(0, wordsMax),
      twoWay: (writers.get(day)?.size ?? 0) > 1,
    },
  });
}

function addMember(builder: RowBuilder, who: number, { name, url }: Member): void {
  if (name !== "") personAt(builder, who).name = name;
  addProfile(builder, who, url);
}
