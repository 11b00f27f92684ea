import type { Playbook, PlaybookContent, RestorePlaybook, SavePlaybook } from "#api/playbooks.ts";
import { AppError } from "#domain/errors.ts";
import { flawsOfTemplate } from "#domain/playbooks/template.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { requireVersion } from "#server/playbooks/get-playbook.ts";
import { insertVersion, readVersions } from "#server/playbooks/queries.ts";

/** Saves a new version; refused where somebody has saved since, and where a template names what nothing proves. */
export async function savePlaybook(
  ctx: Context,
  { profile, language, basedOn, content }: SavePlaybook,
): Promise<Playbook> {
  const flaws = flawsOf(content);
  if (flaws.length > 0) throw new AppError("placeholder_unknown", { flaws });
  return transaction(ctx, async (tx) => {
    const [newest] = await readVersions(tx, profile, language);
    if ((newest?.version ?? 0) !== basedOn) throw new AppError("playbook_changed", { version: newest?.version ?? 0 });
    return append(tx, { profile, language, version: basedOn + 1, content });
  });
}

/** Makes an older version the newest one again; what stood between stays. */
export async function restorePlaybook(
  ctx: Context,
  { profile, language, version }: RestorePlaybook,
): Promise<Playbook> {
  return transaction(ctx, async (tx) => {
    const { content } = await requireVersion(tx, { profile, language, version });
    const [newest] = await readVersions(tx, profile, language);
    return append(tx, { profile, language, version: (newest?.version ?? 0) + 1, content });
  });
}

async function append(
  tx: Context,
  row: Pick<Playbook, "profile" | "language" | "version" | "content">,
): Promise<Playbook> {
  if (!(await insertVersion(tx, row))) throw new AppError("playbook_changed", { version: row.version });
  return requireVersion(tx, row);
}

/** Where in the playbook, and what. */
function flawsOf({ openings, value, voicemail, gatekeeper, close }: PlaybookContent) {
  const templates = { ...prefixed(openings), value, voicemail, gatekeeper, close };
  return Object.entries(templates).flatMap(([field, template]) =>
    flawsOfTemplate(template).map((flaw) => ({ field, ...flaw })),
  );
}

function prefixed(openings: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(openings).map(([kind, template]) => [`openings.${kind}`, template]));
}
