import type { Case, CompiledRow, Law } from "#domain/gate/case.ts";
import { bindsPurpose, compilePack, speaksOf } from "#domain/gate/compile-row.ts";
import { bindsMode, modes, type Pack } from "#domain/gate/packs/row.ts";
import { isPromotional, type LawAt } from "#domain/gate/read-case.ts";
import { audiences, type GateLocation, purposes } from "#domain/gate/types.ts";

type Bound = { pack: Pack; rows: readonly CompiledRow[] };
type Question = Pick<Case, "mode" | "audience" | "purpose">;

// Every place and kind of attempt is looked up once; no request can make this grow for ever.
const answersMax = 5_000;

/** All packs, ready to be asked which of their rows bind an attempt at a place. */
export function bindPacks(packs: readonly Pack[]): LawAt {
  const bound: Bound[] = packs.map((pack) => ({ pack, rows: compilePack(pack) }));
  const ours = bound.filter(({ pack }) => pack.countries.length === 0);
  const answers = new Map<string, Map<string, Map<number, Law>>>();
  let answerCount = 0;
  const regionsByCountry = regionsOf(packs);
  const answersAt = ({ country, region }: GateLocation) => {
    const place = region !== undefined && regionsByCountry.get(country)?.has(region) ? region : "";
    return within(within(answers, country), place);
  };
  return (location, attempt) => {
    const isOpened = attempt.request.policy?.countries?.includes(location.country) === true;
    const question = numberOf(attempt, isOpened);
    const known = answersAt(location).get(question);
    if (known) return known;
    if (answerCount >= answersMax) {
      answers.clear();
      answerCount = 0;
    }
    const law = lawOf([...bound.filter(({ pack }) => binds(pack, location)), ...ours], isOpened, attempt);
    answersAt(location).set(question, law);
    answerCount += 1;
    return law;
  };
}

function within<Key, Value>(maps: Map<string, Map<Key, Value>>, name: string): Map<Key, Value> {
  const known = maps.get(name);
  if (known) return known;
  const made = new Map<Key, Value>();
  maps.set(name, made);
  return made;
}

/** The regions that have a pack of their own. */
function regionsOf(packs: readonly Pack[]): ReadonlyMap<string, ReadonlySet<string>> {
  const regionsByCountry = new Map<string, Set<string>>();
  for (const { countries, region } of packs) {
    if (region === undefined) continue;
    for (const country of countries) {
      regionsByCountry.set(country, new Set([...(regionsByCountry.get(country) ?? []), region]));
    }
  }
  return regionsByCountry;
}

const modeNumbers = numbered(modes);
const audienceNumbers = numbered(audiences);
const purposeNumbers = numbered(purposes);

function numbered<Name extends string>(names: readonly Name[]): ReadonlyMap<string, number> {
  return new Map(names.map((name, index) => [name, index]));
}

/** A number looks up faster than a text that must be joined first. */
function numberOf({ mode, audience, purpose }: Question, isOpened: boolean): number {
  const ofMode = modeNumbers.get(mode) ?? 0;
  const ofAudience = audienceNumbers.get(audience) ?? 0;
  const ofPurpose = purposeNumbers.get(purpose) ?? 0;
  return ((ofMode * audiences.length + ofAudience) * purposes.length + ofPurpose) * 2 + (isOpened ? 1 : 0);
}

function binds({ countries, region, ownCountry }: Pack, location: GateLocation): boolean {
  if (ownCountry !== undefined && location.country === ownCountry) return true;
  return countries.includes(location.country) && (region === undefined || region === location.region);
}

function lawOf(bound: readonly Bound[], isOpened: boolean, question: Question): Law {
  const all = bound.flatMap(({ rows }) => rows);
  const isWanting = isPromotional(question.purpose);
  // A country has hours or caps of its own when its law has some for calls that a person makes to sell, whomever
  // they protect; then ours keep silent there for texts and voicemail too.
  const laws = all.filter(
    ({ row }) => row.basis !== "policy" && bindsMode(row.modes, "call") && bindsPurpose(row, "marketing", true),
  );
  const speaking = all
    .filter((row) => speaksOf(row, question.mode, { ...question, isPromotional: isWanting }))
    .sort((one, other) => (one.row.id < other.row.id ? -1 : 1));
  return {
    blockingOn: inForceOn(speaking.filter(({ blocks }) => blocks !== undefined)),
    obligingOn: inForceOn(speaking.filter(({ row }) => row.rule.kind === "oblige")),
    hasHours: laws.some(({ row: { rule } }) => rule.kind === "hours"),
    hasCaps: laws.some(({ row: { rule } }) => rule.kind === "cap" && !rule.outcomes),
    isKnown: isOpened || bound.some(({ pack }) => pack.countries.length > 0),
    packs: Object.freeze(Object.fromEntries(bound.map(({ pack }) => [pack.name, pack.version]))),
  };
}

// Whoever asks about one kind of attempt mentions much the same; no request can make this grow for ever.
const selectionsMax = 64;

type Period = {
  from: number;
  to: number;
  rows: readonly CompiledRow[];
  byMentioned: Map<number, readonly CompiledRow[]>;
};

/**
 * The rows in force on any of the days, without those that need what is not mentioned. Between two days on which some
 * row comes or goes they are the same.
 */
function inForceOn(rows: readonly CompiledRow[]): Law["blockingOn"] {
  const needed = rows.reduce((all, row) => all | row.needed, 0);
  const changes = [...new Set(rows.flatMap(({ from, to }) => [from, to]).filter(Number.isFinite))].sort(
    (one, other) => one - other,
  );
  const periods = [Number.NEGATIVE_INFINITY, ...changes].map((from, index): Period => {
    const inForce = rows.filter((row) => row.from <= from && from < row.to);
    return { from, to: changes[index] ?? Number.POSITIVE_INFINITY, rows: inForce, byMentioned: new Map() };
  });
  let period = periods.at(-1);
  return ({ first, last }, mentioned) => {
    if (!period || first < period.from || period.to <= first) {
      period = periods.find(({ from, to }) => from <= first && first < to);
    }
    if (period && last < period.to) return speakingOf(period, mentioned & needed);
    return rows.filter((row) => row.from <= last && first < row.to && (row.needed & ~mentioned) === 0);
  };
}

function speakingOf({ rows, byMentioned }: Period, mentioned: number): readonly CompiledRow[] {
  const known = byMentioned.get(mentioned);
  if (known) return known;
  if (byMentioned.size >= selectionsMax) byMentioned.clear();
  const speaking = rows.filter(({ needed }) => (needed & ~mentioned) === 0);
  byMentioned.set(mentioned, speaking);
  return speaking;
}
