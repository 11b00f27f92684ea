import { useTranslation } from "react-i18next";
import { OwnRulesSection } from "#web/team/own-rules-section.tsx";
import { useWorkspace } from "#web/team/use-workspace.ts";
import { LinkButton } from "#web/ui/link-button.tsx";
import { Loading } from "#web/ui/loading.tsx";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";
import { SectionHead } from "#web/ui/section-head.tsx";

/** What this workspace asks of itself beside the law: hours, caps, spacing, countries. Never weaker than law. */
export function OwnRulesPage() {
  const { t } = useTranslation("permissions");
  const { workspace } = useWorkspace();
  return (
    <>
      <SectionHead title={t("own.title")} text={t("own.text")}>
        <LinkButton to="/compliance/packs/$pack" params={{ pack: "policy" }} variant="default">
          {t("own.pack")}
        </LinkButton>
      </SectionHead>
      {workspace.isPending && <Loading rows={4} />}
      {workspace.error && <ProblemAlert error={workspace.error} onRetry={() => void workspace.refetch()} />}
      {workspace.data && <OwnRulesSection settings={workspace.data.settings} />}
    </>
  );
}
