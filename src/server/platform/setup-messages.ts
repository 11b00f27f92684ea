import { AppError, type ErrorCode } from "#domain/errors.ts";
import { isCode } from "#server/platform/data-folder.ts";
import { type MissingRequirement, renderMissing } from "#server/platform/database-requirements.ts";

type Details = Record<string, unknown>;

/** What went wrong and what to do, for the person who runs the program: English, like all of the command line. */
const MESSAGES: Partial<Record<ErrorCode, (details: Details) => string>> = {
  config_invalid: ({ mistakes }) => ["The configuration has mistakes:", ...list(mistakes)].join("\n  "),
  data_folder_in_use: ({ folder, pid, elsewhere }) =>
    elsewhere
      ? `A program on another machine, or in another container, works on the data folder ${folder}. Stop it first; for more than one, use a server of your own (DATABASE_URL).`
      : `The data folder ${folder} is in use by another program${pid ? ` (process ${pid})` : ""} that does not let us in. Stop it, or give another folder with --data.`,
  data_folder_not_writable: ({ folder, ownedBy, runningAs }) =>
    ownedBy === undefined
      ? `The folder ${folder} cannot be written to. Check its owner and permissions, or give another folder with --data.`
      : `The database in ${folder} belongs to user ${ownedBy}, and this program runs as user ${runningAs}. Run it as that user, or change the owner of the folder.`,
  data_folder_full: ({ folder }) =>
    `The disk that holds ${folder} is full. Free some space and start again; nothing is lost.`,
  data_folder_other_version: ({ folder, found, needed }) =>
    `The database in ${folder} is of PostgreSQL ${found ?? "another version"}, and this program brings PostgreSQL ${needed ?? ""}. Export with the version of Warmline that made it (warmline export), then restore into a new folder with this one (warmline restore).`,
  data_folder_damaged: ({ folder, missing }) =>
    `The folder ${folder} holds a database without ${missing}. Nothing was changed. Restore the folder, or start with a new one and a backup (warmline restore).`,
  database_platform_unsupported: ({ package: name }) =>
    `There is no embedded PostgreSQL for this machine (${name}). Set DATABASE_URL to a PostgreSQL server, 16 or later.`,
  database_start_failed: ({ folder, log }) => `The database in ${folder} did not start. It said:\n${log}`,
  database_unreachable: ({ reason }) => `The server that DATABASE_URL names cannot be reached: ${reason}`,
  database_not_ready: ({ missing }) =>
    ["The database lacks:", ...(missing as MissingRequirement[]).map(renderMissing)].join("\n  "),
  database_newer: ({ migrations }) =>
    `The database was brought to a newer version of Warmline (${list(migrations).join(", ")}). Run that version, or restore a backup from before.`,
  database_shared_with_other_version: () =>
    "Another version of Warmline is running on this folder. Stop it, then start this one: it brings the database along.",
  migrations_pending: ({ pending }) =>
    `The database is older than this version (${list(pending).join(", ")}). Make a backup, then run: warmline migrate`,
  migration_changed: ({ migrations }) =>
    `Migrations that this database has already been through have changed since: ${list(migrations).join(", ")}. Install an unchanged copy of Warmline.`,
  migration_failed: ({ migration, line, message }) =>
    `The migration ${migration} failed${line ? ` at line ${line}` : ""}, and the database is as it was before: ${message}`,
  backup_damaged: ({ folder, missing, changed }) =>
    missing
      ? `${folder} is not complete: ${missing} is missing.`
      : `${folder} was changed: ${changed} does not match its checksum.`,
  backup_of_other_version: ({ folder, needs, file, columns }) =>
    needs
      ? `${folder} comes from a newer version of Warmline. Restore it with that version, or a later one.`
      : `${folder} comes from a version that this one cannot read${file ? ` (${file}: ${list(columns).join(", ")})` : ""}.`,
  restore_refused: ({ reason, slug, folder }) => {
    if (reason === "workspace_exists")
      return `There is a workspace "${slug}" here already, or one with the same identifier.`;
    if (reason === "database_not_empty")
      return "A backup of everything goes into an empty database only: give a new folder with --data.";
    return `${folder} cannot be used: ${String(reason).replaceAll("_", " ")}.`;
  },
  ledger_broken: ({ reason }) =>
    reason === "head_missing"
      ? "The head of this workspace's ledger is gone, so nothing is added to the record. See: warmline verify"
      : "The ledger is not signed with the key of this installation, so nothing is added to the record. Give the right LEDGER_KEY, or see: warmline verify, warmline adopt",
};

/** The sentence for a failure of the installation; `undefined` for every other. */
export function setupMessage(error: unknown): string | undefined {
  if (error instanceof AppError) return MESSAGES[error.code]?.(error.details);
  if (isCode(error, diskFull))
    return "The disk of the database is full. Free some space and try again; nothing is lost.";
  if (isCode(error, "EADDRINUSE"))
    return "Another program listens at this address already. Stop it, or give another port with --port.";
  if (isCode(error, "EACCES") && isListening(error))
    return "This user may not listen at that port. Give one above 1023 with --port.";
  if (isCode(error, "ENOTFOUND") || isCode(error, "EADDRNOTAVAIL"))
    return "This machine has no such address. Give one of its own with --host, or leave --host out.";
  return undefined;
}

/** PostgreSQL's code, for a statement that it had to give up. */
const diskFull = "53100";

function isListening(error: unknown): boolean {
  return error instanceof Error && "syscall" in error && error.syscall === "listen";
}

function list(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
