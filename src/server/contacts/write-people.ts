import { sql } from "kysely";
import type { Db } from "#server/platform/context.ts";
import { arrayLiteral, type Columns, insertMany } from "#server/platform/insert-many.ts";

/** Everything of a contact that an import may write. */
export type ContactValues = {
  ownerId: string | null;
  accountId: string | null;
  fullName: string;
  givenName: string | null;
  familyName: string | null;
  sortName: string;
  nameKey: string;
  jobTitle: string | null;
  language: string | null;
  audience: string | null;
  timeZone: string | null;
  country: string | null;
  region: string | null;
  place: string | null;
  postalCode: string | null;
  placeBasis: string | null;
  provenance: string;
  tags: string[];
  custom: Record<string, unknown>;
  notes: string | null;
  externalIds: string[];
  /** By what it is found, as `searchVector` writes it. */
  search: string;
};

const valueColumns: Columns<ContactValues> = {
  ownerId: "uuid",
  accountId: "uuid",
  fullName: "text",
  givenName: "text",
  familyName: "text",
  sortName: "text",
  nameKey: "text",
  jobTitle: "text",
  language: "text",
  audience: "text",
  timeZone: "text",
  country: "text",
  region: "text",
  place: "text",
  postalCode: "text",
  placeBasis: "text",
  provenance: "text",
  tags: "text[]",
  custom: "jsonb",
  notes: "text",
  externalIds: "text[]",
  search: "tsvector",
};

export type ContactRow = ContactValues & {
  workspaceId: string;
  id: string;
  importId: string | null;
  createdAt: Date;
  createdBy: string | null;
  updatedAt: Date;
};

export async function insertContacts(db: Db, rows: readonly ContactRow[]): Promise<void> {
  await insertMany<ContactRow>(
    db,
    "contacts",
    {
      ...valueColumns,
      workspaceId: "uuid",
      id: "uuid",
      importId: "uuid",
      createdAt: "timestamptz",
      createdBy: "uuid",
      updatedAt: "timestamptz",
    },
    rows,
  );
}

/**
 * Gives contacts new values; answers how many still were as they were seen. Fewer than given means that somebody
 * changed one meanwhile, and then the caller must look again.
 */
export async function updateContacts(
  db: Db,
  workspaceId: string,
  rows: readonly (ContactValues & { id: string; seenAt: Date })[],
  updatedAt: Date,
): Promise<number> {
  if (rows.length === 0) return 0;
  const names = Object.keys(valueColumns) as (keyof ContactValues)[];
  const isNested = (name: keyof ContactValues) => valueColumns[name] === "text[]" || valueColumns[name] === "jsonb";
  const arrays = names.map((name) => {
    const literal = arrayLiteral(rows.map((row) => row[name]));
    return isNested(name) ? sql`${literal}::text[]` : sql`${literal}::${sql.raw(valueColumns[name])}[]`;
  });
  const assignments = names.map((name) =>
    isNested(name)
      ? sql`${sql.ref(name)} = ${sql.ref(`v.${name}`)}::${sql.raw(valueColumns[name])}`
      : sql`${sql.ref(name)} = ${sql.ref(`v.${name}`)}`,
  );
  const result = await sql`
    update contacts c set ${sql.join(assignments)}, updated_at = greatest(c.updated_at, ${updatedAt})
    from unnest(${arrayLiteral(rows.map(({ id }) => id))}::uuid[],
      ${arrayLiteral(rows.map(({ seenAt }) => seenAt))}::timestamptz[], ${sql.join(arrays)})
      as v (id, seen_at, ${sql.join(names.map((name) => sql.ref(name)))})
    where c.workspace_id = ${workspaceId}::uuid and c.id = v.id and c.state = 'active'
      and date_trunc('milliseconds', c.updated_at) = v.seen_at`.execute(db);
  return Number(result.numAffectedRows ?? 0);
}

export type PointRow = {
  workspaceId: string;
  contactId: string;
  kind: string;
  value: string;
  original: string;
  extension: string | null;
  label: string | null;
  line: string | null;
  country: string | null;
  position: number;
  importId: string | null;
  createdAt: Date;
};

const pointColumns: Columns<PointRow> = {
  workspaceId: "uuid",
  contactId: "uuid",
  kind: "text",
  value: "text",
  original: "text",
  extension: "text",
  label: "text",
  line: "text",
  country: "text",
  position: "smallint",
  importId: "uuid",
  createdAt: "timestamptz",
};

export async function insertPoints(db: Db, rows: readonly PointRow[]): Promise<void> {
  await insertMany(db, "contactPoints", pointColumns, rows);
}
