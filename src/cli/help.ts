import type { Command } from "#server/platform/command.ts";

/** `warmline --help`. */
export function help(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return [
    "warmline: warm calling, self-hosted",
    "",
    ...lines,
    "",
    "warmline COMMAND --help says more; warmline --version says which version this is.",
  ].join("\n");
}

/** `warmline COMMAND --help`. */
export function helpFor(command: Command): string {
  const own = Object.entries(command.options ?? {}).map(([flag, { type, multiple }]) => {
    const value = type === "string" ? " VALUE" : "";
    return `  --${flag}${value}${multiple ? " (may repeat)" : ""}`;
  });
  const workspace =
    command.for === "workspace"
      ? ["  --workspace SLUG   which workspace (default: the only one)", "  --member EMAIL     act as this member"]
      : [];
  return [
    `warmline ${command.name} ${command.usage}`.trim(),
    "",
    command.summary,
    "",
    ...own,
    ...workspace,
    "  --data DIR         the data folder (default: ./data)",
    "  --json             print results as JSON, where there are any",
  ].join("\n");
}
