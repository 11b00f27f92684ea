import { type SqlBool, sql } from "kysely";
import { patternsOf } from "#server/rights/person.ts";
import { ofContact, type Place } from "#server/rights/place.ts";

/** What came in files, and what a person asked of us. */
export const placesOfFiles: readonly Place[] = [
  {
    table: "import_changes",
    of: ofContact(),
    tells: ["field", "before", "after"],
    plain: ["workspace_id", "import_id", "id", "contact_id", "changed_at"],
    erasure: { how: "delete" },
  },
  {
    table: "import_rows",
    of: (person) => sql<SqlBool>`(t.contact_id = any(${person.ids}::uuid[])
      or (t.contact_id is null and t.cells is not null and t.cells::text ilike any(${patternsOf(person)}::text[])))`,
    tells: ["outcome", "reason", "warnings", "cells"],
    plain: ["workspace_id", "import_id", "line", "contact_id"],
    erasure: {
      how: "blank",
      set: () => ({
        contact_id: sql`null`,
        cells: sql`null`,
        warnings: sql`case when warnings is null then null else '[]'::jsonb end`,
        reason: sql`'{"code": "erased_person"}'`,
      }),
    },
  },
  {
    table: "imports",
    of: (person) => sql<SqlBool>`(t.file_name ilike any(${patternsOf(person)}::text[])
      or t.problem::text ilike any(${patternsOf(person)}::text[])
      or t.undo_report::text ilike any(${person.ids.map((id) => `%${id}%`)}::text[]))`,
    tells: ["file_name", "problem", "undo_report"],
    plain: [
      ...[
        "workspace_id",
        "id",
        "file_hash",
        "bytes_total",
        "format",
        "encoding",
        "state",
        "options",
        "rows_done",
        "bytes_done",
      ],
      ...["created", "updated", "merged", "skipped", "rejected", "warned", "claimed", "touchpoints", "consents"],
      ...["suppressions", "confirmed_at", "confirmed_by", "created_at", "created_by", "continued_at", "finished_at"],
      ...["undone_at", "undone_by"],
    ],
    erasure: {
      how: "blank",
      set: (person) => ({
        file_name: sql`case when t.file_name ilike any(${patternsOf(person)}::text[]) then 'erased' else t.file_name end`,
        problem: sql`case when t.problem::text ilike any(${patternsOf(person)}::text[])
          then jsonb_build_object('code', t.problem -> 'code') else t.problem end`,
        undo_report: sql`case when t.undo_report is null then null else jsonb_set(t.undo_report, '{kept}', (
          select coalesce(jsonb_agg(each), '[]') from jsonb_array_elements(t.undo_report -> 'kept') as each
          where each ->> 'contactId' <> all(${person.ids}::text[]))) end`,
      }),
    },
  },
  {
    table: "import_chunks",
    of: ({ ids }) => importsOf(ids),
    tells: ["bytes"],
    plain: ["workspace_id", "import_id", "position"],
    hidden: true,
    erasure: { how: "file" },
  },
  {
    table: "import_attachments",
    of: ({ ids }) => importsOf(ids),
    tells: ["file_name"],
    plain: ["workspace_id", "id", "import_id", "file_hash", "bytes", "created_at", "created_by"],
    erasure: { how: "file" },
  },
  {
    table: "person_request_events",
    of: (person) => sql<SqlBool>`t.request_id in (select r.id from person_requests r
      where r.workspace_id = t.workspace_id and ${askedBy(person, "r")})`,
    tells: ["event", "details"],
    plain: ["workspace_id", "id", "request_id", "happened_at", "happened_by"],
    erasure: { how: "blank", set: () => ({ details: sql`'{}'::jsonb` }) },
  },
  {
    table: "person_requests",
    of: (person) => askedBy(person, "t"),
    tells: ["kind", "state", "requester", "reply_to", "channel", "words", "law", "country", "refusal", "answer"],
    plain: [
      ...["workspace_id", "id", "contact_id", "received_at", "received_on", "acknowledge_by", "answer_by"],
      ...["extendable_to", "acknowledged_at", "extended_at", "carried_out_at", "certificate_id", "closed_at"],
      ...["closed_by", "created_at", "created_by"],
    ],
    erasure: {
      how: "blank",
      set: () => ({
        contact_id: sql`null`,
        requester: sql`''`,
        reply_to: sql`''`,
        words: sql`''`,
        answer: sql`case when answer is null then null else '' end`,
      }),
    },
  },
];

function importsOf(ids: readonly string[]) {
  return sql<SqlBool>`t.import_id in (select r.import_id from import_rows r
    where r.workspace_id = t.workspace_id and r.contact_id = any(${ids}::uuid[])
    union select h.import_id from touchpoints h
    where h.workspace_id = t.workspace_id and h.contact_id = any(${ids}::uuid[]))`;
}

function askedBy({ ids, emails, phones }: Parameters<Place["of"]>[0], alias: "t" | "r") {
  const [contact, replyTo] = [sql.ref(`${alias}.contact_id`), sql.ref(`${alias}.reply_to`)];
  return sql<SqlBool>`(${contact} = any(${ids}::uuid[]) or lower(${replyTo}) = any(${[...emails, ...phones]}::text[]))`;
}
