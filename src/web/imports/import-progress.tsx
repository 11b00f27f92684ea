import { Alert, Button, Group, Progress, Text } from "@mantine/core";
import { IconAlertCircle } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Import } from "#api/imports.ts";
import { Panel } from "#web/imports/panel.tsx";
import { useFailureText } from "#web/imports/reason-text.ts";
import { RefusalAlert } from "#web/imports/refusal-alert.tsx";
import { secondsLeft } from "#web/imports/time-left.ts";
import { useChangeImport } from "#web/imports/use-import.ts";
import { now } from "#web/platform/clock.ts";
import { useDates } from "#web/platform/dates.ts";
import { useMay } from "#web/platform/session.ts";

/** How far an import is, and the ways to stop it and to let it go on. */
export function ImportProgress({ of }: { of: Import }) {
  if (of.state === "running") return <Running key={of.continuedAt?.toISOString()} of={of} />;
  if (of.state === "stopped" || of.state === "failed") return <Halted of={of} />;
  return null;
}

function Running({ of }: { of: Import }) {
  const { t } = useTranslation("imports");
  const dates = useDates();
  const mayRun = useMay("imports:run");
  const { stop } = useChangeImport(of.id);
  const { bytesDone, bytesTotal, counts } = of;
  const share = bytesTotal > 0 ? Math.min(100, Math.floor((100 * bytesDone) / bytesTotal)) : 0;
  const left = useTimeLeft(of);
  return (
    <Panel title={t("progress.title")} text={t("progress.text")}>
      <Progress value={share} aria-label={t("progress.share")} my="xs" size="lg" animated />
      <Group justify="space-between">
        <Text role="status">
          {[t("progress.rows", { number: dates.number(counts.rows) }), t("progress.percent", { share }), left]
            .filter(Boolean)
            .join(" · ")}
        </Text>
        {mayRun && (
          <Button variant="default" loading={stop.isPending} onClick={() => stop.mutate()}>
            {t("stop")}
          </Button>
        )}
      </Group>
      {stop.error && <RefusalAlert error={stop.error} />}
    </Panel>
  );
}

const minuteSeconds = 60;

/** By the pace since the page has been looking on. */
function useTimeLeft({ bytesDone, bytesTotal }: Import): string | undefined {
  const { t } = useTranslation("imports");
  const [first] = useState(() => ({ at: now(), bytesDone }));
  const seconds = secondsLeft(first, { at: now(), bytesDone }, bytesTotal);
  if (seconds === undefined) return undefined;
  if (seconds < minuteSeconds) return t("progress.secondsLeft", { count: Math.max(1, seconds) });
  return t("progress.minutesLeft", { count: Math.round(seconds / minuteSeconds) });
}

function Halted({ of }: { of: Import }) {
  const { t } = useTranslation("imports");
  const dates = useDates();
  const failureText = useFailureText();
  const mayRun = useMay("imports:run");
  const { start } = useChangeImport(of.id);
  const { counts, problem, state } = of;
  return (
    <Panel
      title={t(state === "failed" ? "progress.failed" : "progress.stopped")}
      text={t("progress.kept", { number: dates.number(counts.rows) })}
    >
      {problem && (
        <Alert variant="default" role="alert" icon={<IconAlertCircle aria-hidden />} mb="sm">
          {failureText(problem)}
        </Alert>
      )}
      {mayRun && (
        <Button loading={start.isPending} onClick={() => start.mutate(undefined)}>
          {t("continue")}
        </Button>
      )}
      {start.error && <RefusalAlert error={start.error} />}
    </Panel>
  );
}
