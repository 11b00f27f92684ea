import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { BackToToday } from "#web/call-queue/back-to-today.tsx";
import { CallWorkspace } from "#web/call-queue/call-workspace.tsx";
import { useBrief } from "#web/call-queue/use-brief.ts";
import { useCurrentCall } from "#web/call-queue/use-current-call.ts";
import { FrameCommands } from "#web/platform/frame-commands.tsx";
import { usePageTitle } from "#web/platform/page-title.ts";
import { Loading } from "#web/ui/loading.tsx";
import { Page } from "#web/ui/page.tsx";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";

const route = getRouteApi("/signed-in/call/$contactId");

/** One call: the brief, the notes, what came of it, and the next person. */
export function CallPage() {
  const { t } = useTranslation("call-queue");
  const { contactId } = route.useParams();
  const { script } = route.useSearch();
  const brief = useBrief(contactId, script);
  const current = useCurrentCall();
  usePageTitle(brief.data ? t("call.title", { name: brief.data.contact.name }) : t("today.title"));

  if (brief.error || current.error) {
    const retry = () => void Promise.all([brief.refetch(), current.refetch()]);
    return (
      <Page maxWidth={640}>
        <ProblemAlert error={brief.error ?? current.error} onRetry={retry} />
        <BackToToday />
      </Page>
    );
  }
  if (!brief.data || !current.data) {
    return (
      <Page>
        <Loading />
      </Page>
    );
  }
  return (
    <>
      <FrameCommands withScreens={false} />
      <CallWorkspace key={contactId} brief={brief.data} />
    </>
  );
}
