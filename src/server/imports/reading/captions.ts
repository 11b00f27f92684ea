import { decodeText, detectEncoding } from "#server/imports/reading/encoding.ts";
import type { Source } from "#server/imports/reading/source.ts";

/** What one speaker said without being interrupted. */
export type Utterance = { speaker: string; text: string; at: string };

/**
 * The cues of a WebVTT file. Zoom writes "Name: text" and leaves the name out where the same person goes on, Teams
 * writes <v Name>text</v>, sometimes without its end, others put "(Name)" on a line of its own.
 */
export async function* readUtterances(source: Source): AsyncGenerator<Utterance> {
  let speaker = "";
  for await (const { at, lines } of readCues(source)) {
    for (const line of lines) {
      const { said, text } = speakerOf(line);
      speaker = said ?? speaker;
      if (text !== "") yield { speaker, text, at };
    }
  }
}

type Cue = { at: string; lines: string[] };

async function* readCues(source: Source): AsyncGenerator<Cue> {
  let cue: Cue | null = null;
  for await (const line of readTextLines(source)) {
    const timing = /^\s*((?:\d+:)?\d{2}:\d{2}[.,]\d{3})\s+-->/.exec(line);
    if (timing) {
      if (cue) yield cue;
      cue = { at: timing[1] ?? "", lines: [] };
    } else if (line.trim() === "") {
      if (cue) yield cue;
      cue = null;
    } else cue?.lines.push(line.trim());
  }
  if (cue) yield cue;
}

function speakerOf(line: string): { said: string | null; text: string } {
  const voice = /^<v(?:\.[\w.]+)?\s+([^>]+)>(.*)$/s.exec(line);
  if (voice) return { said: decodeEntities(voice[1] ?? "").trim(), text: plainText(voice[2] ?? "") };
  const alone = /^\(([^()]{2,60})\)$/.exec(line);
  if (alone) return { said: alone[1] ?? "", text: "" };
  const named = /^([\p{L}][\p{L}\p{N}.,'’()_ -]{0,60}?):\s+(.*)$/u.exec(line);
  if (named) return { said: named[1] ?? "", text: plainText(named[2] ?? "") };
  return { said: null, text: plainText(line) };
}

function plainText(text: string): string {
  return decodeEntities(text.replace(/<\/?[^>]*>/g, "")).trim();
}

const entities: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  lrm: "",
  rlm: "",
};

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : null;
    if (code !== null) return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    return entities[String(name).toLowerCase()] ?? whole;
  });
}

async function* readTextLines(source: Source): AsyncGenerator<string> {
  let rest = "";
  for await (const chunk of decodeText(source, await detectEncoding(source))) {
    const lines = (rest + chunk).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? "";
    yield* lines;
  }
  yield rest;
}
