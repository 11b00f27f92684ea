import { readFileSync } from "node:fs";
import { z } from "zod";

/** The version of this copy, as its package says. */
export function version(): string {
  const manifest = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return z.object({ version: z.string() }).parse(JSON.parse(manifest)).version;
}
