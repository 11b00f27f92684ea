import type { ImportOptions } from "#api/imports.ts";
import { AppError } from "#domain/errors.ts";
import { importFiles } from "#server/imports/import-files.ts";
import { sentenceOfProblem } from "#server/imports/problem-sentences.ts";
import { takeSample } from "#server/imports/reading/sample.ts";
import { fileSource } from "#server/imports/reading/source.ts";
import { importLists, type ListsInput } from "#server/number-lists/import-lists.ts";
import { recogniseList } from "#server/number-lists/reading/recognise-list.ts";
import type { CommandResult, Terminal } from "#server/platform/command.ts";
import type { Context } from "#server/platform/context.ts";

type Input = {
  files: string[];
  dryRun: boolean;
  json: boolean;
  options: ImportOptions;
  /** All of them are said to be do-not-call lists. */
  isList: boolean;
  asList: Pick<ListsInput, "list" | "copiedOn" | "column" | "whole">;
};

/** Imports whatever the files are: exports with people in them, or do-not-call lists, which hold only numbers. */
export async function importAny(ctx: Context, input: Input, terminal: Terminal): Promise<CommandResult> {
  const lists = input.isList ? input.files : await thoseOfLists(input);
  const others = input.files.filter((path) => !lists.includes(path));
  const results = [others.length > 0 ? await importFiles(ctx, { ...input, files: others }, terminal) : "ok"];
  if (lists.length > 0) results.push(await importAsLists(ctx, lists, input, terminal));
  return results.includes("bad_input") ? "bad_input" : "ok";
}

async function importAsLists(ctx: Context, files: string[], input: Input, terminal: Terminal): Promise<CommandResult> {
  if (input.dryRun) {
    terminal.say(`warmline: ${sentenceOfProblem(new AppError("invalid_input", { reason: "list_without_dry_run" }))}`);
    return "bad_input";
  }
  return importLists(ctx, { ...input.asList, json: input.json, files }, terminal);
}

/** Files that say themselves that they are lists; what cannot be read is left to be refused by name. */
async function thoseOfLists({ files, options }: Input): Promise<string[]> {
  const found: string[] = [];
  if (options.format !== undefined) return found;
  for (const path of files) if (await isList(path)) found.push(path);
  return found;
}

async function isList(path: string): Promise<boolean> {
  try {
    return recogniseList(await takeSample(await fileSource(path))) !== null;
  } catch {
    // Its own import says why it cannot be read.
    return false;
  }
}
