import { type Kysely, type RawBuilder, sql } from "kysely";
import type { DB } from "#server/platform/schema.ts";

export type ColumnType =
  | "uuid"
  | "text"
  | "integer"
  | "smallint"
  | "double precision"
  | "boolean"
  | "timestamptz"
  | "date"
  | "json"
  | "jsonb"
  | "tsvector"
  | "text[]";

/** The columns of a table in `camelCase`, each with its type in the database. */
export type Columns<Row> = { [Name in keyof Row & string]: ColumnType };

/**
 * Inserts any number of rows with one statement: a column that differs from row to row is one parameter, an array; one
 * that does not is one value; one that is empty in all rows is left to its default. A tenth of the time of
 * `values (…), (…)`. Rows that stand already are left alone where `onConflict` says so.
 */
export async function insertMany<Row extends Record<string, unknown>>(
  db: Kysely<DB>,
  table: string,
  columns: Columns<Row>,
  rows: readonly Row[],
  onConflict: "fail" | "leave" = "fail",
): Promise<number> {
  if (rows.length === 0) return 0;
  const given = Object.keys(columns).flatMap((name) => givenColumn(name, columns[name as keyof Row & string], rows));
  const varying = given.filter(({ array }) => array);
  const refs = (list: readonly Given[]) => sql.join(list.map(({ name }) => sql.ref(name)));
  const values = sql.join(given.map(({ value }) => value));
  const from =
    varying.length > 0
      ? sql`from unnest(${sql.join(varying.map(({ array }) => array))}) as given (${refs(varying)})`
      : sql`from generate_series(1, ${rows.length})`;
  const conflict = onConflict === "leave" ? sql`on conflict do nothing` : sql``;
  const result =
    await sql`insert into ${sql.table(table)} (${refs(given)}) select ${values} ${from} ${conflict}`.execute(db);
  return Number(result.numAffectedRows ?? 0);
}

/** How a column stands in the statement: what is selected for it, and the array that this comes from. */
type Given = { name: string; value: RawBuilder<unknown>; array: RawBuilder<unknown> | null };

function givenColumn(name: string, type: ColumnType, rows: readonly Record<string, unknown>[]): Given[] {
  const cells = rows.map(isJson(type) ? (row) => jsonOf(row[name]) : (row) => row[name] ?? null);
  const [first] = cells;
  if (cells.every((cell) => cell === first)) {
    if (first === null) return [];
    return [{ name, value: sql`${scalarOf(first)}::${sql.raw(type)}`, array: null }];
  }
  const literal = arrayLiteral(cells);
  if (!isNested(type)) return [{ name, value: sql.ref(name), array: sql`${literal}::${sql.raw(type)}[]` }];
  return [{ name, value: sql`${sql.ref(name)}::${sql.raw(type)}`, array: sql`${literal}::text[]` }];
}

function scalarOf(value: unknown): unknown {
  return Array.isArray(value) ? arrayLiteral(value) : value;
}

/** A literal of an array, which the database reads faster than one parameter for each value. */
export function arrayLiteral(values: readonly unknown[]): string {
  return `{${values.map(elementOf).join(",")}}`;
}

function isJson(type: ColumnType): boolean {
  return type === "json" || type === "jsonb";
}

/** Also a text or a list is JSON in a column of JSON. */
function jsonOf(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}

/** Arrays of arrays must be square, so an array in a row travels as text, like JSON. */
function isNested(type: ColumnType): boolean {
  return type === "text[]" || isJson(type);
}

function elementOf(value: unknown): string {
  if (value === null || value === undefined) return "NULL";
  if (value instanceof Date) return `"${value.toISOString()}"`;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  const text = typeof value === "string" ? value : Array.isArray(value) ? arrayLiteral(value) : JSON.stringify(value);
  return `"${escaped(text)}"`;
}

const special = /["\\\0]/;

// PostgreSQL stores no NUL; it stands in files that were cut from a disk image or sent in UTF-16.
function escaped(text: string): string {
  if (!special.test(text)) return text;
  return text.replaceAll("\0", "").replaceAll("\\", "\\\\").replaceAll('"', '\\"');
}
