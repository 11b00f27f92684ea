import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { usePageTitle } from "#web/platform/page-title.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";

/** For an address that leads nowhere. */
export function PageMissing() {
  const { t } = useTranslation("platform");
  usePageTitle(t("missing.title"));
  return (
    <EmptyState title={t("missing.title")} text={t("missing.text")}>
      <Button component={Link} to="/">
        {t("missing.back")}
      </Button>
    </EmptyState>
  );
}
