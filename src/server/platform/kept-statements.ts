import { createHash } from "node:crypto";
import type { Socket } from "node:net";
import { CompiledQuery, type RawBuilder, sql } from "kysely";
import type pg from "pg";
import type { Context } from "#server/platform/context.ts";

const mark = "/* kept */";

/** Begins a statement that is asked often and takes longer to plan than to run: each connection plans it once. */
export const kept = sql.raw(mark);

/**
 * A kept statement that is put into words once, and not for every question: `value("ids")` stands where a value goes,
 * which is sent once however often it stands there.
 */
export function keptStatement<Row, Values extends Record<string, unknown>>(
  write: (value: (name: keyof Values) => RawBuilder<unknown>) => RawBuilder<Row>,
): (tx: Context, values: Values) => Promise<Row[]> {
  const names: (keyof Values)[] = [];
  const value = (name: keyof Values) => {
    if (!names.includes(name)) names.push(name);
    return sql.raw(`$${names.indexOf(name) + 1}`);
  };
  let text: string | undefined;
  return async (tx, values) => {
    const db = tx.db.withoutPlugins();
    text ??= sql`${kept} ${write(value)}`.compile(db).sql;
    const asked = CompiledQuery.raw(
      text,
      names.map((name) => values[name]),
    );
    return (await db.executeQuery<Row>(asked as CompiledQuery<Row>)).rows;
  };
}

/** The same for a question that takes different words in a few cases: each is put into words once. */
export function keptByShape<Shape, Row, Values extends Record<string, unknown>>(
  write: (shape: Shape, value: (name: keyof Values) => RawBuilder<unknown>) => RawBuilder<Row>,
): (tx: Context, shape: Shape, values: Values) => Promise<Row[]> {
  const statements = new Map<string, (tx: Context, values: Values) => Promise<Row[]>>();
  return (tx, shape, values) => {
    const name = JSON.stringify(shape);
    const statement = statements.get(name) ?? keptStatement<Row, Values>((value) => write(shape, value));
    statements.set(name, statement);
    return statement(tx, values);
  };
}

/**
 * Plans kept statements of this transaction without looking at their parameters, which is what lets the plan be used
 * again; every branch of them has one index that fits, whatever is asked.
 */
export async function planOnce(tx: Context): Promise<void> {
  await tx.db.withoutPlugins().executeQuery(CompiledQuery.raw("set local plan_cache_mode = force_generic_plan"));
}

/**
 * Gives kept statements a name on this connection, which is how PostgreSQL keeps what it has planned, and sends what is
 * asked at once in one write.
 */
export function prepareConnection(client: pg.PoolClient): void {
  const send = client.query.bind(client) as (...args: unknown[]) => unknown;
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  const query = (text: unknown, values?: unknown, ...rest: unknown[]) => {
    if (!stream.writableCorked) {
      stream.cork();
      process.nextTick(() => stream.uncork());
    }
    return typeof text === "string" && isKept(text)
      ? send({ name: nameOf(text), text, values })
      : send(text, values, ...rest);
  };
  client.query = query as typeof client.query;
}

/** What only reads is asked again in the same words; lists of ids make new words each time, so there is an end to it. */
function isKept(text: string): boolean {
  if (text.trimStart().startsWith(mark)) return true;
  return /^\s*(select|with) /.test(text) && text.includes("$1") && (names.has(text) || names.size < namesMax);
}

const namesMax = 400;

const names = new Map<string, string>();

function nameOf(text: string): string {
  const known = names.get(text);
  if (known) return known;
  const name = createHash("sha1").update(text).digest("hex");
  names.set(text, name);
  return name;
}
