import type { Language, Preset } from "#api/settings.ts";
import { defaultPlaybook } from "#domain/playbooks/default-playbooks.ts";
import type { PlaybookContent } from "#domain/playbooks/playbook.ts";
import type { Context } from "#server/platform/context.ts";
import { readNewest } from "#server/playbooks/queries.ts";

export const defaultProfile = "default";

export type LoadedPlaybook = {
  id: string | null;
  profile: string;
  language: Language;
  version: number;
  content: PlaybookContent;
};

/** Both kinds of Chinese are read by whoever reads one of them. */
const related: Partial<Record<Language, Language>> = { "zh-Hans": "zh-Hant", "zh-Hant": "zh-Hans" };

/**
 * What a rep says to people of this profile: the profile's own playbook in that language or a related one, else
 * the workspace's, else what the industry starts from. It is never in a language that was not asked for.
 */
export async function loadPlaybook(
  tx: Context,
  { profile, language, preset }: { profile: string; language: Language; preset: Preset },
): Promise<LoadedPlaybook> {
  const stored = await readNewest(tx, [profile, defaultProfile]);
  const other = related[language];
  for (const wanted of [profile, defaultProfile]) {
    for (const tongue of other ? [language, other] : [language]) {
      const found = stored.find((each) => each.profile === wanted && each.language === tongue);
      if (found) return found;
    }
  }
  return { id: null, profile: defaultProfile, language, version: 0, content: defaultPlaybook(preset, language) };
}
