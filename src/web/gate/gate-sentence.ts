import type { TFunction } from "i18next";
import type { GateDecision } from "#api/decisions.ts";
import type { RuleKind } from "#domain/gate/types.ts";
import type { Dates } from "#web/platform/dates.ts";

export type SpokenRule = GateDecision["rules"][number];

type Worded = {
  t: TFunction<"gate">;
  dates: Dates;
  /** Where given, today's instants are written without their day. */
  now?: Date | undefined;
  /** The reader's zone. */
  timeZone: string;
};

type Asked = {
  decision: GateDecision;
  /** `record`: what was decided, of any channel; `call`: what the rep may do now. */
  form?: "call" | "record";
  allowedUntil?: Date | null;
  theirZone?: string | null;
};

/* Which of several rules is worth the sentence: what a person said comes before what we lack. */
const gravestFirst: readonly (RuleKind | undefined)[] = [
  "refusal",
  "restricted",
  "place",
  "no_number",
  "list",
  "forbidden",
  "reassigned",
  "recording",
  "consent",
  "relationship",
  "stale_list",
  "registration",
  "notice",
  "caller_id",
  "address",
  "message",
  "no_contact",
  "other_plan",
  "emergency",
  "closed_day",
  "quiet",
  "cap",
  "hours",
];
/* These say why another rule holds, and decide nothing themselves. */
const remarks: readonly (RuleKind | undefined)[] = ["zones", "third_party"];
const ofOurOwn: readonly (RuleKind | undefined)[] = ["hours", "closed_day", "cap", "consent", "forbidden"];

/** The gate's answer in one sentence: who may be called when, or why not. */
export function gateSentence(asked: Asked, worded: Worded): string {
  return asked.decision.verdict === "allow" ? allowedText(asked, worded) : refusedText(asked, worded);
}

function allowedText({ decision, form = "call", allowedUntil, theirZone }: Asked, worded: Worded): string {
  const { t } = worded;
  if (form === "record") {
    const grounds = groundsText(decision.reliesOn, worded);
    return grounds ? t("head.record.allowedOn", { grounds }) : t("head.record.allowed");
  }
  if (!allowedUntil) return t("head.call.allowed");
  const clocks = bothClocks(allowedUntil, theirZone, worded);
  return clocks.theirs === clocks.yours ? t("head.call.allowedUntilSame", clocks) : t("head.call.allowedUntil", clocks);
}

function refusedText({ decision, form = "call", theirZone }: Asked, worded: Worded): string {
  const { t } = worded;
  const { verdict, until, rules } = decision;
  const why = whyText(decision, t);
  if (verdict === "defer" && until) {
    const clocks = { ...bothClocks(new Date(until), offsetIn(until) ?? theirZone, worded), why };
    return clocks.theirs === clocks.yours ? t(`head.${form}.deferredSame`, clocks) : t(`head.${form}.deferred`, clocks);
  }
  // Only time stands in the way, and yet no time will do: what is relied on ends before.
  const runsOut = !rules.some(({ effect }) => effect === "deny") && rules.some(({ effect }) => effect === "defer");
  return runsOut ? t(`head.${form}.runsOut`, { why }) : t(`head.${form}.denied`, { why });
}

/** What an attempt relies on, each with its day. */
export function groundsText(reliesOn: GateDecision["reliesOn"], worded: Worded): string {
  return worded.dates.list([...new Set(reliesOn.map((reliance) => groundText(reliance, worded)))]);
}

export function groundText({ kind, at }: GateDecision["reliesOn"][number], { t, dates, now, timeZone }: Worded) {
  return t(`basis.${kind}`, { date: dates.date(new Date(at), timeZone, now ?? new Date(at)) });
}

/** Why not, as the part of a sentence; a rule without a kind speaks in its own words. */
export function whyText(decision: GateDecision, t: TFunction<"gate">): string {
  const rule = decidingRules(decision)[0];
  if (!rule) return t("why.forbidden");
  if (!rule.kind) return rule.reason.replace(/\.$/, "");
  const owner = rule.basis === "policy" && ofOurOwn.includes(rule.kind) ? "_own" : "";
  return t(`why.${rule.kind}${owner}`);
}

/** The rules that the answer rests on, the gravest or longest first; of an allowed attempt what was lifted for it. */
export function decidingRules({ verdict, rules }: Pick<GateDecision, "verdict" | "rules">): SpokenRule[] {
  if (verdict === "allow") return [];
  const wanted = verdict === "deny" && rules.some(isFinal) ? isFinal : isWaiting;
  return rules.filter(wanted).toSorted(byGravity);
}

function isFinal({ effect, kind }: SpokenRule): boolean {
  return effect === "deny" && !remarks.includes(kind);
}

function isWaiting({ effect, kind }: SpokenRule): boolean {
  return effect === "defer" && !remarks.includes(kind);
}

function byGravity(one: SpokenRule, other: SpokenRule): number {
  const later = instantOf(other) - instantOf(one);
  if (later !== 0) return later;
  const graver = rankOf(one) - rankOf(other);
  return graver !== 0 ? graver : Number(one.basis === "policy") - Number(other.basis === "policy");
}

function instantOf({ until }: SpokenRule): number {
  return until === undefined ? 0 : Date.parse(until);
}

function rankOf({ kind }: SpokenRule): number {
  const rank = gravestFirst.indexOf(kind);
  return rank === -1 ? gravestFirst.length : rank;
}

/** An instant on their clock and on the reader's. */
export function bothClocks(
  at: Date,
  theirZone: string | null | undefined,
  { dates, now, timeZone }: Omit<Worded, "t">,
): { theirs: string; yours: string } {
  const clock = (zone: string) => {
    const isToday = now !== undefined && dates.day(at, zone) === dates.day(now, zone);
    return isToday ? dates.time(at, zone) : `${dates.day(at, zone)} ${dates.time(at, zone)}`;
  };
  const [theirs, yours] = [clock(theirZone ?? timeZone), clock(timeZone)];
  const isSameDay = dates.day(at, theirZone ?? timeZone) === dates.day(at, timeZone);
  return { theirs, yours: isSameDay && theirs !== yours ? dates.time(at, timeZone) : yours };
}

/** The server knows the rules of a zone better than an old browser does: "…T09:00:00-07:00" says it itself. */
export function offsetIn(instant: string): string | undefined {
  return /[+-]\d\d:\d\d$/.exec(instant)?.[0];
}
