import type { Case, Law } from "#domain/gate/case.ts";
import { bindsMode, bindsPurpose, type CompiledRow, compilePack, speaksOf } from "#domain/gate/compile-row.ts";
import type { Pack } from "#domain/gate/packs/row.ts";
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
  const answers = new Map<string, Law>();
  return (location, { request, mode, audience, purpose }) => {
    const isOpened = request.policy?.countries?.includes(location.country) === true;
    const key = `${location.country} ${location.region} ${mode} ${audience} ${purpose} ${isOpened}`;
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
  // Whom the rows protect does not matter: a country whose hours protect consumers has hours of its own.
  const ofLaw = all.filter(
    ({ row }) =>
      row.basis !== "policy" && bindsMode(row.modes, question.mode) && bindsPurpose(row, question.purpose, isWanting),
  );
  const speaking = all
    .filter((row) => speaksOf(row, question.mode, { ...question, isPromotional: isWanting }))
    .sort((one, other) => (one.row.id < other.row.id ? -1 : 1));
  return {
    blocking: speaking.filter(({ blocks }) => blocks !== undefined),
    obliging: speaking.filter(({ row }) => row.rule.kind === "oblige"),
    hasHours: ofLaw.some(({ row }) => row.rule.kind === "hours"),
    hasCaps: ofLaw.some(({ row }) => row.rule.kind === "cap"),
    isKnown: isOpened || bound.some(({ pack }) => pack.countries.length > 0),
    packs: Object.freeze(Object.fromEntries(bound.map(({ pack }) => [pack.name, pack.version]))),
  };
}
