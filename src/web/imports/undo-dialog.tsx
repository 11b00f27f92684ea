import { Button, Group, List, Modal, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Import } from "#api/imports.ts";
import { RefusalAlert } from "#web/imports/refusal-alert.tsx";
import { useChangeImport } from "#web/imports/use-import.ts";

type Props = { of: Import; opened: boolean; onClose: () => void };

/** Says what taking back will do before it is done. */
export function UndoDialog({ of, opened, onClose }: Props) {
  const { t } = useTranslation("imports");
  const { undo } = useChangeImport(of.id);
  const { created, updated, merged, touchpoints, consents, suppressions } = of.counts;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t("undo.title", { fileName: of.fileName })}
      closeButtonProps={{ "aria-label": t("platform:close") }}
    >
      <Stack gap="sm">
        <List size="sm" spacing={4}>
          {created > 0 && <List.Item>{t("undo.created", { count: created })}</List.Item>}
          {updated > 0 && <List.Item>{t("undo.updated", { count: updated })}</List.Item>}
          {merged > 0 && <List.Item>{t("undo.merged", { count: merged })}</List.Item>}
          {touchpoints > 0 && <List.Item>{t("undo.touchpoints", { count: touchpoints })}</List.Item>}
          {consents > 0 && <List.Item>{t("undo.consents", { count: consents })}</List.Item>}
          {suppressions > 0 && <List.Item>{t("undo.suppressions", { count: suppressions })}</List.Item>}
        </List>
        <Text size="sm" c="dimmed">
          {t("undo.text")}
        </Text>
        {undo.error && <RefusalAlert error={undo.error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button loading={undo.isPending} onClick={() => undo.mutate(undefined, { onSuccess: onClose })}>
            {t("undo.go")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
