import { Code, Stack, Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { TouchpointEvidence } from "#api/touchpoints.ts";
import classes from "#web/contacts/contact.module.css";
import { useEvidence } from "#web/contacts/use-touchpoints.ts";
import { useMay } from "#web/platform/session.ts";
import { useKindName } from "#web/ui/kind-name.ts";
import { Loading } from "#web/ui/loading.tsx";
import { LocalTime } from "#web/ui/local-time.tsx";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";

/** What proves one touchpoint: the file and its line with the original cells, or who wrote it down and what else is known. */
export function Evidence({ touchpointId }: { touchpointId: string }) {
  const { data, error, isPending, refetch } = useEvidence(touchpointId);
  if (error) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Loading rows={3} />;
  return <Proof touchpoint={data} />;
}

function Proof({ touchpoint }: { touchpoint: TouchpointEvidence }) {
  const { t } = useTranslation("contacts");
  const kindName = useKindName();
  const { kind, summary, occurredAt, verification, confirmedAt, confirmedBy, recordedAt, recordedBy } = touchpoint;
  return (
    <Stack gap="sm">
      <div>
        <Text fw={600}>{kindName(kind)}</Text>
        {summary && <Text>{summary}</Text>}
        <Text c="dimmed" size="sm">
          <LocalTime at={occurredAt} />
        </Text>
      </div>
      <div>
        <Text>{t(`verification.why.${verification}`)}</Text>
        {confirmedAt && (
          <Text size="sm">
            {confirmedBy ? t("verification.confirmedBy", { name: confirmedBy.name }) : t("verification.confirmed")},{" "}
            <LocalTime at={confirmedAt} />
          </Text>
        )}
      </div>
      <FileLine touchpoint={touchpoint} />
      {touchpoint.attemptId && <Text>{t("evidence.call")}</Text>}
      <Fields title={t("evidence.fields")} fields={withoutKeys(touchpoint.evidence)} isOurs />
      <Fields title={t("evidence.details")} fields={withoutKeys(touchpoint.details)} isOurs />
      <Text size="xs" c="dimmed">
        {recordedBy ? t("touch.recordedBy", { name: recordedBy.name }) : t("evidence.recorded")},{" "}
        <LocalTime at={recordedAt} />
      </Text>
    </Stack>
  );
}

function FileLine({ touchpoint: { file, cells } }: { touchpoint: TouchpointEvidence }) {
  const { t } = useTranslation("contacts");
  const mayReveal = useMay("numbers:reveal");
  if (!file) return null;
  return (
    <div>
      <Text size="sm" c="dimmed">
        {t("evidence.file")}
      </Text>
      <Text>
        <Code>{file.name}</Code> {file.line !== null && t("evidence.line", { line: file.line })}
      </Text>
      {cells ? (
        <Fields title={t("evidence.cells")} fields={cells} />
      ) : (
        !mayReveal && (
          <Text size="sm" c="dimmed">
            {t("evidence.cellsMasked")}
          </Text>
        )
      )}
    </div>
  );
}

/** Keys of other rows say nothing to a person. */
function withoutKeys({ attempt: _attempt, attemptId: _id, ...fields }: Record<string, unknown>) {
  return fields;
}

type FieldsProps = { title: string; fields: Record<string, unknown>; isOurs?: boolean };

/** What we wrote ourselves has names that we can word; the cells of a file keep theirs. */
function Fields({ title, fields, isOurs = false }: FieldsProps) {
  const { t } = useTranslation("contacts");
  const rows = Object.entries(fields).filter(([, value]) => value !== null && value !== "");
  if (rows.length === 0) return null;
  return (
    <Table className={classes.cells ?? ""} verticalSpacing={4} captionSide="top" layout="fixed">
      <Table.Caption ta="start" mt={0}>
        {title}
      </Table.Caption>
      <Table.Tbody>
        {rows.map(([name, value]) => (
          <Table.Tr key={name}>
            <Table.Th w="38%" fw={400} c="dimmed">
              {isOurs ? t(`evidence.name.${name}`, { defaultValue: name }) : name}
            </Table.Th>
            <Table.Td>{typeof value === "object" ? JSON.stringify(value) : String(value)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
