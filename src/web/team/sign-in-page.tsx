import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { PublicPage } from "#web/team/public-page.tsx";
import { SignInForm } from "#web/team/sign-in-form.tsx";

/** Only a path of our own: a link must not lead people who sign in to somewhere else. */
function nextPath(): string {
  const next = new URLSearchParams(window.location.search).get("next") ?? "/";
  const target = URL.canParse(next, window.location.origin) ? new URL(next, window.location.origin) : undefined;
  return target?.origin === window.location.origin ? target.pathname + target.search + target.hash : "/";
}

export function SignInPage() {
  const { t } = useTranslation("team");
  return (
    <PublicPage title={t("signIn.title")}>
      <SignInForm onDone={() => window.location.assign(nextPath())} />
      <Text size="sm" c="dimmed">
        {t("signIn.forgot")}
      </Text>
    </PublicPage>
  );
}
