import type { Place } from "#server/rights/place.ts";
import { placesOfContacts } from "#server/rights/places-of-contacts.ts";
import { placesOfFiles } from "#server/rights/places-of-files.ts";
import { placesOfRecord, placesOfWork } from "#server/rights/places-of-record.ts";

/** Every table that holds something of a contact, in the order in which she is erased from them. */
export const PLACES: readonly Place[] = [...placesOfWork, ...placesOfFiles, ...placesOfRecord, ...placesOfContacts];

/** Every other table, and why nothing of a contact stands in it. */
export const TABLES_OF_NOBODY: Readonly<Record<string, string>> = {
  workspaces: "the organisation",
  teams: "our own people",
  memberships: "our own people",
  users: "our own people",
  sessions: "our own people",
  credentials: "our own people",
  verifications: "our own people",
  two_factors: "our own people",
  rate_limits: "our own people",
  invitations: "our own people",
  api_keys: "our own people",
  migrations: "the program",
  custom_fields: "names of fields, not their values",
  touchpoint_kinds: "settings",
  playbooks: "what reps say",
  retention_rules: "settings",
  retention_runs: "counts",
  erasure_certificates: "what was erased where, without naming anybody",
  erased_points: "keyed hashes, whose key lies outside the database",
  number_list_copies: "which copies of public registers there are",
  number_list_chunks: "numbers of public registers, which name nobody",
  rule_packs: "the law",
  conditions: "days and emergencies of a place",
  decision_rules: "which rules spoke in which decision, by its key; goes with it",
  ledger_heads: "hashes",
  ledger_blocks: "hashes",
  ledger_entries: "salted hashes; the salt goes with the row",
  ledger_erasures: "keys of rows that are gone",
  ledger_adoptions: "hashes",
};
