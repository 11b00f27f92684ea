import { record } from "#server/ledger/record.ts";
import type { Context, Db } from "#server/platform/context.ts";
import { type Columns, insertMany } from "#server/platform/insert-many.ts";

/** Who wrote a row down, when, and from which import. */
export type Recorded = { workspaceId: string; importId: string | null; recordedAt: Date; recordedBy: string | null };

export const recordedColumns: Columns<Recorded> = {
  workspaceId: "uuid",
  importId: "uuid",
  recordedAt: "timestamptz",
  recordedBy: "uuid",
};

export type TouchpointRow = Recorded & {
  id: string;
  contactId: string;
  kind: string;
  occurredAt: Date;
  scheduledAt: Date | null;
  zoneAssumed: boolean;
  verification: string;
  summary: string;
  details: Record<string, unknown>;
  evidence: Record<string, unknown>;
  sourceKey: string;
  importLine: number;
};

export async function insertTouchpoints(tx: Context, rows: readonly TouchpointRow[]): Promise<void> {
  await insertMany<TouchpointRow>(
    tx.db,
    "touchpoints",
    {
      ...recordedColumns,
      id: "uuid",
      contactId: "uuid",
      kind: "text",
      occurredAt: "timestamptz",
      scheduledAt: "timestamptz",
      zoneAssumed: "boolean",
      verification: "text",
      summary: "text",
      details: "jsonb",
      evidence: "jsonb",
      sourceKey: "text",
      importLine: "integer",
    },
    rows,
  );
  record(
    tx,
    "touchpoint",
    rows.map(({ id }) => id),
  );
}

export type RelationshipRow = Recorded & {
  id: string;
  contactId: string;
  kind: string;
  startedAt: Date;
  endedAt: Date | null;
  evidence: Record<string, unknown>;
  sourceKey: string;
};

export async function insertRelationships(db: Db, rows: readonly RelationshipRow[]): Promise<void> {
  await insertMany<RelationshipRow>(
    db,
    "relationships",
    {
      ...recordedColumns,
      id: "uuid",
      contactId: "uuid",
      kind: "text",
      startedAt: "timestamptz",
      endedAt: "timestamptz",
      evidence: "jsonb",
      sourceKey: "text",
    },
    rows,
  );
}
