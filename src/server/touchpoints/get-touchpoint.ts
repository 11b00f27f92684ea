import { sql } from "kysely";
import type { TouchpointEvidence } from "#api/touchpoints.ts";
import { AppError } from "#domain/errors.ts";
import { reachOf } from "#domain/policy.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { recordAccess } from "#server/team/record-access.ts";
import { requireTouchpoint } from "#server/touchpoints/require-touchpoint.ts";

type Proof = {
  details: Record<string, unknown>;
  evidence: Record<string, unknown>;
  fileName: string | null;
  cells: Record<string, unknown> | null;
};

/** A touchpoint with everything that proves it. The cells of a row hold numbers: who may see those is logged. */
export async function getTouchpoint(ctx: Context, { id }: { id: string }): Promise<TouchpointEvidence> {
  return transaction(ctx, async (tx) => {
    const touchpoint = await requireTouchpoint(tx, id, "contacts:read");
    const { details, evidence, fileName, cells } = await readProof(tx, id);
    const { importId, importLine, contactId } = touchpoint;
    const isRevealed = cells !== null && reachOf(tx.actor, "numbers:reveal") !== undefined;
    if (isRevealed) await recordAccess(tx, { action: "reveal", contactId, details: { touchpoint: id } });
    return {
      ...touchpoint,
      details,
      evidence,
      file: importId ? { importId, name: fileName ?? "", line: importLine } : null,
      cells: isRevealed ? cells : null,
    };
  });
}

async function readProof(tx: Context, id: string): Promise<Proof> {
  const workspace = sql`${tx.actor.workspaceId}::uuid`;
  const { rows } = await sql<Proof>`
    select t.details, t.evidence, i.file_name as "fileName", r.cells
    from touchpoints t
    left join imports i on i.workspace_id = ${workspace} and i.id = t.import_id
    left join import_rows r on r.workspace_id = ${workspace} and r.import_id = t.import_id and r.line = t.import_line
    where t.workspace_id = ${workspace} and t.id = ${id}::uuid`.execute(tx.db.withoutPlugins());
  const [row] = rows;
  if (!row) throw new AppError("not_found", { touchpointId: id });
  return row;
}
