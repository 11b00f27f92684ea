import { List, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Import } from "#api/imports.ts";
import { useFieldName } from "#web/imports/format-name.ts";
import { Panel } from "#web/imports/panel.tsx";
import { useDates } from "#web/platform/dates.ts";
import { AnchorLink } from "#web/ui/anchor-link.tsx";
import { LocalTime } from "#web/ui/local-time.tsx";

const undone = [
  "contactsWithdrawn",
  "valuesRestored",
  "mergesUndone",
  "touchpointsRetracted",
  "consentsRetracted",
  "suppressionsRetracted",
] as const;

/** What was taken back, and by name what was not. */
export function UndoReport({ of: { undoneAt, undoReport } }: { of: Import }) {
  const { t } = useTranslation("imports");
  const dates = useDates();
  if (!undoReport) return null;
  return (
    <Panel title={t("undo.done")}>
      {undoneAt && (
        <Text size="sm" c="dimmed" mb="xs" role="status">
          <LocalTime at={undoneAt} />
        </Text>
      )}
      <List size="sm">
        {undone
          .filter((what) => undoReport[what] > 0)
          .map((what) => (
            <List.Item key={what}>{t(`undone.${what}`, { number: dates.number(undoReport[what]) })}</List.Item>
          ))}
      </List>
      {undoReport.keptCount === 0 ? (
        <Text size="sm" mt="xs">
          {t("undo.nothingKept")}
        </Text>
      ) : (
        <Kept report={undoReport} />
      )}
    </Panel>
  );
}

function Kept({ report: { kept, keptCount } }: { report: NonNullable<Import["undoReport"]> }) {
  const { t } = useTranslation("imports");
  const fieldName = useFieldName();
  return (
    <>
      <Text fw={600} mt="sm">
        {t("undo.kept", { count: keptCount })}
      </Text>
      <List size="sm">
        {kept.map(({ contactId, name, field, why }) => (
          <List.Item key={`${contactId} ${field}`}>
            <AnchorLink to="/contacts/$contactId" params={{ contactId }}>
              {name}
            </AnchorLink>
            {" · "}
            {field !== "contact" && `${fieldName(snakeCase(field))}: `}
            {t(`kept.${why}`, { defaultValue: why })}
          </List.Item>
        ))}
      </List>
      {kept.length < keptCount && (
        <Text size="sm" c="dimmed">
          {t("undo.keptMore", { count: keptCount - kept.length })}
        </Text>
      )}
    </>
  );
}

/** `jobTitle` of the record is the field `job_title` of a file. */
function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
