import { Button, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Brief } from "#api/brief.ts";
import type { QueueTab } from "#api/queue.ts";
import classes from "#web/call-queue/brief-panel.module.css";
import { EvidenceDialog } from "#web/call-queue/evidence-dialog.tsx";
import { useFactText } from "#web/call-queue/fact-text.ts";
import { GateBox } from "#web/call-queue/gate-box.tsx";
import { workOf } from "#web/call-queue/person-line.ts";
import { Segments } from "#web/call-queue/segments.tsx";
import today from "#web/call-queue/today.module.css";
import { useBrief } from "#web/call-queue/use-brief.ts";
import type { PersonActions } from "#web/call-queue/use-today-commands.ts";
import { Duties } from "#web/gate/duties.tsx";
import { useMay } from "#web/platform/session.ts";
import { KeyHint } from "#web/ui/key-hint.tsx";
import { LinkButton } from "#web/ui/link-button.tsx";
import { LocalTime } from "#web/ui/local-time.tsx";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";
import { TemperatureBadge } from "#web/ui/temperature-badge.tsx";

type Props = { contactId: string | undefined; isPage: boolean; tab: QueueTab; actions: PersonActions | undefined };

const shownMax = 5;

/** The essence of one brief: may I call, what do I say first, what do I ask, how do we know each other. */
export function BriefPanel({ contactId, isPage, tab, actions }: Props) {
  const { t } = useTranslation("call-queue");
  const { data: brief, error, isPending, refetch } = useBrief(contactId);
  return (
    <aside className={today.panel} aria-label={brief ? t("brief.label", { name: brief.contact.name }) : undefined}>
      {isPage && (
        <LinkButton
          to="/today"
          search={{ tab }}
          variant="subtle"
          size="compact-sm"
          leftSection={<IconArrowLeft size={16} aria-hidden />}
          className={classes.back}
        >
          {t("today.back")}
        </LinkButton>
      )}
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!contactId && (
        <Text c="dimmed" p="lg">
          {t("brief.unavailable")}
        </Text>
      )}
      {contactId && isPending && <PanelSkeleton />}
      {brief && <Essence brief={brief} />}
      {brief && actions && <Actions brief={brief} actions={actions} />}
    </aside>
  );
}

function Essence({ brief }: { brief: Brief }) {
  const { t } = useTranslation("call-queue");
  const { contact, playbook, timeline } = brief;
  const objection = playbook.objections[0];
  const [evidenceOf, setEvidenceOf] = useState<string>();
  return (
    <div className={classes.essence} data-temperature={brief.temperature}>
      <Group gap="xs">
        <Title order={2} fz="xl">
          {contact.name}
        </Title>
        <TemperatureBadge temperature={brief.temperature} />
      </Group>
      <Text c="dimmed" mb="sm">
        {placeLine(brief, t)}
      </Text>
      <GateBox brief={brief} onEvidence={setEvidenceOf} />
      <Duties decision={brief.decision} />
      <h3 className={classes.heading}>{t("brief.openWith")}</h3>
      <p className={classes.say}>
        <Segments segments={playbook.opening} onEvidence={setEvidenceOf} />
      </p>
      {playbook.questions.length > 0 && (
        <>
          <h3 className={classes.heading}>{t("brief.findOut")}</h3>
          <ul className={classes.questions}>
            {playbook.questions.slice(0, 3).map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </>
      )}
      {objection && (
        <>
          <h3 className={classes.heading}>{t("brief.ifTheySay", { words: objection.says })}</h3>
          <p className={classes.answer}>{objection.answer}</p>
        </>
      )}
      <h3 className={classes.heading}>{t("brief.know")}</h3>
      <Past timeline={timeline} onEvidence={setEvidenceOf} />
      <EvidenceDialog brief={brief} touchpointId={evidenceOf} onClose={() => setEvidenceOf(undefined)} />
    </div>
  );
}

function Past({ timeline, onEvidence }: { timeline: Brief["timeline"]; onEvidence: (id: string) => void }) {
  const { t } = useTranslation("call-queue");
  const factText = useFactText();
  if (timeline.length === 0) return <Text c="dimmed">{t("brief.knowNothing")}</Text>;
  return (
    <ul className={classes.past}>
      {timeline.slice(0, shownMax).map((touchpoint) => (
        <li key={touchpoint.id}>
          <span className={classes.day}>
            <LocalTime at={touchpoint.occurredAt} as="day" />
          </span>
          <button type="button" className={classes.fact} onClick={() => onEvidence(touchpoint.id)}>
            {factText(touchpoint)}
          </button>
        </li>
      ))}
    </ul>
  );
}

function Actions({ brief, actions }: { brief: Brief; actions: PersonActions }) {
  const { t } = useTranslation("call-queue");
  const mayCall = useMay("calls:make");
  const isAllowed = brief.decision.verdict === "allow";
  if (!mayCall) return null;
  return (
    <div className={classes.actions} data-temperature={brief.temperature}>
      <Button
        {...(isAllowed ? { className: classes.call ?? "" } : { variant: "default" })}
        onClick={actions.onCall}
        aria-keyshortcuts="c"
      >
        {t("brief.call")} <KeyHint keys="c" />
      </Button>
      <Button variant="default" onClick={actions.onLog} aria-keyshortcuts="l">
        {t("brief.log")} <KeyHint keys="l" />
      </Button>
      <Button variant="default" onClick={actions.onLater} aria-keyshortcuts="s">
        {t("brief.later")} <KeyHint keys="s" />
      </Button>
    </div>
  );
}

function PanelSkeleton() {
  return (
    <Stack p="lg" gap="md">
      <Skeleton height={24} width="50%" />
      <Skeleton height={70} />
      <Skeleton height={90} />
    </Stack>
  );
}

function placeLine({ contact }: Brief, t: ReturnType<typeof useTranslation<"call-queue">>["t"]): string {
  const place = [contact.place, contact.localTime && t("brief.there", { time: contact.localTime })];
  return [workOf(contact), place.filter(Boolean).join(", ")].filter(Boolean).join(" · ");
}
