import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Language } from "#api/settings.ts";
import { languageNames, languages, rememberLanguage } from "#web/platform/languages.ts";
import { switchLanguage } from "#web/platform/messages.ts";

/** For screens outside the frame: each language in its own words. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation("platform");
  return (
    <Group gap={4} role="group" aria-label={t("person.language")}>
      {languages.map((each) => (
        <Button
          key={each}
          lang={each}
          size="compact-sm"
          variant="subtle"
          aria-pressed={i18n.language === each}
          td={i18n.language === each ? "underline" : "none"}
          onClick={() => choose(each)}
        >
          {languageNames[each]}
        </Button>
      ))}
    </Group>
  );
}

function choose(language: Language): void {
  rememberLanguage(language);
  void switchLanguage(language); // nothing waits for it: the texts change when they are there
}
