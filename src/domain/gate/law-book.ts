import type { Case, CompiledRow, Law } from "#domain/gate/case.ts";
import { bindsPurpose, compilePack, speaksOf } from "#domain/gate/compile-row.ts";
import { bindsMode, type Pack } from "#domain/gate/packs/row.ts";
import { isPromotional, type LawAt } from "#domain/gate/read-case.ts";
import type { GateLocation } from "#domain/gate/types.ts";

type Bound = { pack: Pack; rows: readonly CompiledRow[] };
type Question = Pick<Case, "mode" | "audience" | "purpose">;

// Every place and kind of attempt is looked up once; no request can make this grow for ever.
const answersMax = 5_000;

/** All packs, ready to be asked which of their rows bind an attempt at a place. */
export function bindPacks(packs: readonly Pack[]): LawAt {
  const bound: Bound[] = packs.map((pack) => ({ pack, rows: compilePack(pack) }));
  const ours = bound.filter(({ pack }) => pack.countries.length === 0);
  const regions = new Set(
    packs.flatMap(({ countries, region }) => (region ? countries.map((country) => `${country}-${region}`) : [])),
  );
  const answers = new Map<string, Law>();
  return (location, { request, mode, audience, purpose }) => {
    const isOpened = request.policy?.countries?.includes(location.country) === true;
    const region = `${location.country}-${location.region}`;
    const place = regions.has(region) ? region : location.country;
    const key = `${place} ${mode} ${audience} ${purpose} ${isOpened}`;
    const known = answers.get(key);
    if (known) return known;
    if (answers.size >= answersMax) answers.clear();
    const law = lawOf([...bound.filter(({ pack }) => binds(pack, location)), ...ours], isOpened, {
      mode,
      audience,
      purpose,
    });
    answers.set(key, law);
    return law;
  };
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

/** The rows in force on a day. Between two days on which some row comes or goes they are the same. */
function inForceOn(rows: readonly CompiledRow[]): (day: number) => readonly CompiledRow[] {
  const changes = [...new Set(rows.flatMap(({ from, to }) => [from, to]))].sort((one, other) => one - other);
  const kept = new Map<number, readonly CompiledRow[]>();
  return (day) => {
    const period = changes.findLastIndex((change) => change <= day);
    const known = kept.get(period);
    if (known) return known;
    const inForce = rows.filter(({ from, to }) => from <= day && day < to);
    kept.set(period, inForce);
    return inForce;
  };
}
