import type { Brief, BriefTouchpoint, GetBrief } from "#api/brief.ts";
import { AppError } from "#domain/errors.ts";
import { allowedUntil } from "#domain/gate/allowed-until.ts";
import { readAttempts } from "#server/call-queue/attempt-queries.ts";
import { briefFacts, languageOf, type Marked, readRep } from "#server/call-queue/brief-facts.ts";
import { playbookFor } from "#server/call-queue/brief-playbook.ts";
import { briefPoints } from "#server/call-queue/brief-points.ts";
import {
  type BriefContact,
  readAccountTouchpoints,
  readBriefContact,
  readTimeline,
  type StoredTouchpoint,
} from "#server/call-queue/brief-queries.ts";
import { masked } from "#server/call-queue/mask-attempt.ts";
import { contactOf, queueRow } from "#server/call-queue/queue-row.ts";
import { type RowTask, readRowFacts } from "#server/call-queue/row-queries.ts";
import { readTasks } from "#server/call-queue/task-queries.ts";
import { askGate, withoutNumber } from "#server/compliance/ask-gate.ts";
import { readPeopleToCall, type StoredPerson } from "#server/compliance/gate-fact-queries.ts";
import { type GateWorkspace, withGateFacts } from "#server/compliance/gate-facts.ts";
import { loadGateWorkspace } from "#server/compliance/load-gate-workspace.ts";
import { requireContact } from "#server/contacts/require-contact.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { planOnce } from "#server/platform/kept-statements.ts";
import { loadPlaybook } from "#server/playbooks/load-playbook.ts";
import { readStandings } from "#server/touchpoints/read-standings.ts";

const timelineMax = 50;
const accountMax = 10;
const attemptsMax = 20;
const tasksMax = 20;

/** All that a rep needs before and during one call. Reading it writes nothing and reserves nobody. */
export async function getBrief(ctx: Context, input: GetBrief): Promise<Brief> {
  return transaction(ctx, async (tx) => {
    const [contactId, workspace, rep] = await Promise.all([
      requireContact(tx, input.id, "contacts:read"),
      loadGateWorkspace(tx),
      readRep(tx),
      planOnce(tx),
    ]);
    const [[person], contact, rows] = await Promise.all([
      readPeopleToCall(tx, [contactId]),
      readBriefContact(tx, contactId),
      readStandings(tx, [contactId]).then((standings) => readRowFacts(tx, [...standings.values()])),
    ]);
    if (!person || !contact) throw new AppError("contact_not_found", { contactId });

    const { members } = person;
    const { preset } = workspace.workspace;
    const wanted = input.language ?? languageOf(contact, rep, workspace);
    const [known, tasks, attempts, { timeline, context }, playbook] = await Promise.all([
      withGateFacts(tx, workspace, [person]).then(
        (known) => known.get(contactId) ?? { person, facts: [], lists: new Map() },
      ),
      readTasks(tx, { contactIds: members, state: "open", limit: tasksMax }),
      readAttempts(tx, { contactIds: members, limit: attemptsMax }),
      historyOf(tx, workspace, person, contact),
      loadPlaybook(tx, { profile: contact.profile, language: wanted, preset }),
    ]);
    const row = rows.get(contactId);
    const task = tasks.find(({ dueAt, ownerId }) => dueAt <= tx.now && ownerId === tx.actor.userId);
    const shown = queueRow(workspace, { ...known, row, task: task && rowTask(task) }, at(tx));
    const answer = row && askGate(workspace, { ...known, standing: row }, tx.now);
    const trigger = timeline.find(({ id }) => id === shown.touchpoint?.id);
    const { language } = playbook;
    const said = await briefFacts(tx, workspace, { known, contact, rep, trigger, answer, language });
    return {
      contact: { ...contactOf(known, answer, tx.now), ...contact },
      temperature: shown.temperature,
      heat: shown.heat,
      window: shown.window,
      reason: shown.reason,
      decision: answer?.decision ?? withoutNumber(tx.now),
      allowedUntil: answer ? allowedUntil(answer.request) : null,
      reservation: shown.reservation,
      points: briefPoints(known),
      timeline: timeline.filter(({ mark }) => mark === "contact").map(withoutDetails),
      context: [...timeline.filter(({ mark }) => mark !== "contact"), ...context].map(withoutDetails),
      attempts: attempts.map(masked),
      tasks,
      playbook: playbookFor(playbook, { facts: said, kind: trigger?.kind, attempts }),
    };
  });
}

function at({ now, actor }: Context) {
  return { now, userId: actor.userId };
}

function rowTask({ id, kind, title, dueAt, dueLocal, timeZone }: RowTask): RowTask {
  return { id, kind, title, dueAt, dueLocal, timeZone };
}

async function historyOf(
  tx: Context,
  { kinds }: GateWorkspace,
  { members }: StoredPerson,
  { accountId }: BriefContact,
): Promise<{ timeline: Marked[]; context: Marked[] }> {
  const directionOf = (kind: string) => kinds.get(kind)?.direction ?? "context";
  const marked = (touchpoint: StoredTouchpoint, mark: BriefTouchpoint["mark"]): Marked => {
    const { contactId, contactName, ...rest } = touchpoint;
    const other = mark === "account" ? { id: contactId, name: contactName } : null;
    return { ...rest, mark, direction: directionOf(touchpoint.kind), with: other };
  };
  const telling = [...kinds.values()].filter(({ direction }) => direction !== "context").map(({ slug }) => slug);
  const [own, others] = await Promise.all([
    readTimeline(tx, { members, limit: timelineMax }),
    accountId ? readAccountTouchpoints(tx, { accountId, members, kinds: telling, limit: accountMax }) : [],
  ]);
  return {
    timeline: own.map((each) => marked(each, directionOf(each.kind) === "context" ? "context" : "contact")),
    context: others.map((each) => marked(each, "account")),
  };
}

function withoutDetails({ details: _details, ...touchpoint }: Marked): BriefTouchpoint {
  return touchpoint;
}
