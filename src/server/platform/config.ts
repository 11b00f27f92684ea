import { z } from "zod";
import { AppError } from "#domain/errors.ts";

export const Port = z.coerce.number().int().min(0).max(65_535);

const Environment = z
  .object({
    DATABASE_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\//, "must start with postgres:// or postgresql://")
      .optional(),
    DATA_DIR: z.string().min(1).default("./data"),
    HOST: z.string().min(1).default("127.0.0.1"),
    PORT: Port.default(4800),
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
    SESSION_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
    LEDGER_KEY: z.string().min(32, "must have at least 32 characters").optional(),
    BACKUP_DIR: z.string().min(1).optional(),
    BACKUP_EVERY_HOURS: z.coerce
      .number()
      .int()
      .min(0)
      .max(24 * 31)
      .default(24),
    BACKUP_KEEP: z.coerce.number().int().min(1).max(1000).default(7),
  })
  .refine((env) => !env.DATABASE_URL || env.SESSION_SECRET, {
    path: ["SESSION_SECRET"],
    error: "is required together with DATABASE_URL: every process must use the same one",
  });

export type Config = {
  /** A server of one's own; without it the database is embedded. */
  databaseUrl: string | undefined;
  dataDir: string;
  host: string;
  port: number;
  /** The address that people type, where a proxy stands before the server. */
  publicUrl: string | undefined;
  logLevel: string;
  /** Given, or else generated and kept in the data folder: see `session-secret.ts`. */
  sessionSecret: string | undefined;
  /** The secret behind the ledger's signatures; where it is not given: see `ledger-key.ts`. */
  ledgerKey: string | undefined;
  backup: { dir: string; everyHours: number; keep: number };
};

/** Flags of the command line, which win over the environment. */
export type Flags = { data?: string | undefined; host?: string | undefined; port?: string | undefined };

/** Reads the configuration, once, where the program starts; lists every mistake. */
export function readConfig(flags: Flags = {}, env: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.entries({
    ...env,
    DATA_DIR: flags.data ?? env.DATA_DIR,
    HOST: flags.host ?? env.HOST,
    PORT: flags.port ?? env.PORT,
  });
  // An empty variable is how compose files say "not set".
  const parsed = Environment.safeParse(
    Object.fromEntries(given.filter(([, value]) => value !== "" && value !== undefined)),
  );
  if (!parsed.success) {
    const mistakes = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new AppError("config_invalid", { mistakes });
  }
  const values = parsed.data;
  return {
    databaseUrl: values.DATABASE_URL,
    dataDir: values.DATA_DIR,
    host: values.HOST,
    port: values.PORT,
    publicUrl: values.PUBLIC_URL,
    logLevel: values.LOG_LEVEL,
    sessionSecret: values.SESSION_SECRET,
    ledgerKey: values.LEDGER_KEY,
    backup: {
      dir: values.BACKUP_DIR ?? `${values.DATA_DIR}/backups`,
      everyHours: values.BACKUP_EVERY_HOURS,
      keep: values.BACKUP_KEEP,
    },
  };
}
