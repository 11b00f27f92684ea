import type { ImportOptions } from "#api/imports.ts";

/** What a person has said so far about a file. */
export type Draft = {
  /** Null while the question is open; "unknown" is an answer. */
  audience: NonNullable<ImportOptions["audience"]> | "unknown" | null;
  country: string | null;
  timeZone: string | null;
  ownerEmail: string | null;
  mapping: Readonly<Record<string, string>>;
  touchpoint: string | null;
  /** A day, 2026-11-20. */
  occurredOn: string;
  same: "apart" | "same";
  ownerEmails: readonly string[];
  ownerName: string;
  encoding: string | null;
  asTable: boolean;
};

export const emptyDraft: Draft = {
  audience: null,
  country: null,
  timeZone: null,
  ownerEmail: null,
  mapping: {},
  touchpoint: null,
  occurredOn: "",
  same: "apart",
  ownerEmails: [],
  ownerName: "",
  encoding: null,
  asTable: false,
};

/** The options that the server understands; what was not said is left to it. */
export function optionsOf(draft: Draft): ImportOptions {
  const { audience, mapping, touchpoint, occurredOn, same, ownerEmails, asTable } = draft;
  const ownerName = draft.ownerName.trim();
  return {
    ...(asTable && { format: "table" }),
    ...(draft.encoding && { encoding: draft.encoding }),
    ...(Object.keys(mapping).length > 0 && { mapping: { ...mapping } }),
    ...(audience && audience !== "unknown" && { audience }),
    ...(draft.country && { country: draft.country }),
    ...(draft.timeZone && { timeZone: draft.timeZone }),
    ...(draft.ownerEmail && { ownerEmail: draft.ownerEmail }),
    ...(touchpoint && { touchpoint }),
    ...(touchpoint && occurredOn && { occurredAt: occurredOn }),
    ...(same === "same" && { sameNameAndCompany: "same" as const }),
    ...(ownerEmails.length > 0 && { ownerEmails: [...ownerEmails] }),
    ...(ownerName && { ownerName }),
  };
}
