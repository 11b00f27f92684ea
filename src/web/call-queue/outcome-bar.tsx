import { Button, Text } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { ReportedOutcome } from "#api/attempts.ts";
import classes from "#web/call-queue/call.module.css";
import { outcomeKeys, stopKeys } from "#web/call-queue/outcomes.ts";
import { useCommands } from "#web/platform/shortcuts.ts";
import { KeyHint } from "#web/ui/key-hint.tsx";

type Props = {
  /** `open`: a call is running; `log`: one that was made elsewhere is written down; `closed`: nothing to report yet. */
  mode: "open" | "log" | "closed";
  isSending: boolean;
  onOutcome: (outcome: ReportedOutcome) => void;
  contactId: string;
};

/** What came of the call, each with its key. The two on the right stop everything at once, whatever the mode. */
export function OutcomeBar({ mode, isSending, onOutcome, contactId }: Props) {
  const { t } = useTranslation("call-queue");
  const navigate = useNavigate();
  const log = () =>
    void navigate({ to: "/call/$contactId", params: { contactId }, search: { log: true }, replace: true });
  const usable = mode === "closed" ? stopKeys : [...outcomeKeys, ...stopKeys];
  useCommands([
    ...usable.map(({ outcome, key }) => ({
      id: `outcome-${outcome}`,
      label: t(`outcome.${outcome}`),
      keys: key,
      run: () => onOutcome(outcome),
    })),
    ...(mode === "closed" ? [{ id: "log", label: t("call.logMode"), keys: "l", run: log }] : []),
  ]);
  return (
    <section className={classes.bar} aria-label={t("call.outcomes")}>
      {mode === "closed" && (
        <Button variant="default" onClick={log} aria-keyshortcuts="l">
          {t("call.logMode")} <KeyHint keys="l" />
        </Button>
      )}
      {mode === "log" && <Text className={classes.barText}>{t("call.logging")}</Text>}
      {mode !== "closed" &&
        outcomeKeys.map(({ outcome, key }, index) => (
          <Button
            key={outcome}
            variant={index === 0 ? "filled" : "default"}
            disabled={isSending}
            onClick={() => onOutcome(outcome)}
            aria-keyshortcuts={key}
          >
            {t(`outcome.${outcome}`)} <KeyHint keys={key} />
          </Button>
        ))}
      <div className={classes.stops}>
        {stopKeys.map(({ outcome, key }) => (
          <Button
            key={outcome}
            variant="default"
            className={classes.stop ?? ""}
            disabled={isSending}
            onClick={() => onOutcome(outcome)}
            aria-keyshortcuts={key}
          >
            {t(`outcome.${outcome}`)} <KeyHint keys={key} />
          </Button>
        ))}
      </div>
    </section>
  );
}
