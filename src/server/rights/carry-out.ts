import { sql } from "kysely";
import type { CorrectPerson, LiftRestriction, PersonRequestWithHistory } from "#api/person-requests.ts";
import { AppError } from "#domain/errors.ts";
import type { RequestKind } from "#domain/rights/request-kinds.ts";
import { cancelOpenWork } from "#server/call-queue/queries.ts";
import { readReach } from "#server/compliance/permission-queries.ts";
import { recordSuppression } from "#server/compliance/record-suppression.ts";
import { isReserved } from "#server/contacts/merge-queries.ts";
import { requireContact } from "#server/contacts/require-contact.ts";
import { restrictContacts } from "#server/contacts/restrict-contacts.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { correctContact } from "#server/rights/correct-contact.ts";
import { erasePerson } from "#server/rights/erase-person.ts";
import { requireNoHold } from "#server/rights/holds.ts";
import { isImportAtWork } from "#server/rights/import-at-work.ts";
import { withRequest } from "#server/rights/move-request.ts";
import { loadPerson } from "#server/rights/person.ts";
import { moveRequest, type StoredRequest } from "#server/rights/request-queries.ts";
import { refreshStandings } from "#server/touchpoints/refresh-standings.ts";

type Moved = Promise<PersonRequestWithHistory>;

/** A step that does what the request asks for, once. */
async function carriedOut(
  ctx: Context,
  { id, kind }: { id: string; kind: RequestKind },
  work: (tx: Context, contactId: string, request: StoredRequest) => Promise<void>,
): Moved {
  return withRequest(ctx, { id, step: "carry_out" }, async (tx, request) => {
    const { contactId, state } = request;
    if (request.kind !== kind || request.carriedOutAt)
      throw new AppError("request_step_closed", { step: "carry_out", state });
    if (!contactId) throw new AppError("request_step_closed", { step: "carry_out", state, reason: "not_linked" });
    await work(tx, contactId, request);
  });
}

export async function correctPerson(ctx: Context, { id, changes }: CorrectPerson): Moved {
  return carriedOut(ctx, { id, kind: "correction" }, async (tx, contactId) => {
    const fields = await correctContact(tx, { contactId, requestId: id, changes });
    await moveRequest(tx, id, { event: "corrected", state: "in_work", carriedOutAt: tx.now, details: { fields } });
  });
}

/** GDPR Art. 21(2): no balancing, no reasons, all channels. */
export async function objectForPerson(ctx: Context, { id }: { id: string }): Moved {
  return carriedOut(ctx, { id, kind: "objection" }, async (tx, contactId, { receivedAt, words }) => {
    const { suppression } = await recordSuppression(tx, { contactId, kind: "objection", saidAt: receivedAt, words });
    const details = { suppressionId: suppression.id };
    await moveRequest(tx, id, { event: "objected", state: "in_work", carriedOutAt: tx.now, details });
  });
}

/** GDPR Art. 18: the gate says no, the queue leaves her out, what was planned ends. */
export async function restrictPerson(ctx: Context, { id }: { id: string }): Moved {
  return carriedOut(ctx, { id, kind: "restriction" }, async (tx, contactId) => {
    const { members } = await readReach(tx, contactId);
    await restrictContacts(tx, members, tx.now);
    await refreshStandings(tx, [contactId]);
    const cancelledTasks = await cancelOpenWork(tx, members, "restricted");
    const details = { cancelledTasks };
    await moveRequest(tx, id, { event: "restricted", state: "in_work", carriedOutAt: tx.now, details });
  });
}

export async function liftRestriction(
  ctx: Context,
  { id, informedAt }: LiftRestriction,
): Promise<Record<string, never>> {
  return transaction(ctx, async (tx) => {
    const contactId = await requireContact(tx, id, "rights:read");
    if (informedAt > tx.now) throw new AppError("invalid_input", { field: "informedAt", reason: "in the future" });
    const { members } = await readReach(tx, contactId);
    await restrictContacts(tx, members, null);
    await refreshStandings(tx, [contactId]);
    return {};
  });
}

/** Erases the person everywhere, and with her the name in the request; the certificate is what remains. */
export async function erasePersonOfRequest(ctx: Context, { id }: { id: string }): Moved {
  return carriedOut(ctx, { id, kind: "erasure" }, async (tx, contactId) => {
    await lockForErasure(tx, contactId);
    const person = await loadPerson(tx, contactId);
    if (!person) throw new AppError("contact_not_found", { contactId });
    await requireNoHold(tx, person.ids);
    if (await isImportAtWork(tx)) throw new AppError("conflict", { reason: "import_at_work" });
    if (await isReserved(tx, person.ids)) throw new AppError("conflict", { reason: "call_open" });
    const certificateId = await erasePerson(tx, person, { because: "request", requestId: id, keepHashes: true });
    const closing = { closedAt: tx.now, closedBy: tx.actor.userId, carriedOutAt: tx.now };
    const details = { certificateId };
    await moveRequest(tx, id, { event: "erased", state: "answered", answer: "", certificateId, details, ...closing });
  });
}

/** Whoever else would write about her waits, and finds nobody. */
async function lockForErasure(tx: Context, contactId: string): Promise<void> {
  await sql`select from contacts where workspace_id = ${tx.actor.workspaceId}::uuid
    and (id = ${contactId}::uuid or merged_into_id = ${contactId}::uuid) order by id for update`.execute(tx.db);
}
