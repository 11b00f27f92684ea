import type { Logger } from "pino";

/** The two levels that code beside the doors may write at; requests and jobs have the whole logger. */
export type Log = Pick<Logger, "info" | "warn">;
