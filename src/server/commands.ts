import { backupCommands } from "#server/backup/commands.ts";
import { callQueueCommands } from "#server/call-queue/commands.ts";
import { complianceCommands } from "#server/compliance/commands.ts";
import { demoCommands } from "#server/demo/commands.ts";
import { importCommands } from "#server/imports/commands.ts";
import { ledgerCommands } from "#server/ledger/commands.ts";
import { numberListCommands } from "#server/number-lists/commands.ts";
import type { Command } from "#server/platform/command.ts";
import { retentionCommands } from "#server/retention/commands.ts";
import { teamCommands } from "#server/team/commands.ts";
import { verificationCommands } from "#server/verification/commands.ts";

/** What the command line can ask for. Apart from the other doors, whose packages no command but `serve` needs. */
export const commands: readonly Command[] = [
  ...complianceCommands,
  ...callQueueCommands,
  ...teamCommands,
  ...backupCommands,
  ...demoCommands,
  ...verificationCommands,
  ...ledgerCommands,
  ...importCommands,
  ...numberListCommands,
  ...retentionCommands,
];
