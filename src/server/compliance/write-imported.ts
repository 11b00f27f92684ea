import type { Db } from "#server/platform/context.ts";
import { insertMany } from "#server/platform/insert-many.ts";
import { type Recorded, recordedColumns } from "#server/touchpoints/write-history.ts";

export type ImportedConsent = Recorded & {
  id: string;
  contactId: string;
  channels: string[];
  form: string;
  givenAt: Date;
  words: string;
  evidence: Record<string, unknown>;
  sourceKey: string;
};

export async function insertImportedConsents(db: Db, rows: readonly ImportedConsent[]): Promise<void> {
  await insertMany<ImportedConsent>(
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

export type ImportedSuppression = Recorded & {
  id: string;
  /** Null where the address is known and nobody who has it. */
  contactId: string | null;
  point: string | null;
  kind: string;
  channels: string[] | null;
  saidAt: Date;
  evidence: Record<string, unknown>;
  sourceKey: string;
};

export async function insertImportedSuppressions(db: Db, rows: readonly ImportedSuppression[]): Promise<void> {
  await insertMany<ImportedSuppression>(
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
