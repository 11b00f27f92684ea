import type { GetPlaybook, Playbook, PlaybookAnswer } from "#api/playbooks.ts";
import { AppError } from "#domain/errors.ts";
import { defaultPlaybook } from "#domain/playbooks/default-playbooks.ts";
import { placeholders } from "#domain/playbooks/template.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { readVersion, readVersions } from "#server/playbooks/queries.ts";
import { loadWorkspace } from "#server/team/load-workspace.ts";

/** A playbook with the list of its versions. Version 0 is what the industry starts from; every playbook has it. */
export async function getPlaybook(ctx: Context, { profile, language, version }: GetPlaybook): Promise<PlaybookAnswer> {
  return transaction(ctx, async (tx) => {
    const versions = await readVersions(tx, profile, language);
    const playbook = await requireVersion(tx, { profile, language, version: version ?? versions[0]?.version ?? 0 });
    const { content, ...zero } = await requireVersion(tx, { profile, language, version: 0 });
    return { playbook, versions: [...versions, zero], placeholders: [...placeholders] };
  });
}

type Wanted = Pick<Playbook, "profile" | "language" | "version">;

export async function requireVersion(tx: Context, wanted: Wanted): Promise<Playbook> {
  if (wanted.version > 0) {
    const stored = await readVersion(tx, wanted);
    if (!stored) throw new AppError("not_found", wanted);
    return stored;
  }
  const { preset } = await loadWorkspace(tx);
  const content = defaultPlaybook(preset, wanted.language);
  return { ...wanted, id: null, content, savedAt: null, savedBy: null };
}
