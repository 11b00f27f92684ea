import { Button, Drawer, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Contact } from "#api/contacts.ts";
import type { Touchpoint } from "#api/touchpoints.ts";
import classes from "#web/contacts/contact.module.css";
import { Evidence } from "#web/contacts/evidence.tsx";
import { Panel } from "#web/contacts/panel.tsx";
import { RetractDialog } from "#web/contacts/retract-dialog.tsx";
import { TimelineEntry } from "#web/contacts/timeline-entry.tsx";
import { TouchpointForm } from "#web/contacts/touchpoint-form.tsx";
import { useTimeline } from "#web/contacts/use-touchpoints.ts";
import { useMay } from "#web/platform/session.ts";
import { useCommands } from "#web/platform/shortcuts.ts";
import { KeyHint } from "#web/ui/key-hint.tsx";
import { Loading } from "#web/ui/loading.tsx";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";

type Props = {
  contact: Contact;
  evidenceOf: string | undefined;
  onEvidence: (touchpointId: string | undefined) => void;
};

/** What happened between us, the newest first, each with its proof one click away. */
export function Timeline({ contact, evidenceOf, onEvidence }: Props) {
  const { t } = useTranslation("contacts");
  const mayWrite = useMay("contacts:write") && contact.state === "active";
  const [isAdding, setAdding] = useState(false);
  const [toRetract, setToRetract] = useState<Touchpoint>();
  const add = { id: "add-touchpoint", label: t("touch.add"), keys: "t", run: () => setAdding(true) };
  useCommands(mayWrite ? [add] : []);
  return (
    <Panel
      title={t("touch.title")}
      action={
        mayWrite && (
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconPlus size={14} aria-hidden />}
            aria-keyshortcuts="t"
            onClick={() => setAdding(true)}
          >
            {t("touch.add")} <KeyHint keys="t" />
          </Button>
        )
      }
    >
      <Entries contactId={contact.id} onEvidence={onEvidence} onRetract={setToRetract} />
      <TouchpointForm contact={contact} opened={isAdding} onClose={() => setAdding(false)} />
      <RetractDialog touchpoint={toRetract} onClose={() => setToRetract(undefined)} />
      <Drawer
        opened={evidenceOf !== undefined}
        onClose={() => onEvidence(undefined)}
        position="right"
        size="md"
        title={t("evidence.title")}
        closeButtonProps={{ "aria-label": t("platform:close") }}
      >
        {evidenceOf && <Evidence touchpointId={evidenceOf} />}
      </Drawer>
    </Panel>
  );
}

type EntriesProps = {
  contactId: string;
  onEvidence: (touchpointId: string) => void;
  onRetract: (touchpoint: Touchpoint) => void;
};

function Entries({ contactId, onEvidence, onRetract }: EntriesProps) {
  const { t } = useTranslation("contacts");
  const timeline = useTimeline(contactId);
  if (timeline.error) return <ProblemAlert error={timeline.error} onRetry={() => void timeline.refetch()} />;
  if (timeline.isPending) return <Loading rows={4} height={44} />;
  if (timeline.entries.length === 0) return <Text c="dimmed">{t("touch.none")}</Text>;
  return (
    <>
      <ol className={classes.timeline}>
        {timeline.entries.map((touchpoint) => (
          <TimelineEntry
            key={touchpoint.id}
            touchpoint={touchpoint}
            onEvidence={() => onEvidence(touchpoint.id)}
            onRetract={() => onRetract(touchpoint)}
          />
        ))}
      </ol>
      {timeline.hasNextPage && (
        <Button
          variant="default"
          size="xs"
          mt="xs"
          loading={timeline.isFetchingNextPage}
          onClick={() => void timeline.fetchNextPage()}
        >
          {t("touch.more")}
        </Button>
      )}
    </>
  );
}
