import type { Language } from "#api/settings.ts";
import { switchLanguage } from "#web/platform/messages.ts";

/** Switches the screen to a language, and keeps the choice. */
export function useChooseLanguage(): (language: Language) => void {
  return (language) => {
    void switchLanguage(language); // nothing to wait for: the texts change when they are there
  };
}
