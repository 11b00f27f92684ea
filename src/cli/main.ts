import pino from "pino";
import { help, helpFor } from "#cli/help.ts";
import { migrateCommand } from "#cli/migrate.ts";
import { serveCommand } from "#cli/serve.ts";
import { terminal } from "#cli/terminal.ts";
import { version } from "#cli/version.ts";
import { AppError } from "#domain/errors.ts";
import { commands as productCommands } from "#server/commands.ts";
import { openInstallation } from "#server/open-installation.ts";
import {
  type Command,
  type CommandResult,
  type ParsedCommand,
  parseCommand,
  sentenceOf,
  UsageError,
} from "#server/platform/command.ts";
import { readConfig } from "#server/platform/config.ts";
import { runCommand } from "#server/team/run-command.ts";

const commands: readonly Command[] = [serveCommand, migrateCommand, ...productCommands];

const EXIT = { ok: 0, badInput: 1, wrongUsage: 2 } as const;

/** One line at the terminal: finds the command, opens what it needs, runs it, and says what came of it. */
async function main(line: string[]): Promise<number> {
  const [name, ...rest] = line;
  if (name === undefined || name === "help" || name === "--help") {
    terminal.out(help(commands));
    return name === undefined ? EXIT.wrongUsage : EXIT.ok;
  }
  if (name === "--version" || name === "version") {
    terminal.out(version());
    return EXIT.ok;
  }
  const wanted = commands.find((each) => each.name === name);
  if (!wanted) throw new UsageError(`there is no command "${name}"; see warmline --help`);
  const parsed = parseCommand(wanted, rest);
  if (parsed.globals.help) {
    terminal.out(helpFor(wanted));
    return EXIT.ok;
  }
  const result = await perform(wanted, parsed);
  return result === "ok" ? EXIT.ok : EXIT.badInput;
}

async function perform(wanted: Command, parsed: ParsedCommand): Promise<CommandResult> {
  const config = readConfig(parsed.globals);
  const log = pino({ level: config.logLevel === "info" ? "warn" : config.logLevel }, pino.destination(2));
  const open = () => openInstallation(config, log);
  if (wanted.for === "instance") return wanted.run({ config, log, open }, parsed.input as never, terminal);

  const installation = await open();
  try {
    return await runCommand(installation, wanted, parsed, terminal);
  } finally {
    await installation.close();
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  terminal.say(`warmline: ${sentenceOf(error)}`);
  process.exitCode = error instanceof UsageError ? EXIT.wrongUsage : EXIT.badInput;
  if (!(error instanceof AppError || error instanceof UsageError)) terminal.say(hint(error));
}

function hint(error: unknown): string {
  const code = error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
  return `This should not happen${code}. LOG_LEVEL=debug says more; please report it.`;
}
