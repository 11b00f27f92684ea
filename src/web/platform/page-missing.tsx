import { useTranslation } from "react-i18next";
import { usePageTitle } from "#web/platform/page-title.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { LinkButton } from "#web/ui/link-button.tsx";

/** For an address that leads nowhere. */
export function PageMissing() {
  const { t } = useTranslation("platform");
  usePageTitle(t("missing.title"));
  return (
    <EmptyState title={t("missing.title")} text={t("missing.text")}>
      <LinkButton to="/">{t("missing.back")}</LinkButton>
    </EmptyState>
  );
}
