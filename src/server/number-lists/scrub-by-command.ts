import { AppError } from "#domain/errors.ts";
import { fileProblem, sentenceOfProblem } from "#server/imports/problem-sentences.ts";
import { scrubFile } from "#server/number-lists/scrub-file.ts";
import type { CommandResult, Terminal } from "#server/platform/command.ts";
import type { Context } from "#server/platform/context.ts";

type Input = {
  words: [string];
  list: string;
  column?: string | undefined;
  out?: string | undefined;
  json: boolean;
};

/** Scrubs a file and says how many of its numbers are on the list. */
export async function scrubByCommand(
  ctx: Context,
  { words: [path], list, column, out = `${path}.scrubbed.csv`, json }: Input,
  terminal: Terminal,
): Promise<CommandResult> {
  try {
    const onProgress = (share: number) => terminal.progress(`${path}: ${Math.round(share * 100)}%`);
    const { rows, yes, no, invalid, unchecked, copiedOn } = await scrubFile(ctx, {
      path,
      out,
      list,
      column,
      onProgress,
    });
    terminal.progress("");
    if (json) {
      const counts = { rows, yes, no, invalid, unchecked };
      terminal.out(
        JSON.stringify({ file: path, list, copiedOn, ...counts, listed: { yes, no, invalid }, output: out }),
      );
    } else {
      terminal.out(`${path}: ${rows} rows, ${yes} listed, ${no} not listed, ${invalid} invalid; written to ${out}`);
    }
    if (unchecked > 0) {
      const what = "are of area codes of which no copy has been imported: nobody has checked them";
      terminal.say(`warmline: ${unchecked} numbers that are not listed ${what}`);
    }
    return "ok";
  } catch (error) {
    terminal.progress("");
    const problem = error instanceof AppError ? sentenceOfProblem(error) : fileProblem(error);
    if (!problem) throw error;
    terminal.say(`warmline: ${path}: ${problem}`);
    return "bad_input";
  }
}
