import { Modal, Stack, Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Brief, BriefTouchpoint } from "#api/brief.ts";
import { useKindName } from "#web/ui/kind-name.ts";
import { LocalTime } from "#web/ui/local-time.tsx";

type Props = { brief: Brief; touchpointId: string | undefined; onClose: () => void };

/** What proves one touchpoint. */
export function EvidenceDialog({ brief, touchpointId, onClose }: Props) {
  const { t } = useTranslation("call-queue");
  const touchpoint = [...brief.timeline, ...brief.context].find(({ id }) => id === touchpointId);
  return (
    <Modal
      opened={touchpoint !== undefined}
      onClose={onClose}
      title={t("call.evidence.title")}
      closeButtonProps={{ "aria-label": t("platform:close") }}
    >
      {touchpoint && <Evidence touchpoint={touchpoint} attempts={brief.attempts} />}
    </Modal>
  );
}

function Evidence({ touchpoint, attempts }: { touchpoint: BriefTouchpoint; attempts: Brief["attempts"] }) {
  const { t } = useTranslation("call-queue");
  const kindName = useKindName();
  const { attempt: attemptId, ...evidence } = touchpoint.evidence;
  const attempt = attempts.find(({ id }) => id === attemptId);
  const fields = Object.entries(evidence).filter(([, value]) => value !== null && value !== "");
  return (
    <Stack gap="xs">
      <div>
        <Text fw={600}>{kindName(touchpoint.kind)}</Text>
        {touchpoint.summary && <Text>{touchpoint.summary}</Text>}
        <Text c="dimmed" size="sm">
          <LocalTime at={touchpoint.occurredAt} /> · {t(`verification.${touchpoint.verification}`)}
        </Text>
      </div>
      {attempt && <Call attempt={attempt} />}
      {fields.length === 0 && attemptId === undefined && <Text>{t("call.evidence.none")}</Text>}
      {fields.length > 0 && (
        <Table>
          <Table.Tbody>
            {fields.map(([name, value]) => (
              <Table.Tr key={name}>
                <Table.Th scope="row" w={120}>
                  {t(`call.evidence.field.${name}`, { defaultValue: name })}
                </Table.Th>
                <Table.Td style={{ overflowWrap: "anywhere" }}>
                  {typeof value === "object" ? JSON.stringify(value) : String(value)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  );
}

/** A call of ours proves itself: who made it, what came of it, what was noted. */
function Call({ attempt: { user, startedAt, outcome } }: { attempt: Brief["attempts"][number] }) {
  const { t } = useTranslation("call-queue");
  return (
    <div>
      <Text>
        {t("call.evidence.call", { name: user.name })}, <LocalTime at={startedAt} />
        {outcome && ` · ${t(`outcome.${outcome.outcome}`)}`}
      </Text>
      {outcome?.note && <Text>{outcome.note}</Text>}
      {outcome?.answers.map(({ question, answer }) => (
        <Text key={question} size="sm" mt={4}>
          <Text span inherit c="dimmed">
            {question}
          </Text>{" "}
          {answer}
        </Text>
      ))}
    </div>
  );
}
