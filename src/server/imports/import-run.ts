import type { ImportOptions } from "#api/imports.ts";
import { AppError } from "#domain/errors.ts";
import { isValidTimeZone } from "#domain/time.ts";
import { contactReach } from "#server/contacts/visible-contacts.ts";
import { type AskedTouchpoint, askedTouchpoint } from "#server/imports/asked-touchpoint.ts";
import type { CandidateRules } from "#server/imports/candidate.ts";
import { type ImportedFields, loadImportedFields } from "#server/imports/imported-fields.ts";
import type { Context } from "#server/platform/context.ts";
import { type Stopwatch, stopwatch } from "#server/platform/stopwatch.ts";
import { loadWorkspace } from "#server/team/load-workspace.ts";
import { loadWorkspaceWarmth, type WorkspaceWarmth } from "#server/touchpoints/load-warmth-rules.ts";

/** Everything that holds for all rows of an import, looked up once. */
export type ImportRun = {
  importId: string;
  fileName: string;
  fileHash: string;
  format: string;
  options: ImportOptions;
  rules: CandidateRules;
  asked: AskedTouchpoint | null;
  /** For times that have no zone of their own. */
  timeZone: string;
  /** Whose contacts may be changed; null: everybody's. Nobody's are everybody's. */
  ownersWithinReach: ReadonlySet<string> | null;
  warmth: WorkspaceWarmth;
  fields: ImportedFields;
  /** Where the time goes; told in the log at its most talkative. */
  watch: Stopwatch;
};

export async function loadRun(
  tx: Context,
  stored: { id: string; fileName: string; fileHash: string | null; format: string },
  options: ImportOptions,
): Promise<ImportRun> {
  const workspace = await loadWorkspace(tx);
  const timeZone = options.timeZone ?? workspace.timeZone;
  if (!isValidTimeZone(timeZone)) {
    throw new AppError("invalid_input", { field: "timeZone", value: timeZone, reason: "time_zone_unknown" });
  }
  const warmth = await loadWorkspaceWarmth(tx);
  if (options.touchpoint && !warmth.rules.kinds.has(options.touchpoint)) {
    throw new AppError("invalid_input", { field: "touchpoint", value: options.touchpoint, reason: "kind_unknown" });
  }
  const members = await loadMembers(tx);
  const fields = await loadImportedFields(tx);
  const owners = new Map(members.map(({ email, userId }) => [email, userId]));
  return {
    importId: stored.id,
    fileName: stored.fileName,
    fileHash: stored.fileHash ?? "",
    format: stored.format,
    options,
    rules: {
      audience: options.audience ?? null,
      country: options.country ?? workspace.country,
      owners,
      defaultOwnerId: defaultOwner(tx, options, owners),
      fieldOf: fields.fieldOf,
    },
    timeZone,
    ownersWithinReach: await ownersWithinReach(tx, members),
    warmth,
    fields,
    asked: askedTouchpoint(options),
    watch: stopwatch(),
  };
}

type Member = { userId: string; email: string; teamId: string | null };

async function loadMembers(tx: Context): Promise<Member[]> {
  return tx.db
    .selectFrom("memberships")
    .innerJoin("users", "users.id", "memberships.userId")
    .select(["memberships.userId", "users.email", "memberships.teamId"])
    .where("memberships.workspaceId", "=", tx.actor.workspaceId)
    .where("memberships.deactivatedAt", "is", null)
    .execute();
}

/** A rep imports for himself; for everybody else new contacts are nobody's until somebody says whose. */
function defaultOwner(tx: Context, { ownerEmail }: ImportOptions, owners: ReadonlyMap<string, string>): string | null {
  if (!ownerEmail) return tx.actor.role === "rep" ? tx.actor.userId : null;
  const owner = owners.get(ownerEmail.toLowerCase());
  if (!owner) throw new AppError("invalid_input", { field: "owner", value: ownerEmail, reason: "not_a_member" });
  return owner;
}

async function ownersWithinReach(tx: Context, members: readonly Member[]): Promise<ReadonlySet<string> | null> {
  const reach = await contactReach(tx, "imports:run");
  if (reach === "all") return null;
  const { userId, teamId } = tx.actor;
  const near =
    reach === "own"
      ? members.filter((each) => each.userId === userId)
      : members.filter((each) => each.teamId === teamId);
  return new Set(near.map((each) => each.userId));
}
