import type pg from "pg";

/** A table as the database itself describes it: copies follow the schema without being told of its changes. */
export type Table = {
  name: string;
  /** What can be written: generated columns are computed again. */
  columns: string[];
  key: string[];
  hasTriggers: boolean;
  sequences: { column: string; sequence: string }[];
  references: { constraint: string; table: string; definition: string }[];
};

/** Tables of people and of the program, which belong to no workspace. `sessions` only remembers where somebody is. */
export const tablesOfPeople = ["users", "credentials", "two_factors"];
const tablesOfProgram = ["sessions", "verifications", "migrations"];

export function isWorkspaceTable({ name, columns }: Table): boolean {
  return columns.includes("workspace_id") && !tablesOfProgram.includes(name);
}

/** Every table of the product, with those that others refer to before the others. */
export async function readCatalogue(client: pg.PoolClient): Promise<Table[]> {
  const { rows } = await client.query<Table>(catalogueQuery);
  return inOrderOfReferences(rows);
}

/** References that close a circle, and so cannot be satisfied while the tables are filled one after the other. */
export function circularReferences(ordered: Table[]): { table: string; constraint: string; definition: string }[] {
  const position = new Map(ordered.map(({ name }, index) => [name, index]));
  return ordered.flatMap((table, index) =>
    table.references
      .filter((reference) => reference.table !== table.name && (position.get(reference.table) ?? -1) > index)
      .map(({ constraint, definition }) => ({ table: table.name, constraint, definition })),
  );
}

function inOrderOfReferences(tables: Table[]): Table[] {
  const ordered: Table[] = [];
  let rest = tables;
  while (rest.length > 0) {
    const waiting = new Set(rest.map(({ name }) => name));
    const free = rest.filter((table) =>
      table.references.every((reference) => reference.table === table.name || !waiting.has(reference.table)),
    );
    // A circle: its first table by name goes ahead.
    const next = free.length > 0 ? free : rest.slice(0, 1);
    ordered.push(...next);
    rest = rest.filter((table) => !next.includes(table));
  }
  return ordered;
}

const catalogueQuery = `
  select c.relname as name,
    (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
    coalesce((select array_agg(a.attname::text order by k.position) from pg_index i
      cross join unnest(i.indkey) with ordinality as k(attnum, position)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
      where i.indrelid = c.oid and i.indisprimary), '{}') as key,
    exists (select from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal) as "hasTriggers",
    coalesce((select json_agg(json_build_object('column', s.attname, 'sequence', s.sequence)) from (
      select a.attname, pg_get_serial_sequence(quote_ident(c.relname), a.attname) as sequence from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) s
      where s.sequence is not null), '[]') as sequences,
    coalesce((select json_agg(json_build_object('constraint', f.conname, 'table', r.relname,
        'definition', pg_get_constraintdef(f.oid)) order by f.conname)
      from pg_constraint f join pg_class r on r.oid = f.confrelid
      where f.conrelid = c.oid and f.contype = 'f' and f.conparentid = 0), '[]') as "references"
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind = 'r'
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
  order by c.relname`;
