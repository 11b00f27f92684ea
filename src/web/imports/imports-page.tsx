import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { DropZone } from "#web/imports/drop-zone.tsx";
import { ImportsList } from "#web/imports/imports-list.tsx";
import { UploadsList } from "#web/imports/uploads-list.tsx";
import { useImports } from "#web/imports/use-imports.ts";
import { useUploads } from "#web/imports/use-uploads.ts";
import { WhichExports } from "#web/imports/which-exports.tsx";
import { useMay } from "#web/platform/session.ts";
import { Loading } from "#web/ui/loading.tsx";
import { Page } from "#web/ui/page.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";

/** Where files come in, and what came in before. */
export function ImportsPage() {
  const { t } = useTranslation("imports");
  const navigate = useNavigate();
  const list = useImports();
  const { uploads, take, forget } = useUploads();
  const mayRun = useMay("imports:run");

  const onFiles = async (files: readonly File[]) => {
    const arrived = await take(files);
    const [only] = arrived;
    if (only && files.length === 1) await navigate({ to: "/import/$importId", params: { importId: only.id } });
  };

  return (
    <Page>
      <PageHeader title={t("title")} summary={t("summary")} />
      {mayRun && <DropZone onFiles={(files) => void onFiles(files)} />}
      <UploadsList uploads={uploads} onForget={forget} />
      {list.error && <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading rows={3} />}
      {list.imports.length > 0 && <ImportsList list={list} />}
      {list.isSuccess && <WhichExports isOpen={list.imports.length === 0} />}
    </Page>
  );
}
