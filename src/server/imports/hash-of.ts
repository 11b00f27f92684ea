import { createHash } from "node:crypto";
import type { Source } from "#server/imports/reading/source.ts";

/** By which the same file is known again, whatever it is called. */
export async function hashOf(source: Source): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of source.stream()) hash.update(chunk);
  return hash.digest("hex");
}
