import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";

type Props = {
  opened: boolean;
  title: string;
  text?: string;
  action: string;
  isSending: boolean;
  isReady: boolean;
  error: unknown;
  onClose: () => void;
  onSave: () => void;
  children: ReactNode;
};

/** A form in a dialog: what it does, its fields, and the two ways out. */
export function FormDialog({
  opened,
  title,
  text,
  action,
  isSending,
  isReady,
  error,
  onClose,
  onSave,
  children,
}: Props) {
  const { t } = useTranslation("permissions");
  return (
    <Modal opened={opened} onClose={onClose} title={title} closeButtonProps={{ "aria-label": t("platform:close") }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) onSave();
        }}
      >
        <Stack gap="sm">
          {text && (
            <Text size="sm" c="dimmed">
              {text}
            </Text>
          )}
          {children}
          {error !== null && error !== undefined && <ProblemAlert error={error} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t("cancel")}
            </Button>
            <Button type="submit" loading={isSending} disabled={!isReady}>
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
