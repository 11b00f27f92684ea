import { record } from "#server/ledger/record.ts";
import type { Context } from "#server/platform/context.ts";
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

export async function insertImportedConsents(tx: Context, rows: readonly ImportedConsent[]): Promise<void> {
  await insertMany<ImportedConsent>(
    tx.db,
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
  record(
    tx,
    "consent",
    rows.map(({ id }) => id),
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

export async function insertImportedSuppressions(tx: Context, rows: readonly ImportedSuppression[]): Promise<void> {
  await insertMany<ImportedSuppression>(
    tx.db,
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
  record(
    tx,
    "suppression",
    rows.map(({ id }) => id),
  );
}
