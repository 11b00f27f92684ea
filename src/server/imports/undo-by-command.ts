import { setTimeout as wait } from "node:timers/promises";
import { UndoReport } from "#api/imports.ts";
import { AppError } from "#domain/errors.ts";
import { beginUndo } from "#server/imports/begin-undo.ts";
import { findImport } from "#server/imports/queries.ts";
import { undoImport } from "#server/imports/undo-import.ts";
import { undoListImport } from "#server/number-lists/undo-list-import.ts";
import type { CommandResult, Terminal } from "#server/platform/command.ts";
import { type Context, transaction } from "#server/platform/context.ts";

const pollMs = 500;
const queueAfterMs = 60_000;
const keptShown = 20;

/** Takes an import back while the terminal waits; what could not be taken back is named. */
export async function undoByCommand(
  ctx: Context,
  { words: [id], json }: { words: [string]; json: boolean },
  terminal: Terminal,
): Promise<CommandResult> {
  const lists = await undoListImport(ctx, id);
  if (lists) {
    const { withdrawn, reinstated } = lists;
    if (json) terminal.out(JSON.stringify({ import: id, withdrawn, reinstated }));
    else terminal.out(`undone: ${withdrawn} copies of lists withdrawn, ${reinstated} earlier ones in force again`);
    return "ok";
  }
  const runAt = new Date(ctx.now.getTime() + queueAfterMs);
  await transaction(ctx, (tx) => beginUndo(tx, { id, runAt }));
  const report = await workOn(ctx, id);
  if (json) {
    terminal.out(JSON.stringify({ import: id, ...report }));
    return "ok";
  }
  terminal.out(
    `undone: ${report.contactsWithdrawn} contacts withdrawn, ${report.touchpointsRetracted} touchpoints, ` +
      `${report.consentsRetracted} consents and ${report.suppressionsRetracted} opt-outs retracted, ` +
      `${report.valuesRestored} values restored, ${report.mergesUndone} merges undone`,
  );
  if (report.keptCount > 0) terminal.out(`kept, because somebody changed them since: ${report.keptCount}`);
  for (const { name, field, why } of report.kept.slice(0, keptShown)) terminal.out(`  ${name}: ${field} (${why})`);
  return "ok";
}

async function workOn(ctx: Context, importId: string): Promise<UndoReport> {
  for (;;) {
    await undoImport(ctx, { importId });
    const stored = await transaction(ctx, (tx) => findImport(tx.db, importId));
    if (!stored) throw new AppError("not_found", { importId });
    if (stored.state === "undone") return UndoReport.parse(stored.undoReport);
    await wait(pollMs);
  }
}
