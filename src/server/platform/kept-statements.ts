import { createHash } from "node:crypto";
import { sql } from "kysely";
import type pg from "pg";

const mark = "/* kept */";

/** Begins a statement that is asked often and takes longer to plan than to run: each connection plans it once. */
export const kept = sql.raw(mark);

/** Gives kept statements a name on this connection, which is how PostgreSQL keeps what it has planned. */
export function keepStatements(client: pg.PoolClient): void {
  const send = client.query.bind(client) as (...args: unknown[]) => unknown;
  const query = (text: unknown, values?: unknown, ...rest: unknown[]) =>
    typeof text === "string" && text.trimStart().startsWith(mark)
      ? send({ name: nameOf(text), text, values })
      : send(text, values, ...rest);
  client.query = query as typeof client.query;
}

const names = new Map<string, string>();

function nameOf(text: string): string {
  const known = names.get(text);
  if (known) return known;
  const name = createHash("sha1").update(text).digest("hex");
  names.set(text, name);
  return name;
}
