import type { z } from "zod";
import type { listPlaybooks as endpoint } from "#api/playbooks.ts";
import { playbookLanguages } from "#domain/playbooks/playbook.ts";
import { placeholders } from "#domain/playbooks/template.ts";
import { type Context, transaction } from "#server/platform/context.ts";
import { defaultProfile } from "#server/playbooks/load-playbook.ts";
import { readNewest } from "#server/playbooks/queries.ts";

/** Every profile and language that has a playbook; the default profile has one in each language. */
export async function listPlaybooks(ctx: Context): Promise<z.output<typeof endpoint.output>> {
  return transaction(ctx, async (tx) => {
    const stored = await readNewest(tx);
    const untouched = playbookLanguages.filter(
      (language) => !stored.some((each) => each.profile === defaultProfile && each.language === language),
    );
    const defaults = untouched.map((language) => ({
      id: null,
      profile: defaultProfile,
      language,
      version: 0,
      savedAt: null,
      savedBy: null,
    }));
    return { items: [...defaults, ...stored], placeholders: [...placeholders] };
  });
}
