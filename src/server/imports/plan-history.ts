import { randomUUIDv7 } from "node:crypto";
import type { RowReason } from "#api/imports.ts";
import type { BatchPlan, NewSuppression } from "#server/imports/batch-plan.ts";
import type { ImportRun } from "#server/imports/import-run.ts";
import type { ImportedRow, ImportedSuppression, ImportedTouchpoint, Moment } from "#server/imports/imported-row.ts";
import { instantOfMoment } from "#server/imports/moment-instant.ts";
import type { KnownHistory } from "#server/touchpoints/load-known-history.ts";

type Planning = { run: ImportRun; plan: BatchPlan; history: KnownHistory; now: Date };
type Ids = readonly (string | null)[];

const summaryLengthMax = 2000;

/** Plans what a row says happened, was allowed and was refused. True where any of it is not on record yet. */
export function planHistory(planning: Planning, row: ImportedRow, ids: Ids, warnings: RowReason[]): boolean {
  const planned = [
    planTouchpoints(planning, row, ids, warnings),
    planConsents(planning, row, ids),
    planSuppressions(planning, row, ids),
    planRelationships(planning, row, ids),
  ];
  return planned.some((count) => count > 0);
}

function planTouchpoints(planning: Planning, row: ImportedRow, ids: Ids, warnings: RowReason[]): number {
  const { run, plan, history } = planning;
  const ofThisRow = new Set<string>();
  let count = 0;
  for (const touchpoint of row.touchpoints) {
    const contactId = ids[touchpoint.who ?? 0];
    if (!contactId) continue;
    const when = instantOfMoment(touchpoint.occurredAt, run.timeZone);
    if (!when) {
      warnings.push({ code: "touchpoint_without_date", value: touchpoint.kind });
      continue;
    }
    // One meeting of several people of a row is one touchpoint for each of them.
    const sourceKey = ofThisRow.has(touchpoint.sourceKey)
      ? `${touchpoint.sourceKey}#${touchpoint.who ?? 0}`
      : touchpoint.sourceKey;
    ofThisRow.add(touchpoint.sourceKey);
    if (history.touchpoints.has(sourceKey)) continue;
    history.touchpoints.add(sourceKey);
    count += 1;
    plan.touchpoints.push({
      id: randomUUIDv7(),
      contactId,
      kind: touchpoint.kind,
      occurredAt: when.at,
      scheduledAt: instantOf(touchpoint.startsAt, run),
      zoneAssumed: when.zoneAssumed,
      verification: touchpoint.verification,
      summary: touchpoint.summary.slice(0, summaryLengthMax),
      details: detailsOf(touchpoint, run),
      evidence: evidenceOf(row, run),
      sourceKey,
      importLine: row.line,
    });
  }
  return count;
}

function detailsOf(touchpoint: ImportedTouchpoint, run: ImportRun): Record<string, unknown> {
  const endsAt = instantOf(touchpoint.endsAt, run);
  return endsAt ? { ...touchpoint.details, endsAt: endsAt.toISOString() } : touchpoint.details;
}

function planConsents({ run, plan, history, now }: Planning, row: ImportedRow, ids: Ids): number {
  const before = plan.consents.length;
  for (const consent of row.consents) {
    const contactId = ids[consent.who ?? 0];
    const givenAt = instantOf(consent.givenAt, run);
    if (!contactId || !givenAt) continue;
    const sourceKey = [
      "consent",
      contactKey(row, consent.who),
      consent.channels,
      givenAt.toISOString(),
      consent.words,
    ].join("|");
    if (history.facts.has(sourceKey)) continue;
    history.facts.add(sourceKey);
    const { channels, form, words, column } = consent;
    const evidence = { ...consent.evidence, ...evidenceOf(row, run), column };
    plan.consents.push({
      id: randomUUIDv7(),
      contactId,
      channels,
      form,
      givenAt: min(givenAt, now),
      words,
      evidence,
      sourceKey,
    });
  }
  return plan.consents.length - before;
}

const kindOfSuppression: Record<ImportedSuppression["kind"], string> = {
  unsubscribe: "unsubscribe",
  do_not_call: "do_not_call",
  opt_out: "stop",
  bounced: "bounced",
  objection: "objection",
  deceased: "deceased",
};

function planSuppressions(planning: Planning, row: ImportedRow, ids: Ids): number {
  const { plan, history } = planning;
  const before = plan.suppressions.length;
  for (const { who, planned } of suppressionsOf(planning, row)) {
    const contactId = ids[who];
    if (!contactId || history.facts.has(planned.sourceKey)) continue;
    history.facts.add(planned.sourceKey);
    plan.suppressions.push({ ...planned, contactId });
  }
  return plan.suppressions.length - before;
}

/** What a row refuses, and which of its people does. */
export function suppressionsOf(
  { run, now }: Pick<Planning, "run" | "now">,
  row: ImportedRow,
): { who: number; planned: Omit<NewSuppression, "contactId"> }[] {
  return row.suppressions.map((suppression) => {
    const { who = 0, channels, column, value } = suppression;
    const said = suppression.at && instantOf(suppression.at, run);
    const kind = kindOfSuppression[suppression.kind];
    return {
      who,
      planned: {
        id: randomUUIDv7(),
        // A dead mailbox says nothing of the person, only of the address.
        point: kind === "bounced" ? (personOf(row, who)?.emails[0]?.address.toLowerCase() ?? null) : null,
        kind,
        channels: channels === "all" ? null : channels,
        saidAt: said ? min(said, now) : now,
        evidence: { ...evidenceOf(row, run), column, value },
        sourceKey: ["no", contactKey(row, who), kind, channels, said?.toISOString() ?? ""].join("|"),
      },
    };
  });
}

function planRelationships({ run, plan, history }: Planning, row: ImportedRow, ids: Ids): number {
  const before = plan.relationships.length;
  for (const relationship of row.relationships) {
    const contactId = ids[relationship.who ?? 0];
    const startedAt = instantOf(relationship.startedAt, run);
    // An application is a touchpoint: it makes nobody a customer.
    if (!contactId || !startedAt || relationship.kind === "application") continue;
    const { kind, sourceKey } = relationship;
    if (history.facts.has(sourceKey)) continue;
    history.facts.add(sourceKey);
    plan.relationships.push({
      id: randomUUIDv7(),
      contactId,
      kind,
      startedAt,
      endedAt: instantOf(relationship.endedAt, run),
      evidence: { ...relationship.details, ...evidenceOf(row, run) },
      sourceKey,
    });
  }
  return plan.relationships.length - before;
}

/** How the file itself knows the person, so that the same file again finds its own words on record. */
function contactKey(row: ImportedRow, who: number | undefined): string {
  const person = personOf(row, who);
  const id = person?.externalIds[0];
  if (id) return `${id.system}:${id.id}`;
  return person?.emails[0]?.address ?? person?.phones[0]?.text ?? person?.profiles[0]?.url ?? person?.name ?? "";
}

function personOf(row: ImportedRow, who = 0) {
  return who === 0 ? row.person : row.others[who - 1];
}

function evidenceOf(row: ImportedRow, run: ImportRun): Record<string, unknown> {
  return { file: run.fileName, ...(row.part ? { part: row.part } : {}), row: row.line };
}

function instantOf(moment: Moment | undefined | null, run: ImportRun): Date | null {
  return moment ? (instantOfMoment(moment, run.timeZone)?.at ?? null) : null;
}

function min(one: Date, other: Date): Date {
  return one < other ? one : other;
}
