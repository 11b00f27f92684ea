import type { Channel, Moment } from "#server/imports/imported-row.ts";
import { saysNo, saysYes } from "#server/imports/reading/cell.ts";
import { addConsent, addSuppression, type RowBuilder } from "#server/imports/reading/row-builder.ts";

const permission =
  /\b(agree|consent|permission|may (we|i)|can (we|i)|could (we|i)|ok(ay)? (to|for|if)|happy (to|for)|would you like|i(’|')?d like|i want|allow|authori[sz]e|please (call|phone|ring|text|email))\b|同意|允许|允許|愿意|願意|可以|授权|授權|einverstanden|j['’]accepte|acepto|acconsento/iu;

const negation = /\b(do not|don['’]?t|not|never|no)\b|不|勿/iu;

const channelWords: [Channel[], RegExp][] = [
  [
    ["call"],
    /\b(call(ed|s|ing)?|phone(d)?|telephone|ring|rung|dial)\b|电话|電話|致电|致電|来电|來電|anruf|anrufen|appel(er|é)?|llamad?a?r?|chiamat[oa]/iu,
  ],
  [["sms"], /\b(sms|text(ed)?|text messages?)\b|短信|簡訊/iu],
  [["email"], /\b(e-?mails?|e-?mailed|newsletter)\b|邮件|郵件|電郵/iu],
];

/** Whether a column can hold a consent at all: its name asks for one, or says that it is about one. */
export function mayHoldConsent(header: string): boolean {
  return permission.test(header) || /consent|permission|gdpr|dsgvo|rgpd|opt.?in|同意/i.test(header);
}

export type Question = { header: string; answer: string; at: Moment | null; evidence: Record<string, string> };

/**
 * Reads a question of a form as what it is: the one place where the exact words of a consent are in the file. A no is
 * as good as a yes. Words that name no channel permit none, and a consent without a date proves nothing.
 */
export function readConsentQuestion(builder: RowBuilder, { header, answer, at, evidence }: Question): void {
  const isStatement = permission.test(answer) && channelsIn(answer).length > 0;
  const words = isStatement ? answer : header;
  const channels = channelsIn(words);
  if (answer === "" || !permission.test(words) || channels.length === 0) return;

  const isReversed = negation.test(words.replace(/\bnot only\b/i, ""));
  const isYes = isStatement || saysYes(answer);
  if (!isYes && !saysNo(answer)) return;
  if (isYes === isReversed) {
    addSuppression(builder, { channels, kind: "opt_out", at, column: header, value: answer });
  } else if (at) {
    const exact = `${header}: ${answer}`;
    addConsent(builder, { channels, form: "electronic", givenAt: at, words: exact, column: header, evidence });
  }
}

function channelsIn(words: string): Channel[] {
  return channelWords.flatMap(([names, pattern]) => (pattern.test(words) ? names : []));
}
