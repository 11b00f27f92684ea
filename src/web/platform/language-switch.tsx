import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { languageNames, languages } from "#web/platform/languages.ts";
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
          onClick={() => void switchLanguage(each)}
        >
          {languageNames[each]}
        </Button>
      ))}
    </Group>
  );
}
