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
      {touchpoint && <Evidence touchpoint={touchpoint} />}
    </Modal>
  );
}

function Evidence({ touchpoint }: { touchpoint: BriefTouchpoint }) {
  const { t } = useTranslation("call-queue");
  const kindName = useKindName();
  const fields = Object.entries(touchpoint.evidence).filter(([, value]) => value !== null && value !== "");
  return (
    <Stack gap="xs">
      <div>
        <Text fw={600}>{kindName(touchpoint.kind)}</Text>
        {touchpoint.summary && <Text>{touchpoint.summary}</Text>}
        <Text c="dimmed" size="sm">
          <LocalTime at={touchpoint.occurredAt} /> · {t(`verification.${touchpoint.verification}`)}
        </Text>
      </div>
      {fields.length === 0 && <Text>{t("call.evidence.none")}</Text>}
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
