import type { ImportedRow } from "#server/imports/imported-row.ts";
import type { ReadOptions } from "#server/imports/reading/read-options.ts";
import type { Sample } from "#server/imports/reading/sample.ts";
import type { Source } from "#server/imports/reading/source.ts";

export type Format = {
  slug: string;
  title: string;
  /** How well the layout is known: A seen in real files, B in code that reads them, C vendor's page, D hearsay. */
  confidence: "A" | "B" | "C" | "D";
  /** `captured`: a system's own record. `claimed`: somebody's table, until a manager confirms it. */
  proof: "captured" | "claimed";
  /** From 0 (certainly not) to 1 (nothing else looks like this), by content alone. */
  detect: (sample: Sample) => number;
  read: (source: Source, options: ReadOptions) => AsyncIterable<ImportedRow>;
};
