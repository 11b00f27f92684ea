import { Button, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Brief, BriefTouchpoint } from "#api/brief.ts";
import classes from "#web/call-queue/call.module.css";
import { useFactText } from "#web/call-queue/fact-text.ts";
import { LocalTime } from "#web/ui/local-time.tsx";

type Props = { brief: Brief; onEvidence: (touchpointId: string) => void };

const contextMax = 4;

/** How we know each other, with the proof of each thing one click away; apart from it what is only context. */
export function CallPast({ brief, onEvidence }: Props) {
  const { t } = useTranslation("call-queue");
  return (
    <>
      <h2 className={classes.heading}>{t("brief.know")}</h2>
      {brief.timeline.length === 0 && <Text c="dimmed">{t("brief.knowNothing")}</Text>}
      <ul className={classes.timeline}>
        {brief.timeline.map((touchpoint) => (
          <li key={touchpoint.id} className={touchpoint.verification === "claimed" ? "" : (classes.proved ?? "")}>
            <Fact touchpoint={touchpoint} onEvidence={onEvidence} />
          </li>
        ))}
      </ul>
      <Context facts={brief.context} onEvidence={onEvidence} />
      {brief.contact.notes && <Text mt="sm">{brief.contact.notes}</Text>}
    </>
  );
}

function Context({ facts, onEvidence }: { facts: Brief["context"]; onEvidence: (id: string) => void }) {
  const { t } = useTranslation("call-queue");
  const [isWhole, setWhole] = useState(false);
  if (facts.length === 0) return null;
  // What nobody at the other end knows of comes first; it is what one must not mention by accident.
  const ordered = facts.toSorted((one, other) => Number(one.with !== null) - Number(other.with !== null));
  const shown = isWhole ? ordered : ordered.slice(0, contextMax);
  return (
    <>
      <h2 className={classes.heading}>{t("brief.context")}</h2>
      <ul className={classes.context}>
        {shown.map((touchpoint) => (
          <li key={touchpoint.id}>
            <span className={classes.mark}>
              {touchpoint.with ? t("brief.markAccount", { name: touchpoint.with.name }) : t("brief.markContext")}
            </span>
            <Fact touchpoint={touchpoint} onEvidence={onEvidence} />
            {!touchpoint.with && <small>{t("brief.contextWhy")}</small>}
          </li>
        ))}
      </ul>
      {shown.length < ordered.length && (
        <Button variant="default" size="compact-xs" onClick={() => setWhole(true)}>
          {t("brief.contextMore", { count: ordered.length - shown.length })}
        </Button>
      )}
    </>
  );
}

function Fact({ touchpoint, onEvidence }: { touchpoint: BriefTouchpoint; onEvidence: (id: string) => void }) {
  const { t } = useTranslation("call-queue");
  const factText = useFactText();
  const { id, occurredAt, verification } = touchpoint;
  const what = factText(touchpoint);
  return (
    <>
      <button
        type="button"
        className={classes.fact}
        onClick={() => onEvidence(id)}
        aria-label={t("call.evidence.open", { what })}
      >
        {what}
      </button>
      <small>
        <LocalTime at={occurredAt} as="day" /> · {t(`verification.${verification}`)}
      </small>
    </>
  );
}
