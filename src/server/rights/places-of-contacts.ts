import { type SqlBool, sql } from "kysely";
import { patternsOf } from "#server/rights/person.ts";
import { ofContact, type Place } from "#server/rights/place.ts";

/** The person herself, and how she is connected. Children first: in this order they are erased. */
export const placesOfContacts: readonly Place[] = [
  {
    table: "standings",
    of: ofContact(),
    tells: [
      ...["hot_from", "hot_until", "warm_until", "heat_log", "window_opens_at", "window_closes_at", "last_touch_at"],
      "closed_because",
    ],
    plain: ["workspace_id", "contact_id", "owner_id", "account_id", "trigger_id", "expectation_id"],
    erasure: { how: "delete" },
  },
  {
    table: "relationships",
    of: ofContact(),
    tells: [
      ...["kind", "started_at", "ended_at", "evidence", "source_key", "similar_offer", "opt_out_offered", "with_whom"],
      ...["referrer_knows", "agreed_by"],
    ],
    plain: ["workspace_id", "id", "contact_id", "import_id", "recorded_at", "recorded_by", "retracted_at"],
    provided: true,
    erasure: { how: "delete" },
  },
  {
    table: "contact_links",
    of: ({ ids }) => sql<SqlBool>`(t.from_contact_id = any(${ids}::uuid[]) or t.to_contact_id = any(${ids}::uuid[]))`,
    tells: ["to_name", "kind"],
    plain: ["workspace_id", "id", "from_contact_id", "to_contact_id", "import_id", "created_at", "retracted_at"],
    erasure: { how: "delete" },
  },
  {
    table: "contact_merges",
    of: ({ ids }) => sql<SqlBool>`(t.survivor_id = any(${ids}::uuid[]) or t.merged_id = any(${ids}::uuid[]))`,
    tells: ["before"],
    plain: [
      ...["workspace_id", "id", "survivor_id", "merged_id", "merged_at", "merged_by", "import_id", "undone_at"],
      "undone_by",
    ],
    erasure: { how: "delete" },
  },
  {
    table: "contact_corrections",
    of: ofContact(),
    tells: ["field", "before", "after"],
    plain: ["workspace_id", "id", "contact_id", "request_id", "corrected_at", "corrected_by"],
    erasure: { how: "delete" },
  },
  {
    table: "legal_holds",
    of: ofContact(),
    tells: ["reason"],
    plain: ["workspace_id", "id", "contact_id", "placed_at", "placed_by", "lifted_at", "lifted_by"],
    erasure: { how: "delete" },
  },
  {
    table: "contact_points",
    of: ofContact(),
    tells: [
      ...["kind", "value", "original", "extension", "label", "line", "country", "state", "withdrawn_at", "directory"],
      ...["email_kind", "reassigned_checked_at", "reassigned_answer"],
    ],
    plain: ["workspace_id", "id", "contact_id", "reversed", "position", "import_id", "created_at"],
    provided: true,
    erasure: { how: "delete" },
  },
  {
    table: "contacts",
    of: ofContact("id"),
    tells: [
      ...["full_name", "given_name", "family_name", "job_title", "language", "profile", "audience", "time_zone"],
      ...["country", "region", "place", "postal_code", "place_basis", "provenance", "provenance_note", "tags"],
      ...["custom", "notes", "external_ids", "state", "restricted_at", "quiet_hours", "obtained_at", "notice_sent_at"],
    ],
    plain: [
      ...["workspace_id", "id", "account_id", "owner_id", "sort_name", "name_key", "search", "merged_into_id"],
      ...["import_id", "created_at", "created_by", "updated_at", "archived_at"],
    ],
    provided: true,
    erasure: { how: "door", name: "erase_contacts" },
  },
  {
    table: "accounts",
    of: ({ accountIds }) => sql<SqlBool>`t.id = any(${accountIds}::uuid[])`,
    tells: ["name", "domain", "country", "region", "place"],
    plain: ["workspace_id", "id", "name_key", "created_at", "updated_at"],
    // A household or a firm of one is the person; one with others in it is not.
    erasure: { how: "delete", where: ({ accountsAlone }) => sql<SqlBool>`t.id = any(${accountsAlone}::uuid[])` },
  },
  {
    table: "saved_views",
    of: (person) => sql<SqlBool>`t.query::text ilike any(${patternsOf(person)}::text[])`,
    tells: ["name", "query"],
    plain: ["workspace_id", "id", "user_id", "shared", "created_at"],
    erasure: { how: "delete" },
  },
  {
    table: "idempotency_keys",
    of: (person) =>
      sql<SqlBool>`t.response::text ilike any(${[...patternsOf(person), ...person.ids.map((id) => `%${id}%`)]}::text[])`,
    tells: ["response"],
    plain: ["workspace_id", "user_id", "key", "request_hash", "created_at"],
    hidden: true,
    erasure: { how: "delete" },
  },
  {
    table: "access_logs",
    of: ofContact(),
    tells: ["action", "details"],
    plain: ["workspace_id", "id", "user_id", "contact_id", "happened_at"],
    erasure: { how: "keep", why: "who looked, when, and at which points, by keys that name nobody any more" },
  },
];
