import type { Command, CommandResult, Installation, ParsedCommand, Terminal } from "#server/platform/command.ts";
import { openContext, requireReach } from "#server/platform/context.ts";
import { resolveCommandActor } from "#server/team/resolve-command-actor.ts";

/** The command line's door to a workspace: finds as whom it acts, checks the permission, runs. */
export async function runCommand(
  installation: Installation,
  wanted: Extract<Command, { for: "workspace" }>,
  { input, globals }: ParsedCommand,
  terminal: Terminal,
): Promise<CommandResult> {
  const now = installation.clock();
  const actor = await resolveCommandActor(installation, globals, now);
  const ctx = openContext(installation, actor, now);
  requireReach(ctx, wanted.access);
  return wanted.run(ctx, input as never, terminal, installation);
}
