import { CamelCasePlugin, type CompiledQuery, Kysely, PostgresDialect } from "kysely";
import type pg from "pg";
import { percentiles, type Times } from "#bench/load.ts";
import { listQueue } from "#server/call-queue/list-queue.ts";
import { type Actor, type Door, openContext, transaction } from "#server/platform/context.ts";
import type { DB } from "#server/platform/schema.ts";

type Statement = Pick<CompiledQuery, "sql" | "parameters">;

/** What the queue of each of these reps sends to the database, from `begin` to `commit`. */
export async function captureQueue(
  app: pg.Pool,
  actors: readonly Actor[],
  door: { now: Date } & Pick<Door, "log" | "ledgerKey" | "dataDir">,
): Promise<Statement[][]> {
  let sent: Statement[] = [];
  const pool = new Kysely<DB>({
    dialect: new PostgresDialect({ pool: app }),
    plugins: [new CamelCasePlugin()],
    log: ({ query: { sql, parameters } }) => void sent.push({ sql, parameters }),
  });
  const captured = [];
  for (const actor of actors) {
    sent = [];
    await transaction(openContext({ ...door, pool }, actor, door.now), (tx) =>
      listQueue(tx, { tab: "to_call", limit: 20 }),
    );
    captured.push(sent);
  }
  return captured;
}

/** The same statements over as many connections, with nothing around them. */
export async function loadStatements(
  app: pg.Pool,
  captured: readonly Statement[][],
  { count, clients }: { count: number; clients: number },
): Promise<Times> {
  const millis: number[] = [];
  let next = 0;
  const client = async () => {
    const connection = await app.connect();
    while (next < count) {
      const statements = captured[next++ % captured.length] ?? [];
      const begun = performance.now();
      for (const { sql, parameters } of statements) await connection.query(sql, [...parameters]);
      millis.push(performance.now() - begun);
    }
    connection.release();
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - begun) / 1000;
  return { ...percentiles(millis), perSecond: millis.length / seconds, bytes: 0 };
}
