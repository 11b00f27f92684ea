import { sql } from "kysely";
import type { RecordTouchpoint, Touchpoint } from "#api/touchpoints.ts";
import { AppError } from "#domain/errors.ts";
import { requireContact } from "#server/contacts/require-contact.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { lockPeople, readMerged } from "#server/touchpoints/history-queries.ts";
import { insertTouchpoints } from "#server/touchpoints/insert-touchpoints.ts";
import { loadKinds } from "#server/touchpoints/load-kinds.ts";
import { refreshStandings } from "#server/touchpoints/refresh-standings.ts";
import { requireTouchpoint } from "#server/touchpoints/require-touchpoint.ts";

/** Writes down by hand what happened. It is a claim, whoever makes it: only a manager's word makes it count. */
export async function recordTouchpoint(ctx: Context, input: RecordTouchpoint): Promise<Touchpoint> {
  return transaction(ctx, async (tx) => {
    const contactId = await requireContact(tx, input.contactId, "contacts:write");
    await checkKind(tx, input);
    // Two reports of one thing at the same time: the second waits here, and then finds the first.
    await lockPeople(tx.db, [contactId]);
    const known = input.sourceKey ? await findBySourceKey(tx, contactId, input.sourceKey) : undefined;
    if (known) return requireTouchpoint(tx, known, "contacts:read");

    const { kind, occurredAt, scheduledAt, summary, proof, sourceKey } = input;
    const [id = ""] = await insertTouchpoints(tx, [
      {
        ...{ contactId, kind, occurredAt, scheduledAt, summary },
        verification: "claimed",
        evidence: proof ? { proof } : {},
        sourceKey: sourceKey ?? null,
      },
    ]);
    await refreshStandings(tx, [contactId]);
    return requireTouchpoint(tx, id, "contacts:read");
  });
}

async function checkKind(tx: Context, { kind, occurredAt, scheduledAt }: RecordTouchpoint): Promise<void> {
  const found = (await loadKinds(tx)).get(kind);
  const problems = [
    ...(found ? [] : [{ field: "kind", message: "unknown_kind" }]),
    ...(occurredAt > tx.now ? [{ field: "occurredAt", message: "in_the_future" }] : []),
    ...(found?.window === "at_meeting" && !scheduledAt
      ? [{ field: "scheduledAt", message: "needed_for_this_kind" }]
      : []),
  ];
  if (problems.length > 0) throw new AppError("invalid_input", { problems });
}

async function findBySourceKey(tx: Context, contactId: string, sourceKey: string): Promise<string | undefined> {
  const members = [contactId, ...(await readMerged(tx.db, [contactId])).map(({ id }) => id)];
  const { rows } = await sql<{ id: string }>`
    select t.id from touchpoints t
    where t.workspace_id = ${tx.actor.workspaceId}::uuid and t.source_key = ${sourceKey}
      and t.contact_id = any(${members}::uuid[])
      and not exists (select from touchpoint_marks m
        where m.workspace_id = t.workspace_id and m.touchpoint_id = t.id and m.mark = 'retracted')
    limit 1`.execute(tx.db.withoutPlugins());
  return rows[0]?.id;
}
