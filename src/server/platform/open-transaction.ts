import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from "kysely";
import pg from "pg";
import type { DB } from "#server/platform/schema.ts";

type Db = Kysely<DB>;

type Opening = {
  begin: string;
  settings: Record<string, string>;
  /** What must have succeeded before anything is sent. */
  after?: Promise<unknown> | undefined;
};

/**
 * Runs the work in one transaction, whose settings end with it. Nothing waits for an answer that it does not need: the
 * opening travels with the first question, and questions asked at once travel together. A trip to the database costs
 * both sides as much processor time as a short statement.
 */
export async function inTransaction<Result>(
  pool: Db,
  { begin, settings, after }: Opening,
  work: (db: Db) => Promise<Result>,
): Promise<Result> {
  const executor = pool.getExecutor();
  return executor.provideConnection(async (provided) => {
    const connection = after === undefined ? provided : waiting(provided, after);
    const state = { isOpen: true };
    const opened = connection.executeQuery(openingQuery({ begin, settings }));
    opened.catch(() => undefined);
    try {
      const db = new Kysely<DB>({ dialect: dialectOn(connection, state), plugins: [...executor.plugins] });
      const result = await work(db);
      state.isOpen = false;
      await opened;
      await commit(connection);
      return result;
    } catch (error) {
      state.isOpen = false;
      // A connection that was lost has undone it already.
      await connection.executeQuery(CompiledQuery.raw("rollback")).catch(() => undefined);
      await opened;
      throw error;
    }
  });
}

/** A connection that sends nothing until something else has succeeded, and nothing at all where that fails. */
function waiting(connection: DatabaseConnection, after: Promise<unknown>): DatabaseConnection {
  return {
    executeQuery: async (query) => {
      await after;
      return connection.executeQuery(query);
    },
    streamQuery: async function* (query, chunkSize) {
      await after;
      yield* connection.streamQuery(query, chunkSize);
    },
  };
}

/** One message, which is why the values stand in the text. */
function openingQuery({ begin, settings }: Opening): CompiledQuery {
  const sets = Object.entries(settings).map(([name, value]) => `set local ${name} = ${pg.escapeLiteral(value)}`);
  return CompiledQuery.raw([begin, ...sets].join("; "));
}

/** After a statement that failed, PostgreSQL ends a transaction by undoing it, and says so instead of "commit". */
async function commit(connection: DatabaseConnection): Promise<void> {
  const { rows } = await connection.executeQuery<{ command?: string }>(CompiledQuery.raw("commit"));
  if (rows[0]?.command === "ROLLBACK") throw new Error("the transaction was undone: a statement in it had failed");
}

/** The query builder's own transactions let each question wait for the answer to the one before. */
function dialectOn(connection: DatabaseConnection, state: { isOpen: boolean }): Dialect {
  const refuse = async () => {
    throw new Error("a transaction is open already");
  };
  return {
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createDriver: () => ({
      init: async () => undefined,
      acquireConnection: async () => {
        if (!state.isOpen) throw new Error("the transaction is over");
        return connection;
      },
      releaseConnection: async () => undefined,
      beginTransaction: refuse,
      commitTransaction: refuse,
      rollbackTransaction: refuse,
      destroy: async () => undefined,
    }),
  };
}
