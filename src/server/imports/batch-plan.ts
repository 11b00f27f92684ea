import type { Outcome, RowReason } from "#api/imports.ts";
import type { ImportedRow } from "#server/imports/imported-row.ts";
import type { PersonState } from "#server/imports/person-state.ts";

export type NewTouchpoint = {
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

export type NewConsent = {
  id: string;
  contactId: string;
  channels: string[];
  form: string;
  givenAt: Date;
  words: string;
  evidence: Record<string, unknown>;
  sourceKey: string;
};

export type NewSuppression = {
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

export type NewRelationship = {
  id: string;
  contactId: string;
  kind: string;
  startedAt: Date;
  endedAt: Date | null;
  evidence: Record<string, unknown>;
  sourceKey: string;
};

export type NewLink = { fromContactId: string; toContactId: string | null; toName: string | null; kind: string };

export type PlannedRow = {
  line: number;
  outcome: Outcome;
  reason: RowReason | null;
  warnings: RowReason[];
  cells: Record<string, string>;
  contactIds: string[];
};

/** What a batch of rows becomes, worked out before anything is written: what preview shows is what import does. */
export type BatchPlan = {
  rows: PlannedRow[];
  people: Map<string, PersonState>;
  touchpoints: NewTouchpoint[];
  consents: NewConsent[];
  suppressions: NewSuppression[];
  relationships: NewRelationship[];
  links: NewLink[];
  merges: { survivorId: string; mergedId: string; line: number }[];
};

export function emptyPlan(): BatchPlan {
  return {
    rows: [],
    people: new Map(),
    touchpoints: [],
    consents: [],
    suppressions: [],
    relationships: [],
    links: [],
    merges: [],
  };
}
