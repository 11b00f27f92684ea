import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import type { AdmitAgain, Certificate } from "#api/disclosure.ts";
import type { PageInput } from "#api/endpoint.ts";
import { nameKey } from "#domain/contacts/names.ts";
import { profileKey } from "#domain/contacts/points.ts";
import { AppError } from "#domain/errors.ts";
import { parsePhone } from "#domain/phones.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { readCursor, writeCursor } from "#server/platform/cursor.ts";
import { type ErasedKey, forgetErased } from "#server/rights/erased-people.ts";
import { loadWorkspace } from "#server/team/load-workspace.ts";
import { recordAccess } from "#server/team/record-access.ts";

export async function listCertificates(
  ctx: Context,
  { limit, cursor }: z.output<typeof PageInput>,
): Promise<{ items: Certificate[]; nextCursor: string | null }> {
  return transaction(ctx, async (tx) => {
    const before = readCursor(z.object({ id: z.uuid() }), cursor)?.id;
    const items = await read(tx, before ? sql`e.id < ${before}::uuid` : sql`true`, limit);
    const last = items.at(-1);
    return { items, nextCursor: last && items.length === limit ? writeCursor({ id: last.id }) : null };
  });
}

export async function getCertificate(ctx: Context, { id }: { id: string }): Promise<Certificate> {
  return transaction(ctx, async (tx) => {
    const [certificate] = await read(tx, sql`e.id = ${id}::uuid`, 1);
    if (!certificate) throw new AppError("not_found", { certificateId: id });
    return certificate;
  });
}

/** Only she herself can come back: an officer says by what she did, and what is known of that address is forgotten. */
export async function admitAgain(ctx: Context, input: AdmitAgain): Promise<{ forgotten: number }> {
  return transaction(ctx, async (tx) => {
    const { country } = await loadWorkspace(tx);
    const forgotten = await forgetErased(tx, keysOf(input, country));
    if (forgotten === 0) throw new AppError("not_found", { value: "nobody was erased with this address" });
    await recordAccess(tx, { action: "admit", details: { reason: input.reason, forgotten } });
    return { forgotten };
  });
}

function keysOf({ value, name }: AdmitAgain, country: string | null): ErasedKey[] {
  if (value.includes("@")) return [{ kind: "email", value: value.toLowerCase() }];
  const phone = parsePhone(value, country);
  if ("refused" in phone) return [{ kind: "profile", value: profileKey(value) }];
  return [
    { kind: "phone", value: phone.e164 },
    { kind: "phone_and_name", value: `${phone.e164} ${nameKey(name)}` },
  ];
}

async function read(tx: Context, condition: RawBuilder<unknown>, limit: number): Promise<Certificate[]> {
  const { rows } = await sql<Certificate>`
    select e.id, e.because, e.request_id as "requestId", e.ledger_erasure_id as "ledgerErasureId", e.places, e.files,
      e.kept, e.erased_at as "erasedAt", u.name as "erasedBy"
    from erasure_certificates e left join users u on u.id = e.erased_by
    where e.workspace_id = ${tx.actor.workspaceId}::uuid and ${condition}
    order by e.id desc limit ${limit}`.execute(tx.db.withoutPlugins());
  return rows;
}
