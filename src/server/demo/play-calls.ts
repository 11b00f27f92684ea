import type { ReportedOutcome } from "#api/attempts.ts";
import { AppError } from "#domain/errors.ts";
import { planNextStep } from "#server/call-queue/plan-next-step.ts";
import { reportOutcome } from "#server/call-queue/report-outcome.ts";
import { reserveContact } from "#server/call-queue/reserve-contact.ts";
import { startCall } from "#server/call-queue/start-call.ts";
import { takeQueue } from "#server/call-queue/take-queue.ts";
import { atMinute, type Day, dayText } from "#server/demo/days.ts";
import type { DemoTeam } from "#server/demo/demo-team.ts";
import type { Random } from "#server/demo/random.ts";
import type { Context } from "#server/platform/context.ts";

/** Minutes of the day in UTC at which the team sits down to call: both sides of the Atlantic are awake. */
const SITTINGS = [14 * 60 + 35, 17 * 60 + 10, 20 * 60 + 5];

const NOTES = [
  "Second site opens in March; carriers already late twice.",
  "Uses spreadsheets, hates them. Decides with the plant manager.",
  "Budget is fixed until January; wants numbers from a similar firm.",
  "Liked the case study. Asked how long it takes to start.",
  "Busy this week, friendly. Send nothing, call again.",
];

/** One day of calls through the same doors as any other day: the queue, the gate, the attempt, the outcome. */
export async function playDay(team: DemoTeam, random: Random, day: Day): Promise<number> {
  let made = 0;
  for (const minute of SITTINGS) {
    for (const email of team.callers) {
      const ctx = team.as(email, atMinute(day, minute));
      const queue = await takeQueue(ctx, { whose: { of: "me" }, tab: "to_call", limit: 4 });
      const people = queue.items.map((row) => row.contact).sort((a, b) => (a.name < b.name ? -1 : 1));
      for (const [index, { id }] of people.slice(0, random.between(1, 3)).entries()) {
        const at = (minutes: number) => team.as(email, atMinute(day, minute + index * 9 + minutes));
        if (await playCall(at, random, id, day)) made += 1;
      }
    }
  }
  return made;
}

async function playCall(
  at: (minutes: number) => Context,
  random: Random,
  contactId: string,
  day: Day,
): Promise<boolean> {
  try {
    await reserveContact(at(0), { contactId });
    const { attempt } = await startCall(at(0), { contactId });
    const after = at(random.between(1, 7));
    const outcome = outcomeFor(random, attempt.temperature);
    const callBack = { local: `${dayText(day + 2)}T10:30`, timeZone: "America/Chicago", title: "" };
    const isTalk = ["conversation", "meeting_agreed", "call_back", "not_interested"].includes(outcome);
    const note = isTalk ? (NOTES[random.between(0, NOTES.length - 1)] ?? "") : "";
    await reportOutcome(after, {
      id: attempt.id,
      outcome,
      note,
      answers: [],
      said: [],
      ...(outcome === "call_back" ? { callBack } : {}),
      ...(outcome === "meeting_agreed"
        ? { meeting: { ...callBack, local: `${dayText(day + random.between(1, 6))}T15:00`, durationMinutes: 30 } }
        : {}),
    });
    if (outcome === "conversation" && random.chance(0.4)) {
      const next = { step: "follow_up", local: `${dayText(day + 3)}T11:00`, timeZone: "America/Chicago" } as const;
      await planNextStep(after, { id: attempt.id, next: { ...next, title: "Send the case study" } });
    }
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

/** Invented shares: warm people pick up more often and agree more often than cold ones. */
function outcomeFor(random: Random, temperature: "cold" | "warm" | "hot"): ReportedOutcome {
  const reached = { hot: 0.62, warm: 0.38, cold: 0.14 }[temperature];
  if (!random.chance(reached)) {
    if (random.chance(0.03)) return "wrong_number";
    return random.pick(["no_answer", "no_answer", "no_answer", "voicemail", "voicemail", "busy", "gatekeeper"]);
  }
  const agreed = { hot: 0.45, warm: 0.22, cold: 0.06 }[temperature];
  if (random.chance(agreed)) return "meeting_agreed";
  if (random.chance(0.04)) return "do_not_contact";
  return random.pick(["conversation", "conversation", "conversation", "call_back", "not_interested"]);
}
