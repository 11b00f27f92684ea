import { type HolidayTest, holidayTest } from "#domain/gate/calendars.ts";
import { type Blocks, type Case, type CompiledRow, never, open, type Place } from "#domain/gate/case.ts";
import { compileFact } from "#domain/gate/facts/compile-fact.ts";
import { neededBy, neededToBlock } from "#domain/gate/facts/mentions.ts";
import { isOneOf } from "#domain/gate/facts/names.ts";
import { compileCap } from "#domain/gate/mechanisms/caps.ts";
import { compileClosedDays, compileDuring, compileHours } from "#domain/gate/mechanisms/hours.ts";
import { compileFresh } from "#domain/gate/mechanisms/lists.ts";
import { ownRules } from "#domain/gate/own-rules.ts";
import { bindsMode, type Mechanism, type Mode, type Pack, type Row } from "#domain/gate/packs/row.ts";
import { kindOfRule } from "#domain/gate/rule-kind.ts";
import type { MissingFact, Purpose, SpokenRule } from "#domain/gate/types.ts";
import { dayNumberOf } from "#domain/instant-text.ts";
import { startOfDayNumber } from "#domain/time.ts";

const noHolidays: HolidayTest = () => false;

/** The rows of a pack that speak in a decision, each with its mechanism made ready. */
export function compilePack(pack: Pack): CompiledRow[] {
  const calendars = new Map(
    Object.entries(pack.calendars ?? {}).map(([name, calendar]) => [
      name,
      holidayTest(`${pack.name} ${name}`, calendar),
    ]),
  );
  const calendarOf = (name: string | undefined) => {
    if (name === undefined) return noHolidays;
    const calendar = calendars.get(name);
    if (!calendar) throw new Error(`pack ${pack.name} has no calendar ${name}`);
    return calendar;
  };
  const ordinary = calendars.get("holidays") ?? [...calendars.values()][0] ?? noHolidays;
  return pack.rows
    .filter(({ rule }) => rule.kind !== "note" && rule.kind !== "clock")
    .map((row) => ({
      row,
      ...wordsOf(row),
      isAboutTime: isAboutTime(row),
      from: firstDay(row.from),
      to: lastDay(row.to),
      needed: (row.when ? neededBy(row.when) : 0) | neededToBlock(row.rule, row.id),
      when: row.when && compileFact(row.when, ordinary),
      lifts: (row.unless ?? []).map((lift) => ({
        lift,
        speech: { ...speechOf(row, "lift", lift.says), id: lift.by ?? row.id },
        holds: compileFact(lift.if, ordinary),
        from: firstDay(lift.from),
        to: lastDay(lift.to),
      })),
      blocks: row.rule.kind === "own" ? ownRules[row.id] : compileMechanism(row.rule, calendarOf, ordinary),
    }));
}

function isAboutTime({ rule: { kind }, id }: Row): boolean {
  return kind === "hours" || kind === "closed" || id === "POL-HRS-01" || id === "POL-QUIET";
}

function wordsOf(row: Row): Pick<CompiledRow, "speech" | "obligation" | "missing"> {
  const { rule, id, citation, says } = row;
  if (rule.kind !== "oblige") {
    return { speech: speechOf(row, "deny", says), obligation: undefined, missing: missingOf(row) };
  }
  return {
    speech: speechOf(row, "oblige", rule.text),
    obligation: { id, text: rule.text, citation },
    missing: undefined,
  };
}

function speechOf(row: Row, effect: SpokenRule["effect"], reason: string): SpokenRule {
  const { id, basis = "law", citation, contested } = row;
  const kind = kindOfRule(row);
  return { id, ...(kind ? { kind } : {}), basis, effect, citation, reason, ...(contested ? { contested } : {}) };
}

/** Which fact would change the answer of a row that denies. */
function missingOf({ rule, id }: Row): MissingFact | undefined {
  switch (rule.kind) {
    case "forbid":
    case "need":
      return rule.missing;
    case "fresh":
      return {
        fact: `seller.registers.${rule.lists[0]}`,
        wouldChange: `A copy of the list that is at most ${rule.days} days old would open this.`,
      };
    default:
      return missingForOurs[id];
  }
}

const missingForOurs: Record<string, MissingFact | undefined> = {
  "GATE-UNK": { fact: "contact.locations", wouldChange: "A country with its time zone would open this in its hours." },
  "POL-WARM": { fact: "relationships", wouldChange: "A verified prior contact would open this." },
  "POL-OPTOUT-NOW": { fact: "consents", wouldChange: "A later consent of the person's own would open this." },
};

function firstDay(day: string | undefined): number {
  return day === undefined ? Number.NEGATIVE_INFINITY : dayNumberOf(day);
}

function lastDay(day: string | undefined): number {
  return day === undefined ? Number.POSITIVE_INFINITY : dayNumberOf(day);
}

function compileMechanism(
  rule: Mechanism,
  calendarOf: (name: string | undefined) => HolidayTest,
  ordinary: HolidayTest,
): Blocks | undefined {
  switch (rule.kind) {
    case "forbid":
      return () => never;
    case "need": {
      const holds = compileFact(rule.fact, ordinary);
      return (subject, at, place) => (holds(subject, at, place) ? open : never);
    }
    case "hours":
      return compileHours(rule.week, calendarOf(rule.closedOn), rule.holidayWeek);
    case "closed":
      return compileClosedDays(rule.weekdays ?? [], calendarOf(rule.calendar), rule.conditions ?? []);
    case "during":
      return compileDuring(rule.conditions);
    case "cap":
      return compileCap(rule);
    case "list":
      return ({ listings }) => (listings.some(({ list }) => isOneOf(list, rule.lists)) ? never : open);
    case "fresh":
      return compileFresh(rule.lists, rule.days);
    default:
      return undefined;
  }
}

/** Whether the row is about such an attempt at all; what is left depends on the facts of the request. */
export function speaksOf(
  { row }: CompiledRow,
  mode: Mode,
  subject: Pick<Case, "audience" | "purpose" | "isPromotional">,
) {
  if (!bindsMode(row.modes, mode)) return false;
  if (row.audience && !row.audience.includes(subject.audience)) return false;
  return bindsPurpose(row, subject.purpose, subject.isPromotional);
}

/** A row that names no purposes speaks of whatever wants something of the person; a survey only wants to know. */
export function bindsPurpose({ purposes }: Row, purpose: Purpose, isPromotional: boolean): boolean {
  if (purposes === "all") return true;
  return purposes ? purposes.includes(purpose) : isPromotional && purpose !== "survey";
}

/** The instant at which a row that ends, or a lift that begins, on that day has done so in all zones of the place. */
export function startOfDayAt(day: number, { zones }: Place): number {
  if (!Number.isFinite(day) || zones.length === 0) return never;
  return zones.reduce((latest, zone) => Math.max(latest, startOfDayNumber(day, zone)), open);
}
