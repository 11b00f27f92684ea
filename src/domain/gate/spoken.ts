import { type Case, type CompiledRow, never, open, type Place } from "#domain/gate/case.ts";
import { daysAt, type Finding, isBlocked, isFinal, liftsOn } from "#domain/gate/findings.ts";
import { policy } from "#domain/gate/packs/policy.ts";
import { kindOfRule } from "#domain/gate/rule-kind.ts";
import type { GateLocation, MissingFact, Obligation, SpokenRule, Verdict } from "#domain/gate/types.ts";
import { isRegionUnknown } from "#domain/gate/unknown-region.ts";
import { clockAt, formatInZone } from "#domain/time.ts";

type Explanation = { rules: SpokenRule[]; obligations: Obligation[]; missing: MissingFact[]; contested: boolean };

/** What the decision says in words: every row that spoke, once each and in the order of their names. */
export function explain(subject: Case, verdict: Verdict, findings: readonly Finding[], zone: string): Explanation {
  const worst = worstByRow(findings);
  const rules: SpokenRule[] = [];
  for (const finding of worst) addOnce(rules, spoken(finding, subject, zone));
  const missing = missingFacts(worst, verdict === "allow" ? [] : subject.request.contact.locations);
  const contested = worst.some(isContested) && deciding(verdict, worst).some(isContested);
  if (verdict !== "allow") {
    rules.push(...remarks(subject, verdict, worst));
    return { rules: inOrder(rules), obligations: [], missing, contested };
  }
  const obligations: Obligation[] = [];
  const isSpokenBefore = rules.length > 0;
  for (const { speech, obligation } of obligingRows(subject)) {
    rules.push(speech);
    if (obligation) obligations.push(obligation);
  }
  return { rules: isSpokenBefore ? inOrder(rules) : rules, obligations, missing, contested };
}

function isContested({ found }: Finding): boolean {
  return found.row.contested === true;
}

/** What the verdict rests on: where a fact must change, the hours that are closed as well decide nothing. */
function deciding(verdict: Verdict, findings: readonly Finding[]): readonly Finding[] {
  if (verdict === "allow") return findings;
  const blocked = findings.filter(isBlocked);
  if (verdict === "defer") return blocked;
  const final = blocked.filter(isFinal);
  return final.length > 0 ? final : blocked;
}

/** A row that speaks at several places speaks once, where it closes the longest. */
function worstByRow(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length < 2) return findings;
  const worst: Finding[] = [];
  for (const finding of findings) {
    const { id } = finding.found.row;
    const index = worst.findIndex(({ found }) => found.row.id === id);
    if (index === -1) worst.push(finding);
    else if (finding.clearsAt > (worst[index]?.clearsAt ?? open)) worst[index] = finding;
  }
  return worst;
}

/** Several rows may be lifted by the same one. */
function addOnce(rules: SpokenRule[], rule: SpokenRule): void {
  if (!rules.some(({ id, effect }) => id === rule.id && effect === rule.effect)) rules.push(rule);
}

function spoken({ found, clearsAt, lift, place }: Finding, { at }: Case, zone: string): SpokenRule {
  if (lift === "override") {
    return { ...found.speech, effect: "lift", reason: "Two people have set this rule aside, and said why." };
  }
  if (lift) return lift.speech;
  if (clearsAt === never) return found.speech;
  const here = place?.zones[0] ?? zone;
  const clock = found.isAboutTime ? ` It is ${clockAt(at, here)} in ${here}.` : "";
  const { id, kind, basis, citation, contested } = found.speech;
  const until = write(clearsAt, zone);
  const rule: SpokenRule = { id, basis, effect: "defer", citation, reason: `${found.row.says}${clock}`, until };
  if (kind) rule.kind = kind;
  if (contested) rule.contested = true;
  return rule;
}

// Several rules often clear at the same instant, and writing it takes longer than finding it.
let lastWritten = { at: Number.NaN, zone: "", text: "" };

