import type { Case } from "#domain/gate/case.ts";
import { type Finding, isBlocked, isInForce } from "#domain/gate/findings.ts";
import { policy } from "#domain/gate/packs/policy.ts";
import type { Row } from "#domain/gate/packs/row.ts";
import type { MissingFact, Obligation, SpokenRule, Verdict } from "#domain/gate/types.ts";
import { formatInZone, localTime } from "#domain/time.ts";

type Explanation = {
  rules: SpokenRule[];
  obligations: Obligation[];
  missing: MissingFact[];
  contested: boolean;
};

/** What the decision says in words: every row that spoke, once each and in the order of their names. */
export function explain(subject: Case, verdict: Verdict, findings: readonly Finding[], zone: string): Explanation {
  const worst = worstByRow(findings);
  const rules = worst.map((finding) => spoken(finding, subject, zone));
  rules.push(...remarks(subject, verdict, worst, zone));
  const obliging = verdict === "allow" ? obligingRows(subject) : [];
  for (const row of obliging) rules.push(rule(row, "oblige", row.rule.kind === "oblige" ? row.rule.text : row.says));
  return {
    rules: rules.sort(byName),
    obligations: obliging
      .map((row) => ({
        id: row.id,
        text: row.rule.kind === "oblige" ? row.rule.text : row.says,
        citation: row.citation,
      }))
      .sort(byId),
    missing: missingFacts(worst),
    contested: worst.some(({ found }) => found.row.contested),
  };
}

/** A row that speaks at several places speaks once, where it closes the longest. */
function worstByRow(findings: readonly Finding[]): Finding[] {
  if (findings.length < 2) return [...findings];
  const worst = new Map<string, Finding>();
  for (const finding of findings) {
    const { id } = finding.found.row;
    const known = worst.get(id);
    if (!known || finding.clearsAt > known.clearsAt) worst.set(id, finding);
  }
  return [...worst.values()];
}

function spoken(finding: Finding, { at }: Case, zone: string): SpokenRule {
  const { found, clearsAt, lift } = finding;
  const { row } = found;
  if (lift === "override") return rule(row, "lift", "Two people have set this rule aside, and said why.");
  if (lift) return { ...rule(row, "lift", lift.lift.says), id: lift.lift.by ?? row.id };
  if (clearsAt === Number.POSITIVE_INFINITY) return rule(row, "deny", row.says);
  const isHours = row.rule.kind === "hours" || row.rule.kind === "own";
  const zoneHere = finding.place?.zones[0] ?? zone;
  const clock = isHours ? ` It is ${localTime(new Date(at), zoneHere).clock} in ${zoneHere}.` : "";
  return { ...rule(row, "defer", `${row.says}${clock}`), until: formatInZone(new Date(clearsAt), zone) };
}

function rule(row: Row, effect: SpokenRule["effect"], reason: string): SpokenRule {
  const { id, basis = "law", citation, contested } = row;
  return { id, basis, effect, citation, reason, ...(contested ? { contested } : {}) };
}

const remark = new Map(policy.rows.map((row) => [row.id, row]));

/** What no single row can see: that zones disagree, and that somebody else spoke for the person. */
function remarks(subject: Case, verdict: Verdict, findings: readonly Finding[], _zone: string): SpokenRule[] {
  const said: SpokenRule[] = [];
  const torn = remark.get("POL-ZONE");
  const closed = findings.filter((finding) => isBlocked(finding) && isAboutTime(finding.found.row));
  if (torn && closed.length > 0 && zoneCount(subject) > 1) said.push({ ...rule(torn, "defer", torn.says) });
  const referral = remark.get("POL-REFERRAL");
  const spokeForHim = subject.request.consents?.some(
    ({ givenBy, channels }) => givenBy === "third_party" && channels.includes(subject.request.attempt.channel),
  );
  if (referral && verdict === "deny" && spokeForHim) said.push(rule(referral, "deny", referral.says));
  return said;
}

function isAboutTime({ rule: { kind } }: Row): boolean {
  return kind === "hours" || kind === "closed";
}

function zoneCount({ places }: Case): number {
  return new Set(places.flatMap(({ zones }) => zones)).size;
}

function obligingRows(subject: Case): Row[] {
  const rows = new Map<string, Row>();
  for (const place of subject.places) {
    for (const found of place.law.rows) {
      if (found.row.rule.kind !== "oblige" || rows.has(found.row.id)) continue;
      if (!isInForce(found, subject.at, place) || (found.when && !found.when(subject, subject.at, place))) continue;
      if (found.lifts.some(({ holds }) => holds(subject, subject.at, place))) continue;
      rows.set(found.row.id, found.row);
    }
  }
  return [...rows.values()];
}

function missingFacts(findings: readonly Finding[]): MissingFact[] {
  const facts = new Map<string, MissingFact>();
  for (const { found, clearsAt } of findings) {
    if (clearsAt !== Number.POSITIVE_INFINITY) continue;
    const missing = missingOf(found.row);
    if (missing) facts.set(`${missing.fact} ${missing.wouldChange}`, missing);
  }
  return [...facts.values()].sort((one, other) => (one.fact < other.fact ? -1 : 1));
}

function missingOf({ rule: mechanism, id }: Row): MissingFact | undefined {
  switch (mechanism.kind) {
    case "forbid":
    case "need":
      return mechanism.missing;
    case "fresh":
      return {
        fact: `seller.registers.${mechanism.lists[0]}`,
        wouldChange: `A copy of the list that is at most ${mechanism.days} days old would open this.`,
      };
    default:
      return ownMissing[id];
  }
}

const ownMissing: Record<string, MissingFact | undefined> = {
  "GATE-UNK": { fact: "contact.locations", wouldChange: "A country with its time zone would open this in its hours." },
  "POL-WARM": { fact: "relationships", wouldChange: "A verified prior contact would open this." },
  "POL-OPTOUT-NOW": { fact: "consents", wouldChange: "A later consent of the person's own would open this." },
};

function byName(one: SpokenRule, other: SpokenRule): number {
  if (one.id !== other.id) return one.id < other.id ? -1 : 1;
  return one.effect < other.effect ? -1 : 1;
}

function byId(one: { id: string }, other: { id: string }): number {
  return one.id < other.id ? -1 : 1;
}
