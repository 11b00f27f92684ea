/** What the person who imports may say about a file; everything else is found in it. */
export type ReadOptions = {
  now: Date;
  /** A format's slug, instead of the detected one. */
  format?: string;
  /** Any label of the WHATWG encoding standard, instead of the detected one. */
  encoding?: string;
  /** Column name to field, for tables: overrides the guess. `ignore` leaves a column out. */
  mapping?: Record<string, string>;
  /** A plain list can say what happened with everybody on it, and when. */
  touchpoint?: string;
  occurredAt?: string;
  /** The zone in which times without one are read where the reader must compare them with now. */
  timeZone?: string;
  /** Who "me" is in mail, calendars and messages; inferred where the file shows it. */
  ownerEmails?: string[];
  ownerName?: string;
};
