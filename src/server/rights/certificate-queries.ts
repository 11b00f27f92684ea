import type { Context } from "#server/platform/context.ts";
import type { FileErasure } from "#server/rights/erase-from-files.ts";

export type Erased = {
  places: { table: string; action: "deleted" | "blanked" | "kept" | "mentioned"; rows: number; why?: string }[];
  files: FileErasure[];
  /** How many hashes of which kind. */
  kept: Record<string, number>;
};

type NewCertificate = Erased & {
  because: "request" | "retention";
  requestId: string | null;
  ledgerErasureId: string | null;
};

export async function insertCertificate(tx: Context, row: NewCertificate): Promise<string> {
  const { id } = await tx.db
    .insertInto("erasureCertificates")
    .values({
      workspaceId: tx.actor.workspaceId,
      because: row.because,
      requestId: row.requestId,
      ledgerErasureId: row.ledgerErasureId,
      places: JSON.stringify(row.places),
      files: JSON.stringify(row.files),
      kept: JSON.stringify(row.kept),
      erasedAt: tx.now,
      erasedBy: tx.actor.userId,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}
