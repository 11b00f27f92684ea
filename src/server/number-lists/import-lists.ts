import { rm, stat } from "node:fs/promises";
import type { ImportedList } from "#api/number-lists.ts";
import { AppError } from "#domain/errors.ts";
import { fileProblem, sentenceOfProblem } from "#server/imports/problem-sentences.ts";
import { takeSample } from "#server/imports/reading/sample.ts";
import { fileSource } from "#server/imports/reading/source.ts";
import { rejectedName } from "#server/imports/rejected-file.ts";
import { importList } from "#server/number-lists/import-list.ts";
import { isListOfChanges, recogniseList } from "#server/number-lists/reading/recognise-list.ts";
import type { CommandResult, Terminal } from "#server/platform/command.ts";
import type { Context } from "#server/platform/context.ts";

export type ListsInput = {
  files: string[];
  list?: string | undefined;
  copiedOn?: string | undefined;
  column?: string | undefined;
  whole: boolean;
  json: boolean;
};

/** Imports files of do-not-call lists: those of one list together, since its keeper may give it out in several. */
export async function importLists(ctx: Context, input: ListsInput, terminal: Terminal): Promise<CommandResult> {
  let result: CommandResult = "ok";
  const refuse = (path: string, error: unknown) => {
    const problem = error instanceof AppError ? sentenceOfProblem(error) : fileProblem(error);
    if (!problem) throw error;
    terminal.say(`warmline: ${path}: ${problem}`);
    result = "bad_input";
  };

  // A list before the changes to it, whatever their files are called.
  const full = new Map<string, string[]>();
  const changes = new Map<string, string[]>();
  for (const path of input.files) {
    try {
      const { list, isChanges } = await whatIs(path, input);
      const group = isChanges ? changes : full;
      group.set(list, [...(group.get(list) ?? []), path]);
    } catch (error) {
      refuse(path, error);
    }
  }
  for (const [list, files] of [...full, ...changes]) {
    try {
      await importOne(ctx, { ...input, list, files }, terminal);
    } catch (error) {
      refuse(files.join(", "), error);
    }
  }
  return result;
}

async function whatIs(path: string, input: ListsInput): Promise<{ list: string; isChanges: boolean }> {
  const source = await fileSource(path);
  if (source.size === 0) throw new AppError("invalid_input", { file: path, reason: "file_empty" });
  const sample = await takeSample(source);
  const list = input.list ?? recogniseList(sample);
  if (!list) throw new AppError("invalid_input", { file: path, reason: "list_needed" });
  return { list, isChanges: isListOfChanges(sample) };
}

async function importOne(ctx: Context, input: ListsInput & { list: string }, terminal: Terminal): Promise<void> {
  const { list, copiedOn, column, whole } = input;
  const files = input.files.map((path) => ({ path, name: path, rejectedPath: rejectedName(path) }));
  // Of an earlier attempt: what it says no longer holds.
  for (const { path, rejectedPath } of files) {
    await stat(path);
    await rm(rejectedPath, { force: true });
  }
  const imported = await importList(ctx, { list, files, copiedOn, column, isWhole: whole }, ({ file, rows, bytes }) => {
    const megabytes = Math.round(bytes / 1_000_000);
    terminal.progress(`${files[file]?.path ?? list}: ${rows} rows, ${megabytes} MB read`);
  });
  terminal.progress("");
  report(imported, input, terminal);
}

function report(imported: ImportedList, { json }: ListsInput, terminal: Terminal): void {
  const { importId, list, copiedOn, kind, numbers } = imported;
  for (const { file, ...counts } of imported.files) {
    const rejectedFile = counts.rejected > 0 ? rejectedName(file) : null;
    if (json) {
      const nothing = { touchpoints: 0, consents: 0, suppressions: 0 };
      const more = { list, copiedOn, kind, numbers, rejectedFile };
      terminal.out(JSON.stringify({ file, import: importId, format: "dnc", ...counts, ...nothing, ...more }));
      continue;
    }
    const words = Object.entries(counts).map(([name, count]) => `${name} ${count}`);
    terminal.out(`${file} (${list}, ${kind === "changes" ? "changes" : "copy"} of ${copiedOn}): ${words.join(", ")}`);
    if (rejectedFile) terminal.out(`  rejected rows with their reasons: ${rejectedFile}`);
  }
  if (json || !importId) return;
  terminal.out(`${list}: ${numbers} numbers in force, copy of ${copiedOn}`);
  terminal.out(`  to take it back: warmline undo ${importId}`);
}