/** The instant as RFC 3339 with the offset of the zone. */
export function write(at: number, zone: string): string {
  if (lastWritten.at !== at || lastWritten.zone !== zone) {
    lastWritten = { at, zone, text: formatInZone(new Date(at), zone) };
  }
  return lastWritten.text;
}

const zonesDisagree = policyRow("POL-ZONE", "defer");
const somebodyElseSpoke = policyRow("POL-REFERRAL", "deny");

function policyRow(wanted: string, effect: SpokenRule["effect"]): SpokenRule {
  const row = policy.rows.find(({ id }) => id === wanted);
  const kind = row && kindOfRule(row);
  const { citation = "", says = "" } = row ?? {};
  return { id: wanted, ...(kind ? { kind } : {}), basis: "policy", effect, citation, reason: says };
}

/** What no single row can see: that zones disagree, and that somebody else spoke for the person. */
function remarks(subject: Case, verdict: Verdict, findings: readonly Finding[]): SpokenRule[] {
  const said: SpokenRule[] = [];
  const isClosed = findings.some((finding) => isBlocked(finding) && finding.found.isAboutTime);
  if (isClosed && hasManyZones(subject)) said.push(zonesDisagree);
  const { consents, attempt } = subject.request;
  const isSpokenFor = consents?.some(
    ({ givenBy, channels }) => givenBy === "third_party" && channels.includes(attempt.channel),
  );
  if (verdict === "deny" && isSpokenFor) said.push(somebodyElseSpoke);
  return said;
}

function hasManyZones({ places }: Case): boolean {
  const first = places[0]?.zones[0];
  return places.some(({ zones }) => zones.some((zone) => zone !== first));
}

function obligingRows(subject: Case): CompiledRow[] {
  const rows: CompiledRow[] = [];
  const isAlone = subject.places.length < 2;
  for (const place of subject.places) {
    for (const found of place.law.obligingOn(daysAt(place, subject.at), subject.mentioned)) {
      if (!isDue(found, subject, place)) continue;
      if (isAlone || !rows.some(({ row }) => row.id === found.row.id)) rows.push(found);
    }
  }
  // The rows of one law are kept in the order of their names.
  return isAlone ? rows : rows.sort((one, other) => (one.row.id < other.row.id ? -1 : 1));
}

function isDue(found: CompiledRow, subject: Case, place: Place): boolean {
  const { at } = subject;
  if (found.when && !found.when(subject, at, place)) return false;
  if (found.lifts.length === 0) return true;
  const days = daysAt(place, at);
  return !found.lifts.some((lift) => liftsOn(lift, days) && lift.holds(subject, at, place));
}

const region: MissingFact = {
  fact: "contact.locations.region",
  wouldChange: "The state or province; until it is known, the laws of all that it may be have to allow this",
};

function missingFacts(findings: readonly Finding[], locations: readonly GateLocation[]): MissingFact[] {
  const facts: MissingFact[] = locations.some(isRegionUnknown) ? [region] : [];
  for (const { found, clearsAt } of findings) {
    const { missing } = found;
    if (clearsAt !== never || !missing) continue;
    if (!facts.some(({ fact, wouldChange }) => fact === missing.fact && wouldChange === missing.wouldChange)) {
      facts.push(missing);
    }
  }
  return facts.length < 2 ? facts : facts.sort((one, other) => (one.fact < other.fact ? -1 : 1));
}

/** What stands in the way is mostly in order already. */
function inOrder(rules: SpokenRule[]): SpokenRule[] {
  for (let index = 1; index < rules.length; index++) {
    if (byName(rules[index - 1] as SpokenRule, rules[index] as SpokenRule) > 0) return rules.sort(byName);
  }
  return rules;
}

function byName(one: SpokenRule, other: SpokenRule): number {
  if (one.id !== other.id) return one.id < other.id ? -1 : 1;
  return one.effect < other.effect ? -1 : 1;
}
