import { useTranslation } from "react-i18next";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Page } from "#web/ui/page.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";

/** Who to call now, and why. */
export function TodayPage() {
  const { t } = useTranslation("call-queue");
  return (
    <Page>
      <PageHeader title={t("today.title")} />
      <EmptyState title={t("firstRun.title")} text={t("firstRun.text")} />
    </Page>
  );
}
