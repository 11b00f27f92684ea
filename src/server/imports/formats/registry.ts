import type { Format } from "./format.ts";
import { plainTable } from "./plain-table.ts";

/** Every format that Warmline reads. To add one, write its file and name it here. */
export const formats: Format[] = [plainTable];

export function formatBySlug(slug: string): Format | undefined {
  return formats.find((format) => format.slug === slug);
}
