import { type ParseArgsConfig, parseArgs } from "node:util";
import type { Logger } from "pino";
import type { z } from "zod";
import { AppError } from "#domain/errors.ts";
import type { Permission } from "#domain/policy.ts";
import { type Config, Port } from "#server/platform/config.ts";
import type { Context } from "#server/platform/context.ts";
import type { JobDoor } from "#server/platform/jobs.ts";
import { setupMessage } from "#server/platform/setup-messages.ts";

type Options = NonNullable<ParseArgsConfig["options"]>;

/** What a command may do with the terminal. Results go to `out`; progress and words to `say` (stderr). */
export type Terminal = {
  out: (line: string) => void;
  /** Waits until a reader slower than we are has taken what was written; for commands that print without end. */
  flush?: () => Promise<void>;
  say: (line: string) => void;
  /** Redraws one line on stderr where that is a terminal; does nothing elsewhere. */
  progress: (line: string) => void;
  stdin: NodeJS.ReadableStream;
};

/** `ok` = exit 0; `bad_input` = exit 1 where the command has already said what was wrong. */
export type CommandResult = "ok" | "bad_input";

type Shape<Input extends z.ZodType> = {
  name: string;
  summary: string;
  /** What stands after the name in `--help`, e.g. "FILE... [--dry-run]". */
  usage: string;
  options?: Options;
  input: Input;
};

export type Command =
  /** Works in one workspace, as its first admin or as `--member EMAIL`. */
  | (Shape<z.ZodType> & {
      for: "workspace";
      access: Permission;
      run: (ctx: Context, input: never, terminal: Terminal, installation: Installation) => Promise<CommandResult>;
    })
  /** Works on the installation: its server, its database, its workspaces. */
  | (Shape<z.ZodType> & {
      for: "instance";
      run: (instance: Instance, input: never, terminal: Terminal) => Promise<CommandResult>;
    });

/** The installation as a command finds it; the database is opened only when the command asks for it. */
export type Instance = { config: Config; log: Logger; open: () => Promise<Installation> };
export type Installation = JobDoor & { config: Config; close: () => Promise<void> };

export function command<Input extends z.ZodType>(
  definition: Shape<Input> & {
    access: Permission;
    run: (
      ctx: Context,
      input: z.output<Input>,
      terminal: Terminal,
      installation: Installation,
    ) => Promise<CommandResult>;
  },
): Command {
  return { ...definition, for: "workspace" };
}

export function instanceCommand<Input extends z.ZodType>(
  definition: Shape<Input> & {
    run: (instance: Instance, input: z.output<Input>, terminal: Terminal) => Promise<CommandResult>;
  },
): Command {
  return { ...definition, for: "instance" };
}

export const GLOBAL_OPTIONS = {
  help: { type: "boolean" },
  json: { type: "boolean" },
  data: { type: "string" },
  workspace: { type: "string" },
  member: { type: "string" },
} as const satisfies Options;

type Globals = {
  help: boolean;
  data: string | undefined;
  host: string | undefined;
  port: string | undefined;
  workspace: string | undefined;
  member: string | undefined;
};

export type ParsedCommand = {
  input: unknown;
  globals: Globals;
};

/** Wrong usage, as opposed to bad input: exit 2. */
export class UsageError extends Error {}

/** Flags and words of the line as the command's input; `files` or whatever stands bare arrives as `words`. */
export function parseCommand(wanted: Command, line: string[]): ParsedCommand {
  const { values, positionals } = parseLine(wanted, line);
  const { help, data, host, port, workspace, member, ...rest } = values as Record<string, string | undefined>;
  const globals = { help: help !== undefined, data, host, port, workspace, member };
  if (globals.help) return { input: undefined, globals };
  if (port !== undefined && !Port.safeParse(port).success)
    throw new UsageError(misuse("port", port, "a port is a number from 0 to 65535"));

  const named = Object.fromEntries(Object.entries(rest).map(([name, value]) => [camel(name), value]));
  const parsed = wanted.input.safeParse({ ...named, workspace, words: positionals });
  if (!parsed.success) throw new UsageError(misusesOf(wanted, parsed.error, named).join("\n"));
  return { input: parsed.data, globals };
}

/** What is wrong with each flag, in a sentence that names it; then how the command is used. */
function misusesOf(wanted: Command, error: z.ZodError, named: Record<string, unknown>): string[] {
  const sentences = error.issues.map(({ path: [name], message }) => {
    if (name === undefined) return message;
    if (name === "words") return `what stands after ${wanted.name} cannot be used: ${message}`;
    const given = named[String(name)];
    return given === undefined ? `--${flagOf(String(name))} is missing` : misuse(flagOf(String(name)), given, message);
  });
  return [...new Set(sentences), `usage: warmline ${wanted.name} ${wanted.usage}`.trim()];
}

function misuse(flag: string, given: unknown, message: string): string {
  return `--${flag} cannot be ${JSON.stringify(given)}: ${message}`;
}

function flagOf(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function parseLine(wanted: Command, line: string[]) {
  try {
    return parseArgs({ args: line, options: { ...GLOBAL_OPTIONS, ...wanted.options }, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function camel(flag: string): string {
  return flag.replaceAll(/-(\w)/g, (_match, letter: string) => letter.toUpperCase());
}

/** One sentence for the person at the terminal; never a stack trace. */
export function sentenceOf(error: unknown): string {
  if (error instanceof UsageError) return error.message;
  const message = setupMessage(error);
  if (message) return message;
  if (error instanceof AppError) {
    const details = Object.entries(error.details).map(
      ([name, value]) => `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`,
    );
    return [error.code.replaceAll("_", " "), ...details].join("; ");
  }
  return `something went wrong: ${error instanceof Error ? error.message : String(error)}`;
}
