import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { RecordedKind } from "#server/ledger/recorded-kinds.ts";
import type { Person } from "#server/rights/person.ts";

/**
 * A table that holds something of a person. One list of these answers what we know of her, gives her a copy, erases
 * her, and is held against the database by a test: a new column that is in no list fails it.
 */
export type Place = {
  table: string;
  /** Which rows, seen as `t`, are hers. */
  of: (person: Person) => RawBuilder<SqlBool>;
  /** Columns that say something of her: what she is shown. */
  tells: readonly string[];
  /** Columns that say something only of the row. */
  plain: readonly string[];
  /** Given by herself, so that she may take it elsewhere. */
  provided?: true;
  /** Not shown: derived, or a copy of what stands elsewhere. */
  hidden?: true;
  erasure: Erasure;
};

export type Erasure =
  | { how: "delete"; where?: (person: Person) => RawBuilder<SqlBool> }
  /** By a function of the database, which takes the keys of the rows: the program's role may not delete them. */
  | { how: "door"; name: "erase_contacts" }
  /** A row of the tamper-evident record: it goes, and the chain stays whole. */
  | { how: "record"; kind: RecordedKind }
  /** The row stays, without her. */
  | { how: "blank"; set: (person: Person) => Record<string, RawBuilder<unknown>> }
  /** Files are rewritten or dropped by a use-case of their own. */
  | { how: "file" }
  | { how: "keep"; why: string };

export function ofContact(column = "contact_id"): Place["of"] {
  const ref = sql.ref(`t.${column}`);
  return ({ ids }) => sql<SqlBool>`${ref} = any(${ids}::uuid[])`;
}

/** Rows that hang on rows of another table of hers. */
export function through(column: string, parent: string): Place["of"] {
  const [ref, table] = [sql.ref(`t.${column}`), sql.table(parent)];
  return ({ ids }) => sql<SqlBool>`${ref} in (select parent.id from ${table} parent
    where parent.workspace_id = t.workspace_id and parent.contact_id = any(${ids}::uuid[]))`;
}
