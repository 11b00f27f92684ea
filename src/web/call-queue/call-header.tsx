import { Anchor, Button, Group, Select, Text, Title } from "@mantine/core";
import { IconPhone } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Brief } from "#api/brief.ts";
import classes from "#web/call-queue/call.module.css";
import { CallTimer } from "#web/call-queue/call-timer.tsx";
import { workOf } from "#web/call-queue/person-line.ts";
import type { useCall } from "#web/call-queue/use-call.ts";
import { useCommands } from "#web/platform/shortcuts.ts";
import { KeyHint } from "#web/ui/key-hint.tsx";
import { TemperatureBadge } from "#web/ui/temperature-badge.tsx";

type Props = {
  brief: Brief;
  call: ReturnType<typeof useCall>;
  onDial: () => void;
  pointId: string | undefined;
  onPoint: (pointId: string) => void;
  mayDial: boolean;
};

/** Who is called, where and what time it is there; the way to dial, later the running clock. */
export function CallHeader({ brief, call, onDial, pointId, onPoint, mayDial }: Props) {
  const { t } = useTranslation("call-queue");
  const navigate = useNavigate();
  const { contact, temperature } = brief;
  const canDial = mayDial && !call.attempt && !call.reported && brief.decision.verdict === "allow";
  const leave = () => void navigate({ to: "/today" });
  useCommands([
    ...(canDial ? [{ id: "dial", label: t("call.dial"), keys: "c", run: onDial }] : []),
    { id: "leave", label: t("call.backToday"), keys: "t", run: leave },
  ]);
  const place = [contact.place, contact.localTime && t("brief.there", { time: contact.localTime })];
  return (
    <header className={classes.header}>
      <Group gap="sm" wrap="nowrap" miw={0} className={classes.person}>
        <Title order={1} fz="1.1875rem">
          {contact.name}
        </Title>
        <TemperatureBadge temperature={temperature} />
        <Text c="dimmed" className={classes.meta}>
          {[workOf(contact), place.filter(Boolean).join(", ")].filter(Boolean).join(" · ")}
        </Text>
      </Group>
      <Group gap="xs" wrap="nowrap" className={classes.dial}>
        {call.attempt && <DialLink call={call} />}
        {call.attempt && <CallTimer since={call.attempt.startedAt} />}
        {!call.attempt && !call.reported && <NumberChoice brief={brief} pointId={pointId} onPoint={onPoint} />}
        {!call.attempt && !call.reported && (
          <Button
            className={classes.call ?? ""}
            leftSection={<IconPhone size={16} aria-hidden />}
            onClick={onDial}
            loading={call.dial.isPending}
            disabled={!canDial}
            aria-keyshortcuts="c"
          >
            {t("call.dial")} <KeyHint keys="c" />
          </Button>
        )}
        {!call.attempt && (
          <Button variant="default" onClick={leave} aria-keyshortcuts="t">
            {t("call.leave")} <KeyHint keys="t" />
          </Button>
        )}
      </Group>
    </header>
  );
}

/** The link exists only where the gate has agreed and the attempt is written down; it is followed by itself, once. */
function DialLink({ call }: { call: Props["call"] }) {
  const { t } = useTranslation("call-queue");
  const link = useRef<HTMLAnchorElement>(null);
  const started = call.dial.data;
  useEffect(() => {
    if (started) link.current?.click();
  }, [started]);
  if (!started) {
    // The page was loaded anew during a call: starting it again gives the same call with its number.
    return (
      <Button variant="default" onClick={() => call.dial.mutate({})} loading={call.dial.isPending}>
        {t("call.dialAgain")}
      </Button>
    );
  }
  return (
    <Anchor ref={link} href={started.tel} fw={600} className={classes.tel}>
      {t("call.dialNumber", { number: started.attempt.phone })}
    </Anchor>
  );
}

function NumberChoice({ brief, pointId, onPoint }: Pick<Props, "brief" | "pointId" | "onPoint">) {
  const { t } = useTranslation("call-queue");
  const phones = brief.points.filter(({ kind, state }) => kind === "phone" && state === "active");
  const first = phones[0];
  if (!first) return null;
  if (phones.length === 1) return <Text c="dimmed">{first.value}</Text>;
  return (
    <Select
      aria-label={t("call.number")}
      data={phones.map(({ id, value, label }) => ({ value: id, label: label ? `${value} · ${label}` : value }))}
      value={pointId ?? first.id}
      onChange={(chosen) => chosen && onPoint(chosen)}
      allowDeselect={false}
      w={210}
    />
  );
}
