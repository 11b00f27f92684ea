/** Every table of the record. Its text is `record_bytes` of the migrations; who writes to one calls `record`. */
export const RECORDED = {
  touchpoint: "touchpoints",
  touchpoint_mark: "touchpoint_marks",
  consent: "consents",
  consent_ending: "consent_endings",
  suppression: "suppressions",
  suppression_ending: "suppression_endings",
  decision: "decisions",
  attempt: "attempts",
  outcome: "outcomes",
  condition: "conditions",
  exception: "exceptions",
  erasure: "ledger_erasures",
  adoption: "ledger_adoptions",
} as const;

export type RecordedKind = keyof typeof RECORDED;
export const recordedKinds = Object.keys(RECORDED) as RecordedKind[];

/** Rows that a transaction wrote; `again` for rows that stood already and now say something else. */
export type Recorded = { kind: RecordedKind; ids: string[]; again: boolean };

/** A row of the record, as the ledger names it. */
export type Subject = { kind: RecordedKind; id: string };
