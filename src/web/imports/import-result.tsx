import { Button, Group, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type Import, type ImportState, Outcome } from "#api/imports.ts";
import { ClaimedSource } from "#web/imports/claimed-source.tsx";
import { ImportRows } from "#web/imports/import-rows.tsx";
import classes from "#web/imports/imports.module.css";
import { Panel } from "#web/imports/panel.tsx";
import { RefusalAlert } from "#web/imports/refusal-alert.tsx";
import { type RowsShown, useChangeImport } from "#web/imports/use-import.ts";
import { useDates } from "#web/platform/dates.ts";
import { LinkButton } from "#web/ui/link-button.tsx";

type Props = { of: Import; shown: RowsShown | undefined };

const isOver: readonly ImportState[] = ["done", "undoing", "undone"];
const history = ["touchpoints", "consents", "suppressions"] as const;

/** What became of every row: the numbers sum to the file's rows, and each leads to its rows. */
export function ImportResult({ of, shown }: Props) {
  const { t } = useTranslation("imports");
  const dates = useDates();
  const { rejected } = useChangeImport(of.id);
  const { counts, state } = of;
  if (counts.rows === 0 && state !== "done") return null;
  const canSee = counts.created > 0 && state === "done";
  const sum = Outcome.options.filter((outcome) => counts[outcome] > 0).map((outcome) => dates.number(counts[outcome]));
  return (
    <>
      <Panel
        title={t(isOver.includes(state) ? "result.title" : "result.soFar")}
        text={
          sum.length > 1
            ? t("result.sum", { sum: sum.join(" + "), rows: dates.number(counts.rows) })
            : t("progress.rows", { number: dates.number(counts.rows) })
        }
      >
        <nav className={classes.tiles} aria-label={t("result.label")}>
          {[...Outcome.options, "warned" as const].map((rows) => (
            <Link
              key={rows}
              to="/import/$importId"
              params={{ importId: of.id }}
              search={rows === shown ? {} : { rows }}
              replace
              resetScroll={false}
              className={classes.tile}
              activeProps={{ "aria-current": undefined }}
              aria-current={rows === shown ? "true" : undefined}
            >
              <span className={classes.number}>{dates.number(counts[rows])}</span>
              <span className={classes.label}>{t(`outcome.${rows}`)}</span>
            </Link>
          ))}
        </nav>
        <Group mt="sm" gap="lg">
          {history.map((what) => (
            <Text key={what} size="sm">
              <strong>{dates.number(counts[what])}</strong> {t(`history.${what}`)}
            </Text>
          ))}
        </Group>
        <Group mt={canSee || counts.rejected > 0 ? "sm" : 0} gap="xs">
          {canSee && (
            <LinkButton to="/contacts" search={{ importId: of.id }} variant="default">
              {t("result.contacts")}
            </LinkButton>
          )}
          {counts.rejected > 0 && (
            <Button variant="default" loading={rejected.isPending} onClick={() => rejected.mutate()}>
              {t("result.download")}
            </Button>
          )}
        </Group>
        {rejected.error && <RefusalAlert error={rejected.error} />}
      </Panel>
      {shown && <ImportRows importId={of.id} shown={shown} />}
      <ClaimedSource of={of} />
    </>
  );
}
