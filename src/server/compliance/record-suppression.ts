import type { Stop, Stopped } from "#api/compliance.ts";
import { AppError } from "#domain/errors.ts";
import { maskReach } from "#domain/phone-mask.ts";
import { closesOwnPoints, closesPerson } from "#domain/what-a-no-covers.ts";
import { cancelOpenWork, cancelTasksAbout } from "#server/call-queue/queries.ts";
import { readClosed, readHolders, readReach, readSuppressions } from "#server/compliance/permission-queries.ts";
import { insertSuppressions, lockPerson, type NewSuppression } from "#server/compliance/queries.ts";
import { readPoint } from "#server/compliance/read-point.ts";
import { announcePeople } from "#server/platform/announce.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { refreshStandings } from "#server/touchpoints/refresh-standings.ts";

/**
 * Writes a no down. In the same transaction everything ends that was planned with the person, and with whoever
 * cannot be reached any more because the number is closed; of a no to one subject, what was planned about that. Anybody
 * may record a no, about anybody.
 */
export async function recordSuppression(ctx: Context, input: Stop): Promise<Stopped> {
  return transaction(ctx, async (tx) => {
    const rows = input.contactId ? await rowsOfPerson(tx, input, input.contactId) : [rowOfPoint(tx, input)];
    const ids = await insertSuppressions(tx, rows);
    const cancelledTasks = await endWhatWasPlanned(tx, rows);
    const [suppression] = await readSuppressions(tx, { ids: ids.slice(0, 1) });
    if (!suppression) throw new AppError("not_found", { suppressionId: ids[0] });
    return { suppression: maskReach(suppression), cancelledTasks };
  });
}

async function rowsOfPerson(tx: Context, input: Stop, contactId: string): Promise<NewSuppression[]> {
  const person = await lockPerson(tx, contactId);
  if (!person) throw new AppError("contact_not_found", { contactId });
  const row = { ...wordsOf(tx, input), contactId: person };
  const point = input.point && readPoint(input.point);
  if (point && !closesPerson({ kind: input.kind, point })) return [{ ...row, point }];
  if (!closesOwnPoints(input.kind)) return [{ ...row, point: null }];

  const { phones, emails } = await readReach(tx, person);
  const points = [...new Set([...(point ? [point] : []), ...phones, ...emails])];
  return points.length > 0 ? points.map((each) => ({ ...row, point: each })) : [{ ...row, point: null }];
}

function rowOfPoint(tx: Context, input: Stop): NewSuppression {
  return { ...wordsOf(tx, input), contactId: null, point: readPoint(input.point ?? "") };
}

function wordsOf(tx: Context, { kind, attemptId, scope, saidAt, words }: Stop) {
  return {
    kind,
    channels: attemptId ? ["call"] : null,
    scope: scope ?? null,
    saidAt: saidAt && saidAt < tx.now ? saidAt : tx.now,
    attemptId: attemptId ?? null,
    evidence: { ...(words ? { words } : {}), ...(tx.actor.userId ? { heardBy: tx.actor.userId } : {}) },
  };
}

async function endWhatWasPlanned(tx: Context, rows: readonly NewSuppression[]): Promise<number> {
  const people = [...new Set(rows.flatMap(({ contactId }) => contactId ?? []))];
  const members: string[] = [];
  for (const person of people) members.push(...(await readReach(tx, person)).members);
  const holders = await readHolders(
    tx,
    rows.flatMap(({ point }) => point ?? []),
  );
  const concerned = [...new Set([...people, ...holders])];
  await refreshStandings(tx, concerned);
  await announcePeople(tx, concerned);

  const [{ kind = "stop", scope = null } = {}] = rows;
  const refusing = rows.some(closesPerson) ? members : [];
  const closed = [...new Set([...(scope === null ? refusing : []), ...(await readClosed(tx, concerned))])];
  const cancelled = closed.length > 0 ? await cancelOpenWork(tx, closed, kind) : 0;
  return scope === null ? cancelled : cancelled + (await cancelTasksAbout(tx, refusing, scope, kind));
}

/** For whoever writes many refusals at once, after the standings are refreshed: ends what was planned with these people. */
export async function cancelWorkOfClosed(tx: Context, contactIds: readonly string[]): Promise<void> {
  const closed = await readClosed(tx, contactIds);
  if (closed.length === 0) return;
  await cancelOpenWork(tx, closed, "stop");
  await announcePeople(tx, closed);
}
