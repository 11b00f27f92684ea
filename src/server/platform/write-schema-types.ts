import type pg from "pg";

const TYPE_OF: Record<string, string> = {
  bool: "boolean",
  int2: "number",
  int4: "number",
  int8: "Int8",
  float8: "number",
  text: "string",
  uuid: "string",
  date: "string",
  timestamptz: "Timestamp",
  jsonb: "Json",
  json: "Json",
  bytea: "Buffer",
  tsvector: "string",
};

type Column = { table: string; name: string; type: string; isArray: boolean; nullable: boolean; hasDefault: boolean };

/** The tables of the migrated database as Kysely's types, in camel case; written to `schema.ts` by `npm run db:types`. */
export async function schemaTypes(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<Column>(`
    select c.relname as table, a.attname as name,
      coalesce(e.typname, t.typname) as type, e.typname is not null as "isArray",
      not a.attnotnull as nullable, a.atthasdef as "hasDefault"
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    left join pg_type e on e.oid = t.typelem and t.typcategory = 'A'
    where n.nspname = 'public' and c.relkind = 'r'
    order by c.relname, a.attnum`);
  const tables = Map.groupBy(rows, (row) => row.table);
  const bodies = [...tables].map(
    ([table, columns]) => `export type ${pascal(table)} = {\n${columns.map(field).join("\n")}\n};\n`,
  );
  const list = [...tables.keys()].map((table) => `  ${camel(table)}: ${pascal(table)};`).join("\n");
  return `${HEAD}\n${bodies.join("\n")}\nexport type DB = {\n${list}\n};\n`;
}

const HEAD = `// Written by \`npm run db:types\` from the migrated database. Do not edit.
import type { ColumnType, Generated } from "kysely";

type Int8 = ColumnType<string, string | number | bigint, string | number | bigint>;
type Timestamp = ColumnType<Date, Date | string, Date | string>;
type Json = ColumnType<unknown, string, string>;
`;

function field(column: Column): string {
  const base = TYPE_OF[column.type] ?? "string";
  const array = column.isArray ? `${base}[]` : base;
  const type = column.nullable ? `${array} | null` : array;
  return `  ${camel(column.name)}: ${column.hasDefault ? generated(type) : type};`;
}

function generated(type: string): string {
  if (type === "Int8") return "ColumnType<string, string | number | bigint | undefined, string | number | bigint>";
  if (type === "Json") return "ColumnType<unknown, string | undefined, string>";
  if (type === "Timestamp") return "ColumnType<Date, Date | string | undefined, Date | string>";
  return `Generated<${type}>`;
}

function camel(name: string): string {
  return name.replaceAll(/_(\w)/g, (_match, letter: string) => letter.toUpperCase());
}

function pascal(name: string): string {
  const text = camel(name);
  return text.charAt(0).toUpperCase() + text.slice(1);
}
