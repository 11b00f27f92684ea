import type { Format } from "#server/imports/formats/format.ts";
import type { ImportedRow, Moment } from "#server/imports/imported-row.ts";
import { readUtterances } from "#server/imports/reading/captions.ts";
import { typedMoment } from "#server/imports/reading/moments.ts";
import type { ReadOptions } from "#server/imports/reading/read-options.ts";
import {
  addSuppression,
  addTouchpoint,
  finishRow,
  personAt,
  type RowBuilder,
  skip,
  startRow,
} from "#server/imports/reading/row-builder.ts";
import type { Source } from "#server/imports/reading/source.ts";

/**
 * A speaker is a row. A transcript says neither when nor to whom: it makes a touchpoint only with a date from whoever
 * imports it, and then a claimed one. What counts at once is who asked not to be called.
 */
export const transcript: Format = {
  slug: "webvtt",
  title: "Transcript (WebVTT)",
  confidence: "A",
  proof: "captured",
  detect: ({ text }) => (/^\ufeff?WEBVTT/.test(text) ? 0.95 : 0),
  read: readTranscript,
};

type Speaker = { words: number; refusals: { text: string; at: string }[]; excerpt: string };

const excerptMax = 500;

/** How people say it, in the languages that the product speaks and its neighbours. */
const refusal =
  /\b(remove|take|delete) (me|us|my (name|number)) (from|off)\b|\b(do not|don['’]?t|stop|never|quit) (ever )?(call|phon|contact|ring)(e|ing)?\b(?=\s*(me|us|my|this (number|phone|line)|here|again|any ?more|back|$|[.!?,;]))|\bopt me out\b|\bunsubscribe me\b|\bdo[- ]not[- ]call list\b|(不要|别|別|不用)再?(给我|給我)?(打电话|打電話|来电|來電|打来|打來|联系我|聯絡我)|nicht mehr an(zu)?rufen|rufen sie (mich|uns) nicht|ne (m['’]|me |nous )(rappelez|appelez)|no (me|nos) (llame|llamen|llames)|non (mi|ci) chiami/iu;

async function* readTranscript(source: Source, options: ReadOptions): AsyncGenerator<ImportedRow> {
  const speakers = new Map<string, Speaker>();
  for await (const { speaker, text, at } of readUtterances(source)) {
    const known = speakers.get(speaker) ?? { words: 0, refusals: [], excerpt: "" };
    speakers.set(speaker, known);
    known.words += text.split(/\s+/).length;
    if (known.excerpt.length < excerptMax) known.excerpt = `${known.excerpt} ${text}`.trim().slice(0, excerptMax);
    if (refusal.test(text)) known.refusals.push({ text, at });
  }
  const heldAt = options.occurredAt === undefined ? null : typedMoment(options.occurredAt);
  let line = 0;
  for (const [name, speaker] of speakers) {
    line += 1;
    const cells = { Speaker: name, Words: String(speaker.words), Text: speaker.excerpt };
    const builder = startRow(line, null, cells, { order: "mdy", zone: null });
    readSpeaker(builder, name, speaker, heldAt, options);
    yield finishRow(builder);
  }
}

function readSpeaker(
  builder: RowBuilder,
  name: string,
  { words, refusals }: Speaker,
  heldAt: Moment | null,
  options: ReadOptions,
) {
  if (name === "") return skip(builder.row, "no_person");
  if (name.toLowerCase() === options.ownerName?.trim().toLowerCase()) return skip(builder.row, "our_own_people");
  personAt(builder, 0).name = name;
  for (const { text, at } of refusals) {
    const value = `${at}: ${text}`;
    addSuppression(builder, {
      channels: ["call", "voicemail"],
      kind: "do_not_call",
      at: heldAt,
      column: "Text",
      value,
    });
  }
  if (!heldAt) return refusals.length === 0 ? skip(builder.row, "spoke_without_date") : undefined;
  addTouchpoint(builder, {
    kind: options.touchpoint ?? "video_call_held",
    occurredAt: heldAt,
    verification: "claimed",
    summary: `${words} words`,
    sourceKey: `transcript:${options.occurredAt}:${name.toLowerCase()}`,
    details: { words },
  });
}
