import type { ImportOptions } from "#api/imports.ts";
import type { ReadOptions } from "#server/imports/reading/read-options.ts";

/** Those of the options that a reader needs; the others say what becomes of what it has read. */
export function readOptionsOf(
  options: ImportOptions,
  { encoding: detected, ...fixed }: Pick<ReadOptions, "now" | "timeZone" | "format"> & { encoding: string | null },
): ReadOptions {
  const { encoding = detected, mapping, touchpoint, occurredAt, ownerEmails, ownerName } = options;
  return {
    ...fixed,
    ...(encoding && { encoding }),
    ...(mapping && { mapping }),
    ...(touchpoint && { touchpoint }),
    ...(occurredAt && { occurredAt }),
    ...(ownerEmails && { ownerEmails }),
    ...(ownerName && { ownerName }),
  };
}
