import { createWriteStream } from "node:fs";
import { basename } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as wait } from "node:timers/promises";
import type { ImportOptions } from "#api/imports.ts";
import { AppError } from "#domain/errors.ts";
import { continueImport, type OnProgress } from "#server/imports/continue-import.ts";
import { dryRun } from "#server/imports/dry-run.ts";
import { hashOf } from "#server/imports/hash-of.ts";
import { fileProblem, sentenceOfProblem } from "#server/imports/problem-sentences.ts";
import { progressLine } from "#server/imports/progress-line.ts";
import { deleteImport, findImport, findUnfinishedImport, type StoredImport } from "#server/imports/queries.ts";
import { fileSource, type Source } from "#server/imports/reading/source.ts";
import { rejectedLines, rejectedName } from "#server/imports/rejected-file.ts";
import { startImport } from "#server/imports/start-import.ts";
import { storeFile } from "#server/imports/store-file.ts";
import type { CommandResult, Terminal } from "#server/platform/command.ts";
import { type Context, transaction } from "#server/platform/context.ts";

type Input = { files: string[]; dryRun: boolean; json: boolean; options: ImportOptions };

const pollMs = 500;
/** The queue leaves an import that a terminal works on alone for so long; after that the terminal must have died. */
const queueAfterMs = 60_000;

/** Imports one file after another; one that cannot be imported does not keep the others out. */
export async function importFiles(ctx: Context, input: Input, terminal: Terminal): Promise<CommandResult> {
  let result: CommandResult = "ok";
  for (const path of input.files) {
    try {
      await importFile(ctx, path, input, terminal);
    } catch (error) {
      const problem = error instanceof AppError ? sentenceOfProblem(error) : fileProblem(error);
      if (!problem) throw error;
      terminal.say(`warmline: ${path}: ${problem}`);
      result = "bad_input";
    }
  }
  return result;
}

async function importFile(ctx: Context, path: string, input: Input, terminal: Terminal): Promise<void> {
  const source = await fileSource(path);
  if (source.size === 0) throw new AppError("invalid_input", { file: path, reason: "file_empty" });
  if (input.dryRun) {
    report(path, await dryRun(ctx, source, input.options), { ...input, rejected: null }, terminal);
    return;
  }
  const id = await beginImport(ctx, source, input.options, terminal);
  const stored = await workOn(ctx, id, progressLine(path, terminal));
  const rejected = stored.rejected > 0 ? rejectedName(path) : null;
  if (rejected) await pipeline(Readable.from(rejectedLines(ctx, id)), createWriteStream(rejected));
  report(path, stored, { ...input, rejected }, terminal);
}

/** A new import, or the one of these very bytes that was interrupted. */
async function beginImport(ctx: Context, source: Source, options: ImportOptions, terminal: Terminal): Promise<string> {
  const fileHash = await hashOf(source);
  const unfinished = await transaction(ctx, (tx) => findUnfinishedImport(tx.db, fileHash));
  if (unfinished && unfinished.state !== "running" && Number(unfinished.rowsDone) === 0) {
    // Nothing came of it, mostly for a word mistyped in its options: it is the file that is imported, not the mistake.
    await transaction(ctx, (tx) => deleteImport(tx.db, unfinished.id));
    return newImport(ctx, source, options);
  }
  if (unfinished) {
    terminal.say(`${source.name}: going on with an import that was interrupted after row ${unfinished.rowsDone}`);
    if (unfinished.state !== "running") await start(ctx, unfinished.id, options);
    return unfinished.id;
  }
  return newImport(ctx, source, options);
}

async function newImport(ctx: Context, source: Source, options: ImportOptions): Promise<string> {
  const { name, size } = source;
  const id = await storeFile(ctx, { fileName: basename(name), bytesTotal: size, bytes: source.stream() });
  await start(ctx, id, options);
  return id;
}

async function start(ctx: Context, id: string, options: ImportOptions): Promise<void> {
  const runAt = new Date(ctx.now.getTime() + queueAfterMs);
  await transaction(ctx, (tx) => startImport(tx, { id, options, runAt }));
}

/** Works on the import, or watches another process work on it, until it has ended. */
async function workOn(ctx: Context, id: string, onProgress: OnProgress): Promise<StoredImport> {
  for (;;) {
    await continueImport(ctx, { importId: id, onProgress });
    const stored = await transaction(ctx, (tx) => findImport(tx.db, id));
    if (!stored) throw new AppError("not_found", { importId: id });
    if (stored.state === "done") return stored;
    if (stored.state !== "running") throw new AppError("conflict", { importId: id, state: stored.state });
    onProgress({
      rowsDone: Number(stored.rowsDone),
      bytesDone: Number(stored.bytesDone),
      bytesTotal: Number(stored.bytesTotal),
    });
    await wait(pollMs);
  }
}

function report(
  path: string,
  stored: StoredImport,
  { dryRun: isDry, json, rejected: rejectedFile }: { dryRun: boolean; json: boolean; rejected: string | null },
  terminal: Terminal,
): void {
  const { format, created, updated, merged, skipped, rejected, touchpoints, consents, suppressions, warned } = stored;
  const rows = Number(stored.rowsDone);
  const counts = { rows, created, updated, merged, skipped, rejected, touchpoints, consents, suppressions };
  const id = isDry ? null : stored.id;
  terminal.progress("");
  if (json) {
    const more = { warned, rejectedFile, ...(isDry ? { dryRun: true } : {}) };
    terminal.out(JSON.stringify({ file: path, import: id, format, ...counts, ...more }));
    return;
  }
  const words = Object.entries(counts).map(([name, count]) => `${name} ${count}`);
  terminal.out(`${path} (${format}): ${words.join(", ")}`);
  if (warned > 0) terminal.out(`  ${warned} rows with warnings`);
  if (rejectedFile) terminal.out(`  rejected rows with their reasons: ${rejectedFile}`);
  if (id) terminal.out(`  to take it back: warmline undo ${id}`);
  else terminal.out("  a dry run: nothing was kept");
}
