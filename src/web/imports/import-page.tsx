import { Group, Text } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Import } from "#api/imports.ts";
import { useFormatName } from "#web/imports/format-name.ts";
import { ImportProgress } from "#web/imports/import-progress.tsx";
import { ImportResult } from "#web/imports/import-result.tsx";
import { NextFile } from "#web/imports/next-file.tsx";
import { PrepareImport } from "#web/imports/prepare-import.tsx";
import { UndoSection } from "#web/imports/undo-section.tsx";
import { type RowsShown, useImport } from "#web/imports/use-import.ts";
import { LinkButton } from "#web/ui/link-button.tsx";
import { Loading } from "#web/ui/loading.tsx";
import { LocalTime } from "#web/ui/local-time.tsx";
import { Page } from "#web/ui/page.tsx";
import { PageHeader } from "#web/ui/page-header.tsx";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";

const route = getRouteApi("/signed-in/frame/import/$importId");

/** One import, from the question what it is to the report of its undoing. */
export function ImportPage() {
  const { importId } = route.useParams();
  const { rows } = route.useSearch();
  const { data, error, isPending, refetch } = useImport(importId);
  return (
    <Page>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {isPending && <Loading rows={4} />}
      {data && <OneImport key={data.id} of={data} shown={rows} />}
    </Page>
  );
}

function OneImport({ of, shown }: { of: Import; shown: RowsShown | undefined }) {
  const { t } = useTranslation("imports");
  const isPrepared = of.state !== "waiting" && of.state !== "uploading";
  return (
    <>
      <PageHeader title={of.fileName} summary={<Origin of={of} />}>
        <LinkButton to="/import" variant="default">
          {t("back")}
        </LinkButton>
      </PageHeader>
      {of.state === "uploading" && <Text role="status">{t("upload.uploading")}</Text>}
      {of.state === "waiting" && <PrepareImport of={of} />}
      {isPrepared && (
        <>
          <ImportProgress of={of} />
          <UndoSection of={of} />
          <ImportResult of={of} shown={shown} />
          <NextFile after={of.id} />
        </>
      )}
    </>
  );
}

function Origin({ of: { format, createdAt, createdBy } }: { of: Import }) {
  const { t } = useTranslation("imports");
  const formatName = useFormatName();
  return (
    <Group gap={6} component="span">
      {format && <span>{formatName(format)} ·</span>}
      <span>
        {t("origin", { name: createdBy.name })} · <LocalTime at={createdAt} />
      </span>
    </Group>
  );
}
