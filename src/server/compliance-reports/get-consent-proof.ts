import { sql } from "kysely";
import type { ConsentProof, ProvenConsent } from "#api/compliance-reports.ts";
import { readConsents, readReach, readSuppressions } from "#server/compliance/permission-queries.ts";
import { readAllPoints } from "#server/contacts/contact-view.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { requirePerson } from "#server/rights/require-person.ts";
import { loadWorkspace } from "#server/team/load-workspace.ts";
import { recordAccess } from "#server/team/record-access.ts";

/** Everything that one person permitted and refused, with what proves it. That it was taken out is logged. */
export async function getConsentProof(ctx: Context, { id }: { id: string }): Promise<ConsentProof> {
  return transaction(ctx, async (tx) => {
    const contactId = await requirePerson(tx, id, "rights:read");
    await recordAccess(tx, { action: "export", contactId, details: { of: "consent_proof" } });
    const { members, phones, emails } = await readReach(tx, contactId);
    const consents = await readConsents(tx, { contactIds: members });
    const refusals = await readSuppressions(tx, { contactIds: members, points: [...phones, ...emails] });
    const sealed = await readSeals(
      tx,
      [...consents, ...refusals].map((row) => row.id),
    );
    const proofs = await readProofs(
      tx,
      consents.map((row) => row.id),
    );
    const { name, country, settings } = await loadWorkspace(tx);
    return {
      contact: { id: contactId, name: await nameOf(tx, contactId) },
      points: (await readAllPoints(tx, contactId)).map(({ kind, value, state }) => ({ kind, value, state })),
      controller: { name: settings.sellerName || name, country, postalAddress: settings.postalAddress },
      at: tx.now,
      consents: consents.map((row) => ({
        ...row,
        ...(proofs.get(row.id) ?? unproven),
        sealed: sealed.get(row.id) ?? null,
      })),
      refusals: refusals.map((row) => ({ ...row, sealed: sealed.get(row.id) ?? null })),
      record: await readHead(tx),
    };
  });
}

type Proof = Pick<ProvenConsent, "recordedBy" | "source" | "reliedOn">;
const unproven: Proof = { recordedBy: null, source: null, reliedOn: { attempts: 0, lastAt: null } };

async function readProofs(tx: Context, ids: readonly string[]): Promise<Map<string, Proof>> {
  const { rows } = await sql<{
    id: string;
    recordedBy: string | null;
    file: string | null;
    fileHash: string | null;
    line: number | null;
    attempts: number;
    lastAt: Date | null;
  }>`
    select c.id, u.name as "recordedBy", i.file_name as file, i.file_hash as "fileHash",
      (c.evidence ->> 'row')::integer as line, used.attempts, used.last_at as "lastAt"
    from consents c
    left join users u on u.id = c.recorded_by
    left join imports i on i.workspace_id = c.workspace_id and i.id = c.import_id
    cross join lateral (
      select count(*)::int as attempts, max(a.started_at) as last_at
      from attempts a join decisions d on d.workspace_id = a.workspace_id and d.id = a.decision_id
      where a.workspace_id = c.workspace_id and a.contact_id = c.contact_id
        and d.decision -> 'reliesOn' @> jsonb_build_array(jsonb_build_object('evidence', c.id::text))) used
    where c.workspace_id = ${tx.actor.workspaceId}::uuid and c.id = any(${ids}::uuid[])`.execute(
    tx.db.withoutPlugins(),
  );
  return new Map(
    rows.map(({ id, recordedBy, file, fileHash, line, attempts, lastAt }) => [
      id,
      { recordedBy, source: file === null ? null : { file, fileHash, line }, reliedOn: { attempts, lastAt } },
    ]),
  );
}

type Seal = { block: number; position: number; hash: string };

async function readSeals(tx: Context, ids: readonly string[]): Promise<Map<string, Seal>> {
  const { rows } = await sql<Seal & { id: string }>`
    select subject_id as id, block::int, position, encode(payload_hash, 'hex') as hash from ledger_entries
    where workspace_id = ${tx.actor.workspaceId}::uuid and kind in ('consent', 'suppression')
      and subject_id = any(${ids}::uuid[])
    order by block, position`.execute(tx.db.withoutPlugins());
  return new Map(rows.map(({ id, ...seal }) => [id, seal]));
}

async function readHead(tx: Context): Promise<ConsentProof["record"]> {
  const { rows } = await sql<{ block: number; hash: string }>`
    select block::int, encode(hash, 'hex') as hash from ledger_heads
    where workspace_id = ${tx.actor.workspaceId}::uuid`.execute(tx.db.withoutPlugins());
  return rows[0] ? { ...rows[0], signedWith: tx.ledgerKey.publicKey } : null;
}

async function nameOf(tx: Context, contactId: string): Promise<string> {
  const { fullName } = await tx.db
    .selectFrom("contacts")
    .select("fullName")
    .where("workspaceId", "=", tx.actor.workspaceId)
    .where("id", "=", contactId)
    .executeTakeFirstOrThrow();
  return fullName;
}
