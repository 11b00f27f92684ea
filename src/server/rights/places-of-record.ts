import { type SqlBool, sql } from "kysely";
import { ofContact, type Place, through } from "#server/rights/place.ts";

/** What happened, was allowed, refused, decided and tried. */
export const placesOfRecord: readonly Place[] = [
  {
    table: "touchpoint_marks",
    of: through("touchpoint_id", "touchpoints"),
    tells: ["mark", "details"],
    plain: ["workspace_id", "id", "touchpoint_id", "marked_at", "marked_by", "import_id"],
    erasure: { how: "record", kind: "touchpoint_mark" },
  },
  {
    table: "touchpoints",
    of: ofContact(),
    tells: [
      ...["kind", "occurred_at", "scheduled_at", "zone_assumed", "verification", "summary", "details", "evidence"],
      "source_key",
    ],
    plain: ["workspace_id", "id", "contact_id", "attempt_id", "import_id", "import_line", "recorded_at", "recorded_by"],
    provided: true,
    erasure: { how: "record", kind: "touchpoint" },
  },
  {
    table: "consent_endings",
    of: through("consent_id", "consents"),
    tells: ["ending", "details"],
    plain: ["workspace_id", "id", "consent_id", "ended_at", "ended_by"],
    erasure: { how: "record", kind: "consent_ending" },
  },
  {
    table: "consents",
    of: ofContact(),
    tells: [
      ...["point", "channels", "purpose", "form", "given_by", "given_at", "expires_at", "words", "evidence"],
      ...["source_key", "names", "technology", "subject", "times", "ongoing"],
    ],
    plain: ["workspace_id", "id", "contact_id", "import_id", "recorded_at", "recorded_by"],
    provided: true,
    erasure: { how: "record", kind: "consent" },
  },
  {
    table: "suppression_endings",
    of: (person) => sql<SqlBool>`t.suppression_id in (select parent.id from suppressions parent
      where parent.workspace_id = t.workspace_id and ${refusedBy(person, "parent")})`,
    tells: ["ending", "details"],
    plain: ["workspace_id", "id", "suppression_id", "ended_at", "ended_by"],
    erasure: { how: "record", kind: "suppression_ending" },
  },
  {
    table: "suppressions",
    of: (person) => refusedBy(person, "t"),
    tells: ["point", "kind", "channels", "scope", "said_at", "evidence", "source_key"],
    plain: ["workspace_id", "id", "contact_id", "attempt_id", "import_id", "recorded_at", "recorded_by"],
    erasure: { how: "record", kind: "suppression" },
  },
  {
    table: "outcomes",
    of: through("attempt_id", "attempts"),
    tells: ["outcome", "note", "answers", "said"],
    plain: ["workspace_id", "id", "attempt_id", "corrects_id", "recorded_at", "recorded_by"],
    erasure: { how: "record", kind: "outcome" },
  },
  {
    table: "attempts",
    of: ofContact(),
    tells: ["phone", "channel", "origin", "temperature", "playbook", "started_at", "technology", "purpose", "subject"],
    plain: ["workspace_id", "id", "contact_id", "point_id", "user_id", "decision_id", "trigger_id"],
    erasure: { how: "record", kind: "attempt" },
  },
  {
    table: "decisions",
    of: ofContact(),
    tells: ["channel", "verdict", "request", "decision"],
    plain: ["workspace_id", "id", "contact_id", "decided_at", "decided_for", "pack_hashes"],
    erasure: { how: "record", kind: "decision" },
  },
  {
    table: "exceptions",
    of: (person) => sql<SqlBool>`(t.contact_id = any(${person.ids}::uuid[]) or t.suppression_id in (
      select parent.id from suppressions parent
      where parent.workspace_id = t.workspace_id and ${refusedBy(person, "parent")}))`,
    tells: ["kind", "rule", "reason", "evidence", "state", "decision_note"],
    plain: [
      ...["workspace_id", "id", "contact_id", "suppression_id", "expires_at", "proposed_at", "proposed_by"],
      ...["decided_at", "decided_by", "ended_at", "ended_by"],
    ],
    erasure: { how: "record", kind: "exception" },
  },
];

/** What stands on rows of the record: it goes before them. */
export const placesOfWork: readonly Place[] = [
  {
    table: "reservations",
    of: ofContact(),
    tells: [],
    plain: ["workspace_id", "contact_id", "user_id", "attempt_id", "reserved_at", "expires_at"],
    hidden: true,
    erasure: { how: "delete" },
  },
  {
    table: "tasks",
    of: ofContact(),
    tells: [
      "kind",
      "title",
      "due_local",
      "time_zone",
      "duration_minutes",
      "alternative",
      "state",
      "closed_because",
      "subject",
    ],
    plain: [
      ...["workspace_id", "id", "contact_id", "owner_id", "due_at", "closed_at", "closed_by", "attempt_id"],
      ...["created_at", "created_by"],
    ],
    erasure: { how: "delete" },
  },
];

/** Said by her, or of a number that is hers alone. */
function refusedBy({ ids, phones, emails, shared }: Parameters<Place["of"]>[0], alias: "t" | "parent") {
  const [contact, point] = [sql.ref(`${alias}.contact_id`), sql.ref(`${alias}.point`)];
  const own = [...phones, ...emails].filter((value) => !shared.includes(value));
  return sql<SqlBool>`(${contact} = any(${ids}::uuid[]) or (${contact} is null and ${point} = any(${own}::text[])))`;
}
