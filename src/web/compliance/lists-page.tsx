import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ListCopy } from "#api/number-lists.ts";
import { ListUploadForm } from "#web/compliance/list-upload-form.tsx";
import { ListsTable } from "#web/compliance/lists-table.tsx";
import { useLists } from "#web/compliance/use-lists.ts";
import { WithdrawDialog } from "#web/compliance/withdraw-dialog.tsx";
import { usePageTitle } from "#web/platform/page-title.ts";
import { useMay } from "#web/platform/session.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Loading } from "#web/ui/loading.tsx";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";
import { Section } from "#web/ui/section.tsx";

/** The do-not-call lists that the gate looks into, with their age; and the way to bring a newer copy. */
export function ListsPage() {
  const { t } = useTranslation("compliance");
  usePageTitle(t("tabs.lists"));
  const { copies, upload, withdraw } = useLists();
  const mayImport = useMay("lists:import");
  const mayWithdraw = useMay("lists:withdraw");
  const [chosen, setChosen] = useState<ListCopy>();
  const items = copies.data?.items ?? [];
  return (
    <>
      {copies.isPending && <Loading rows={3} />}
      {copies.error && <ProblemAlert error={copies.error} onRetry={() => void copies.refetch()} />}
      {copies.data && items.length === 0 && <EmptyState title={t("lists.none")} text={t("lists.noneText")} />}
      {items.length > 0 && <ListsTable copies={items} onWithdraw={mayWithdraw ? setChosen : undefined} />}
      {mayImport && (
        <Section title={t("upload.title")} text={t("upload.text")}>
          <ListUploadForm upload={upload} />
        </Section>
      )}
      <WithdrawDialog copy={chosen} withdraw={withdraw} onClose={() => setChosen(undefined)} />
    </>
  );
}
