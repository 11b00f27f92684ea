import type { Outcome, RowReason } from "#api/imports.ts";
import type { KnownPeople } from "#domain/contacts/match-person.ts";
import type { ImportedConsent, ImportedSuppression } from "#server/compliance/write-imported.ts";
import type { Link } from "#server/contacts/links.ts";
import type { PersonState } from "#server/imports/person-state.ts";
import type { Recorded, RelationshipRow, TouchpointRow } from "#server/touchpoints/write-history.ts";

/** What a batch will write, without who writes it and when. */
type Unrecorded<Row extends Recorded> = Omit<Row, keyof Recorded>;

export type NewTouchpoint = Unrecorded<TouchpointRow>;
export type NewConsent = Unrecorded<ImportedConsent>;
export type NewSuppression = Unrecorded<ImportedSuppression>;
export type NewRelationship = Unrecorded<RelationshipRow>;

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
  links: Link[];
  merges: { survivorId: string; mergedId: string; line: number }[];
};

/** A plan, with everybody who was known or became known while it was made. */
export type Planned = { plan: BatchPlan; known: KnownPeople };

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
