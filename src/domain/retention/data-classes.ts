/** Sorts of data that are kept for a time of their own. */
export const dataClasses = [
  "untouched_contacts",
  "touchpoints",
  "call_detail",
  "decisions",
  "ended_consents",
  "import_files",
  "import_rows",
  "access_log",
  "closed_requests",
] as const;
export type DataClass = (typeof dataClasses)[number];

export type RetentionRule = {
  /** Null: for good. */
  months: number | null;
  /** What the figure comes from. */
  citation: string;
  /** Whose law wants it kept at least so long. */
  monthsMin?: { country: string; months: number; citation: string };
};

const telemarketing = { country: "US", months: 60, citation: "16 CFR 310.5: five years" };

export const RETENTION_DEFAULTS: Record<DataClass, RetentionRule> = {
  untouched_contacts: {
    months: 36,
    citation: "CNIL, référentiel gestion commerciale: three years after the last contact",
  },
  touchpoints: { months: 60, citation: "GDPR Art. 5(1)(e)" },
  call_detail: { months: 60, citation: "16 CFR 310.5(a)(2): five years", monthsMin: telemarketing },
  decisions: { months: 60, citation: "16 CFR 310.5; GDPR Art. 5(2)", monthsMin: telemarketing },
  ended_consents: {
    months: 60,
    citation: "16 CFR 310.5(a)(8); UWG § 7a: five years after the last use",
    monthsMin: telemarketing,
  },
  import_files: { months: 24, citation: "GDPR Art. 5(1)(e)" },
  import_rows: { months: 12, citation: "GDPR Art. 5(1)(c)" },
  access_log: { months: 36, citation: "GDPR Art. 5(2)" },
  closed_requests: { months: 36, citation: "11 CCR 7101: 24 months; limitation of claims" },
};

/** How long a class is kept here: what the workspace says, else the default. */
export function monthsKept(dataClass: DataClass, own: ReadonlyMap<string, number | null>): number | null {
  const chosen = own.get(dataClass);
  return chosen === undefined ? RETENTION_DEFAULTS[dataClass].months : chosen;
}

/** The law that a shorter time would break; undefined where none does. */
export function lawAgainst(
  dataClass: DataClass,
  { months, country }: { months: number | null; country: string | null },
): RetentionRule["monthsMin"] {
  const { monthsMin } = RETENTION_DEFAULTS[dataClass];
  if (!monthsMin || months === null || monthsMin.country !== country) return undefined;
  return months < monthsMin.months ? monthsMin : undefined;
}
