import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ListedSuppression } from "#api/compliance.ts";
import { LiftDialog } from "#web/contacts/lift-dialog.tsx";
import { SuppressionDialog } from "#web/permissions/suppression-dialog.tsx";
import { useChangeRecord, useSuppressions } from "#web/permissions/use-record.ts";
import { WhoseFilter, WhoseLink } from "#web/permissions/whose.tsx";
import { useNow } from "#web/platform/clock.ts";
import { useDates } from "#web/platform/dates.ts";
import { useMay } from "#web/platform/session.ts";
import { useCommands } from "#web/platform/shortcuts.ts";
import { KeyHint } from "#web/ui/key-hint.tsx";
import { LinkButton } from "#web/ui/link-button.tsx";
import { RecordLine, RecordList } from "#web/ui/record-list.tsx";
import { SectionHead } from "#web/ui/section-head.tsx";

const route = getRouteApi("/signed-in/frame/compliance/suppressions");

/** Every standing no: of a person on all numbers, of a number for everybody. */
export function SuppressionsPage() {
  const { t } = useTranslation("permissions");
  const search = route.useSearch();
  const navigate = useNavigate();
  const pages = useSuppressions(search);
  const record = useChangeRecord();
  const mayRecord = useMay("suppressions:record");
  const mayPropose = useMay("exceptions:propose");
  const mayRead = useMay("exceptions:read");
  const [isAdding, setAdding] = useState(false);
  const [lifted, setLifted] = useState<string>();
  useCommands(mayRecord ? [{ id: "new-no", label: t("suppressions.new"), keys: "n", run: () => setAdding(true) }] : []);
  return (
    <>
      <SectionHead title={t("suppressions.title")} text={t("suppressions.text")}>
        {mayRead && (
          <LinkButton to="/compliance/exceptions" variant="default">
            {t("suppressions.proposals")}
          </LinkButton>
        )}
        {mayRecord && (
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setAdding(true)}
            aria-keyshortcuts="n"
          >
            {t("suppressions.new")} <KeyHint keys="n" />
          </Button>
        )}
      </SectionHead>
      <WhoseFilter
        search={search}
        onChange={(next) => void navigate({ to: "/compliance/suppressions", search: next, replace: true })}
      />
      <RecordList
        pages={pages}
        label={t("suppressions.title")}
        empty={{ title: t("suppressions.none"), text: t("suppressions.noneText") }}
      >
        {(no) => <Line no={no} onLift={mayPropose ? () => setLifted(no.id) : undefined} />}
      </RecordList>
      <SuppressionDialog key={String(isAdding)} opened={isAdding} onClose={() => setAdding(false)} record={record} />
      <LiftDialog id={lifted} onClose={() => setLifted(undefined)} />
    </>
  );
}

function Line({ no, onLift }: { no: ListedSuppression; onLift: (() => void) | undefined }) {
  const { t } = useTranslation("permissions");
  const dates = useDates();
  const now = useNow();
  const { contactId, contactName, point, kind, channels, scope, saidAt, endedAt, ending } = no;
  const date = (at: Date) => dates.date(at, undefined, now);
  const facts = [
    t("contacts:permission.said", { date: date(saidAt) }),
    channels
      ? dates.list(channels.map((each) => t(`contacts:channel.${each}`, { defaultValue: each })))
      : t("contacts:permission.allChannels"),
    point === null ? t("contacts:permission.person") : contactId && point,
    scope,
    endedAt && ending && t(`contacts:permission.ended.${ending}`, { date: date(endedAt) }),
  ];
  return (
    <RecordLine
      title={
        <span style={endedAt ? { color: "var(--wl-soft)" } : undefined}>
          <WhoseLink contactId={contactId} name={contactName} point={point} /> · {t(`contacts:suppression.${kind}`)}
        </span>
      }
      aside={
        onLift &&
        !endedAt && (
          <Button
            variant="default"
            size="compact-sm"
            onClick={onLift}
            aria-label={t("suppressions.liftOf", { name: contactName ?? point ?? "" })}
          >
            {t("contacts:lift.open")}
          </Button>
        )
      }
    >
      {facts.filter(Boolean).join(" · ")}
    </RecordLine>
  );
}
