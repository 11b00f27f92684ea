import { AppError } from "#domain/errors.ts";
import { minuteMs } from "#domain/time.ts";
import { completeTask } from "#server/call-queue/complete-task.ts";
import { listTasks } from "#server/call-queue/list-tasks.ts";
import { matchContact } from "#server/contacts/match-contact.ts";
import type { DemoTeam } from "#server/demo/demo-team.ts";
import type { InventedPerson } from "#server/demo/invented-people.ts";
import { confirmTouchpoint } from "#server/touchpoints/mark-touchpoints.ts";
import { recordTouchpoint } from "#server/touchpoints/record-touchpoint.ts";

const WHAT = [
  {
    kind: "introduction_made",
    hoursAgo: 3,
    summary: "Priya Raman introduced you by email; the answer was “happy to talk”",
  },
  { kind: "callback_requested", hoursAgo: 1, summary: "Asked for a call back on the pricing page" },
  { kind: "reply_agreeing_to_talk", hoursAgo: 9, summary: "“Tomorrow works, call me before lunch”" },
  { kind: "introduction_made", hoursAgo: 20, summary: "Tom Barrett introduced you at the TechGrowth panel" },
  { kind: "demo_requested", hoursAgo: 4, summary: "Asked for a demo through the website" },
  { kind: "callback_requested", hoursAgo: 2, summary: "Left a number after the webinar" },
] as const;

/** What happened in the last hours: written down by hand, and confirmed by the manager. */
export async function playExpectations(team: DemoTeam, people: InventedPerson[], at: Date): Promise<void> {
  const waiting = [...WHAT];
  for (const person of people) {
    const what = waiting[0];
    if (!what) return;
    const occurredAt = new Date(at.getTime() - what.hoursAgo * 60 * minuteMs);
    if (await expects(team, person, { ...what, occurredAt })) waiting.shift();
  }
}

async function expects(
  team: DemoTeam,
  { email }: InventedPerson,
  { kind, summary, occurredAt }: { kind: string; summary: string; occurredAt: Date },
): Promise<boolean> {
  const manager = team.as("sam@tallow.example", occurredAt);
  const points = [{ kind: "email" as const, value: email, label: null, line: null }];
  const { contacts } = await matchContact(manager, { name: "", company: null, country: null, points });
  const contactId = contacts[0]?.id;
  if (!contactId) return false;
  try {
    const proof = `message from ${email}`;
    const written = await recordTouchpoint(manager, { contactId, kind, occurredAt, scheduledAt: null, summary, proof });
    await confirmTouchpoint(manager, { id: written.id });
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

/** Meetings and callbacks whose time has come are done by the next morning. */
export async function tickOff(team: DemoTeam, morning: Date): Promise<void> {
  for (const email of team.callers) {
    const ctx = team.as(email, morning);
    const { items } = await listTasks(ctx, { state: "open", dueBefore: morning, limit: 200 });
    for (const { id } of items) await completeTask(ctx, { id });
  }
}
