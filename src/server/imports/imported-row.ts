/**
 * What the readers make of a file: one row for each thing that a person would count in it (a participant, a
 * message, a card, a call), typed, and with no knowledge of what is in the database already.
 */
export type ImportedRow = {
  /** Counts the rows of the whole import from 1, also across the files of an archive. */
  line: number;
  /** The file inside an archive; null for a file that came alone. */
  part: string | null;
  /** What stood in the file, under its own column names: the evidence, and what goes into the rejected file. */
  cells: Record<string, string>;
  /** Set where the reader alone can say that the row becomes nothing. */
  verdict?: { outcome: "skipped" | "rejected"; reason: RowReason };
  warnings: RowReason[];
  person?: ImportedPerson;
  /** Further people of the same row: a spouse, guests, the attendees of a meeting. */
  others: ImportedPerson[];
  touchpoints: ImportedTouchpoint[];
  consents: ImportedConsent[];
  suppressions: ImportedSuppression[];
  relationships: ImportedRelationship[];
  links: ImportedLink[];
};

export type RowReason = { code: RowReasonCode; column?: string; value?: string };

export type RowReasonCode =
  // skipped: nothing of a person, or nothing that happened
  | "empty_row"
  | "date_only"
  | "no_person"
  | "our_own_people"
  | "deleted_in_source"
  | "merged_in_source"
  | "draft"
  | "sponsored_message"
  | "bulk_mail"
  | "automatic_mail"
  | "spam"
  | "nobody_else_there"
  | "cancelled"
  | "not_finished"
  | "call_not_answered"
  | "internal_call"
  | "not_a_call"
  | "written_by_us"
  | "spoke_without_date"
  | "deal_not_won"
  | "not_a_contact_file"
  // rejected: cannot be used as it is
  | "phone_ruined_by_spreadsheet"
  // warnings: part of the row was refused, the rest kept
  | "email_invalid"
  | "date_unreadable"
  | "touchpoint_without_date"
  | "too_many_cells"
  | "postal_code_repaired";

/**
 * When something happened, as far as the file says. A `local` time whose zone is null takes the zone of the
 * import, and is marked as assumed.
 */
export type Moment = { instant: Date } | { local: string; zone: string | null } | { day: string };

/** Which person of the row is meant: 0 is `person`, n is `others[n - 1]`. */
export type WhoOfRow = { who?: number };

export type ImportedPerson = {
  name?: string;
  firstName?: string;
  middleName?: string;
  lastName?: string;
  prefix?: string;
  suffix?: string;
  nickname?: string;
  company?: string;
  jobTitle?: string;
  department?: string;
  emails: { address: string; label: string | null }[];
  phones: ImportedPhone[];
  profiles: { network: string; url: string }[];
  addresses: ImportedAddress[];
  timeZone?: string;
  language?: string;
  /** How other systems call this person: `{ system: "salesforce", id: "00Q…" }`. */
  externalIds: { system: string; id: string }[];
  tags: string[];
  notes: string[];
  birthday?: string;
  ownerEmail?: string;
  ownerName?: string;
  audience?: "consumer" | "sole_trader" | "partnership" | "business";
  /** Absent: the contact's own dealings with us. "list": bought or scraped, cold whatever else it says. */
  provenance?: "list";
  custom: Record<string, string>;
};

/** `text` is as typed, freed only of what a spreadsheet put around it; fax and pager numbers never come here. */
export type ImportedPhone = {
  text: string;
  label: string | null;
  /** Where in the file it stands. */
  column?: string;
  line?: "mobile" | "landline" | "voip" | "corporate";
};

export type ImportedAddress = {
  label: string | null;
  street?: string;
  city?: string;
  region?: string;
  postalCode?: string;
  country?: string;
};

export type ImportedTouchpoint = WhoOfRow & {
  kind: string;
  occurredAt: Moment;
  /** The meeting itself, where the kind is a booking. */
  startsAt?: Moment;
  endsAt?: Moment;
  verification: "captured" | "documented" | "claimed";
  /** A few words for the timeline: the webinar's topic and the minutes, the call's length. */
  summary: string;
  /** The same in every export of the same thing; two rows with the same key are one touchpoint. */
  sourceKey: string;
  details: Record<string, string | number | boolean | null>;
};

export type Channel = "call" | "voicemail" | "sms" | "email" | "message" | "post";

export type ImportedConsent = WhoOfRow & {
  channels: Channel[];
  form: "written" | "electronic" | "oral" | "implied" | "unknown";
  givenAt: Moment;
  /** The exact header and answer that the consent rests on. */
  words: string;
  column: string;
  evidence: Record<string, string>;
};

export type ImportedSuppression = WhoOfRow & {
  channels: Channel[] | "all";
  kind: "unsubscribe" | "do_not_call" | "opt_out" | "bounced" | "objection" | "deceased";
  /** Null: the file does not say when; it holds from the day we know it. */
  at: Moment | null;
  column: string;
  value: string;
};

export type ImportedRelationship = WhoOfRow & {
  kind: "purchase" | "contract" | "donation" | "membership" | "application" | "employment";
  startedAt: Moment;
  endedAt?: Moment;
  sourceKey: string;
  details: Record<string, string | number | boolean | null>;
};

/** An edge between two people: `person` (or `who`) has `other` as this. */
export type ImportedLink = WhoOfRow & {
  kind: "referred_by" | "introduced_by" | "spouse" | "relative" | "assistant" | "manager" | "guest_of" | "household";
  other: { name?: string; email?: string; phone?: string; profile?: string };
  column: string;
};
