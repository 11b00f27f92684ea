import type { Db } from "#server/platform/context.ts";
import { type Columns, insertMany } from "#server/platform/insert-many.ts";

type Recorded = { workspaceId: string; importId: string | null; recordedAt: Date; recordedBy: string | null };

const recordedColumns: Columns<Recorded> = {
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

export async function insertTouchpoints(db: Db, rows: readonly TouchpointRow[]): Promise<void> {
  await insertMany<TouchpointRow>(
    db,
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
}

export type ConsentRow = Recorded & {
  id: string;
  contactId: string;
  channels: string[];
  form: string;
  givenAt: Date;
  words: string;
  evidence: Record<string, unknown>;
  sourceKey: string;
};

export async function insertConsents(db: Db, rows: readonly ConsentRow[]): Promise<void> {
  await insertMany<ConsentRow>(
    db,
    "consents",
    {
      ...recordedColumns,
      id: "uuid",
      contactId: "uuid",
      channels: "text[]",
      form: "text",
      givenAt: "timestamptz",
      words: "text",
      evidence: "jsonb",
      sourceKey: "text",
    },
    rows,
  );
}

export type SuppressionRow = Recorded & {
  id: string;
  contactId: string | null;
  point: string | null;
  kind: string;
  channels: string[] | null;
  saidAt: Date;
  evidence: Record<string, unknown>;
  sourceKey: string;
};

export async function insertSuppressions(db: Db, rows: readonly SuppressionRow[]): Promise<void> {
  await insertMany<SuppressionRow>(
    db,
    "suppressions",
    {
      ...recordedColumns,
      id: "uuid",
      contactId: "uuid",
      point: "text",
      kind: "text",
      channels: "text[]",
      saidAt: "timestamptz",
      evidence: "jsonb",
      sourceKey: "text",
    },
    rows,
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
