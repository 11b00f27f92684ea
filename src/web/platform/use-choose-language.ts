import { useMutation, useQueryClient } from "@tanstack/react-query";
import { changeMe } from "#api/account.ts";
import type { Language } from "#api/settings.ts";
import { rememberLanguage } from "#web/platform/languages.ts";
import { switchLanguage } from "#web/platform/messages.ts";
import { request } from "#web/platform/request.ts";
import { sessionQuery } from "#web/platform/session.ts";

/** Switches the screen to a language at once, and keeps the choice with the person. */
export function useChooseLanguage(): (language: Language) => void {
  const queryClient = useQueryClient();
  const keep = useMutation({
    mutationFn: async (language: Language) => {
      rememberLanguage(language);
      await switchLanguage(language);
      await request(changeMe, { language });
    },
    onSuccess: () => queryClient.invalidateQueries(sessionQuery),
  });
  return keep.mutate;
}
