import { Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Contact, WarmthReason } from "#api/contacts.ts";
import { forever } from "#domain/temperature/standing.ts";
import classes from "#web/contacts/contact.module.css";
import { Panel } from "#web/contacts/panel.tsx";
import { useNow } from "#web/platform/clock.ts";
import { useDates } from "#web/platform/dates.ts";
import { useKindName } from "#web/ui/kind-name.ts";
import { TemperatureBadge } from "#web/ui/temperature-badge.tsx";
import { WindowBar } from "#web/ui/window-bar.tsx";

type Props = { contact: Contact; onEvidence: (touchpointId: string) => void };

/** How warm, and by what: every reason leads to what proves it. */
export function WarmthPanel({ contact, onEvidence }: Props) {
  const { t } = useTranslation("contacts");
  const now = useNow();
  const { temperature, heat, window, reasons, closedBecause, provenance } = contact;
  return (
    <Panel title={t("warmth.title")}>
      <Group gap="md" align="center">
        <TemperatureBadge temperature={temperature} />
        <Until contact={contact} />
        <Group gap={8}>
          <span className={classes.soft}>{t("heat.label")}</span>
          <strong>{Math.round(heat)}</strong>
          <span className={classes.heat} data-temperature={temperature} aria-hidden>
            <span style={{ width: `${Math.round(heat)}%` }} />
          </span>
        </Group>
        <WindowBar window={window} temperature={temperature} now={now} />
      </Group>
      {reasons.length > 0 ? (
        <ul className={classes.reasons}>
          {reasons.map((reason) => (
            <Reason
              key={`${reason.code} ${reason.touchpointId} ${reason.kind}`}
              reason={reason}
              onEvidence={onEvidence}
            />
          ))}
        </ul>
      ) : (
        <Text mt="xs" c="dimmed">
          {t(provenance === "list" ? "warmth.coldList" : "warmth.cold")}
        </Text>
      )}
      {closedBecause && (
        <p className={`${classes.notice} ${closedBecause === "suppressed" ? (classes.refusal ?? "") : ""}`}>
          {t(`closed.${closedBecause}.text`)}
        </p>
      )}
    </Panel>
  );
}

function Until({ contact: { temperature, hotUntil, warmUntil } }: { contact: Contact }) {
  const { t } = useTranslation("contacts");
  const dates = useDates();
  const now = useNow();
  const until = temperature === "hot" ? hotUntil : temperature === "warm" ? warmUntil : null;
  if (!until) return null;
  const text = until >= forever ? t("warmth.noEnd") : t("warmth.until", { date: dates.date(until, undefined, now) });
  return <span className={classes.soft}>{text}</span>;
}

function Reason({ reason, onEvidence }: { reason: WarmthReason; onEvidence: Props["onEvidence"] }) {
  const text = useReasonText(reason);
  const { touchpointId } = reason;
  return (
    <li>
      {touchpointId ? (
        <button type="button" className={classes.link} onClick={() => onEvidence(touchpointId)}>
          {text}
        </button>
      ) : (
        text
      )}
    </li>
  );
}

function useReasonText({ code, kind, at, until, share }: WarmthReason): string {
  const { t } = useTranslation("contacts");
  const dates = useDates();
  const kindName = useKindName();
  const now = useNow();
  const date = dates.date(at, undefined, now);
  const end = until ? dates.date(until, undefined, now) : "";
  switch (code) {
    case "expects_call":
      return t("reason.expects_call", { kind: kindName(kind), date, until: end });
    case "opens_window":
      return t("reason.opens_window", { kind: kindName(kind), date });
    case "keeps_warm":
      return t("reason.keeps_warm", { kind: kindName(kind), date, until: end });
    case "adds_heat":
      return t("reason.adds_heat", { kind: kindName(kind), date, percent: Math.round((share ?? 0) * 100) });
    case "relationship":
      return t(`reason.relationship.${kind}`, { date, defaultValue: t("reason.relationship.other", { date }) });
  }
}
