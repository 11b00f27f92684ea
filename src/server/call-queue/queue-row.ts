import type { QueueContact, QueueReason, QueueRow, QueueSection, Reservation } from "#api/queue.ts";
import { coldStanding, heatAt, type Temperature, temperatureAt, windowAt } from "#domain/temperature/standing.ts";
import { hoursAfter, localTime } from "#domain/time.ts";
import { ranks } from "#server/call-queue/candidate-queries.ts";
import type { RowFacts, RowReservation, RowTask } from "#server/call-queue/row-queries.ts";
import { type Answer, askGate } from "#server/compliance/ask-gate.ts";
import type { GateWorkspace, PersonFacts } from "#server/compliance/gate-facts.ts";

export type KnownPerson = PersonFacts & { row: RowFacts | undefined; task?: RowTask | undefined };

/** Everything that is shown of one person who may be called, with the gate's answer at that instant. */
export function queueRow(
  workspace: GateWorkspace,
  known: KnownPerson,
  { now, userId, rank }: { now: Date; userId: string | null; rank?: number },
): QueueRow {
  const standing = known.row ?? coldStanding;
  const answer = askGate(workspace, { ...known, standing }, now);
  const temperature = temperatureAt(standing, now);
  const touchpoint = (temperature === "hot" ? known.row?.expectation : null) ?? known.row?.trigger ?? null;
  return {
    contact: contactOf(known, answer, now),
    temperature,
    heat: Math.round(heatAt(standing, now)),
    window: known.task ? windowOfTask(known.task, now) : windowAt(standing, now),
    section: sectionOf(rank, temperature),
    reason: reasonOf(known, temperature, now),
    touchpoint,
    taskId: known.task?.id ?? null,
    decision: answer?.decision ?? null,
    reservation: reservationOf(known.row?.reservation ?? null, userId),
    notYet: null,
    attempt: null,
  };
}

export function contactOf(
  { person }: Pick<PersonFacts, "person">,
  answer: Answer | undefined,
  now: Date,
): QueueContact {
  const { id, name, jobTitle, company, place, region, country } = person;
  const locations = answer?.request.contact.locations ?? [];
  const timeZone = person.timeZone ?? locations.find((location) => location.timeZone)?.timeZone ?? null;
  return {
    id,
    name,
    jobTitle,
    company,
    place: place ?? region,
    country: country ?? locations[0]?.country ?? null,
    timeZone,
    localTime: timeZone && localTime(now, timeZone).clock,
  };
}

export function reservationOf(stored: RowReservation | null, userId: string | null): Reservation | null {
  return stored && { ...stored, mine: stored.userId === userId };
}

export function reasonOf({ task, row, person, facts }: KnownPerson, temperature: Temperature, now: Date): QueueReason {
  if (task) {
    const { dueAt, dueLocal, timeZone, title } = task;
    return { code: `${task.kind}_due`, params: { dueAt, dueLocal, timeZone, title } };
  }
  if (temperature === "hot" && row?.expectation) return { code: "expects_call", params: shown(row.expectation) };
  if (temperature !== "cold" && row?.trigger && row.warmUntil && row.warmUntil > now) {
    return { code: "prior_contact", params: shown(row.trigger) };
  }
  const relationship = temperature === "cold" ? undefined : liveRelationship(facts, now);
  if (relationship) return { code: "relationship", params: relationship };
  return { code: "cold", params: { provenance: person.provenance } };
}

function liveRelationship(facts: PersonFacts["facts"], now: Date): { kind: string; since: Date } | undefined {
  const live = facts.flatMap(({ fact, data }) =>
    fact === "relationship" && (data.endedAt === null || new Date(data.endedAt) > now)
      ? [{ kind: data.kind, since: new Date(data.at) }]
      : [],
  );
  return live.sort((one, other) => other.since.getTime() - one.since.getTime())[0];
}

function shown({ kind, summary, occurredAt }: { kind: string; summary: string; occurredAt: Date }) {
  return { kind, summary, occurredAt };
}

/** An agreed time is its own window: an hour for what was promised to the hour, a day for what was planned. */
function windowOfTask({ kind, dueAt }: RowTask, now: Date): QueueRow["window"] {
  const hours = kind === "callback" || kind === "meeting" ? 1 : 24;
  return windowAt({ windowOpensAt: dueAt, windowClosesAt: hoursAfter(dueAt, hours) }, now);
}

function sectionOf(rank: number | undefined, temperature: Temperature): QueueSection {
  if (rank === ranks.inWindow) return "in_window";
  if (rank === ranks.expecting || rank === ranks.expectingLate || temperature === "hot") return "expects_you";
  return temperature === "cold" ? "cold" : "late";
}
