import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { AppError } from "#domain/errors.ts";

const manifestName = "manifest.json";

const Manifest = z.object({
  format: z.literal("warmline"),
  /** One workspace, or everything in the database. */
  holds: z.enum(["workspace", "everything"]),
  workspace: z.object({ id: z.uuid(), slug: z.string(), name: z.string() }).optional(),
  /** The migrations that the copied database had: what its columns mean. */
  migrations: z.array(z.string()),
  /** What the signatures of the copied ledgers are checked with. */
  ledgerKey: z.string().optional(),
  files: z.array(
    z.object({
      file: z.string().regex(/^[a-z0-9_]+\.csv(\.gz)?$/),
      table: z.string().regex(/^[a-z0-9_]+$/),
      rows: z.number().int().min(0),
      /** Of the text, also where the file is compressed. */
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});
export type Manifest = z.output<typeof Manifest>;
export type ManifestFile = Manifest["files"][number];

/** Without a date, so that the same record gives the same bytes. The last line is the hash of those before it. */
export function manifestText(manifest: Manifest): string {
  const text = `${JSON.stringify(manifest, undefined, 2)}\n`;
  return `${text}${hashOf(text)}\n`;
}

export function readManifest(dir: string): Manifest {
  const path = join(dir, manifestName);
  if (!existsSync(path)) throw new AppError("backup_damaged", { folder: dir, missing: manifestName });
  const text = readFileSync(path, "utf8");
  const end = text.trimEnd().lastIndexOf("\n") + 1;
  if (hashOf(text.slice(0, end)) !== text.slice(end).trim()) {
    throw new AppError("backup_damaged", { folder: dir, changed: manifestName });
  }
  const parsed = Manifest.safeParse(JSON.parse(text.slice(0, end)));
  if (!parsed.success) throw new AppError("backup_of_other_version", { folder: dir, unreadable: manifestName });

  const missing = parsed.data.files.find(({ file }) => !existsSync(join(dir, file)));
  if (missing) throw new AppError("backup_damaged", { folder: dir, missing: missing.file });
  return parsed.data;
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
