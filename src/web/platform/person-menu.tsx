import { Menu, Text, UnstyledButton, useMantineColorScheme } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import classes from "#web/platform/frame.module.css";
import { languageNames, languages } from "#web/platform/languages.ts";
import { useSession } from "#web/platform/session.ts";
import { signOut } from "#web/platform/sign-out.ts";
import { useChooseLanguage } from "#web/platform/use-choose-language.ts";

const schemes = ["auto", "light", "dark"] as const;

/** Who is signed in, with what he may choose on every screen: language and light. */
export function PersonMenu() {
  const { t, i18n } = useTranslation("platform");
  const { user } = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const chooseLanguage = useChooseLanguage();
  const check = (on: boolean) => (on ? <IconCheck size={16} aria-hidden /> : <span />);
  return (
    <Menu position="top-start" width={220} shadow="md">
      <Menu.Target>
        <UnstyledButton className={classes.person} aria-label={t("person.menu", { name: user.name })}>
          <Text truncate>{user.name}</Text>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t("person.language")}</Menu.Label>
        {languages.map((each) => (
          <Menu.Item
            key={each}
            lang={each}
            rightSection={check(i18n.language === each)}
            onClick={() => chooseLanguage(each)}
          >
            {languageNames[each]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t("person.light")}</Menu.Label>
        {schemes.map((each) => (
          <Menu.Item key={each} rightSection={check(colorScheme === each)} onClick={() => setColorScheme(each)}>
            {t(`person.scheme.${each}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item component={Link} to="/settings/account">
          {t("person.account")}
        </Menu.Item>
        <Menu.Item onClick={() => void signOut()}>{t("person.signOut")}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
