import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";

/** The word that the API wants too. */
export const erasureWord = "erase";

type Props = {
  action: string;
  text: string;
  error: Error | null;
  isPending: boolean;
  /** `onDone` closes the question. */
  onConfirm: (onDone: () => void) => void;
};

/** A button that asks before it erases: what cannot be taken back is typed, not clicked. */
export function TypedErasure({ action, text, error, isPending, onConfirm }: Props) {
  const { t } = useTranslation("rights");
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const close = () => setOpen(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{action}</Button>
      <Modal opened={isOpen} onClose={close} title={action} closeButtonProps={{ "aria-label": t("platform:close") }}>
        <Stack gap="sm">
          <Text>{text}</Text>
          <TextInput
            label={t("step.eraseConfirm")}
            autoComplete="off"
            value={typed}
            onChange={({ currentTarget }) => setTyped(currentTarget.value.trim())}
          />
          {error && <ProblemAlert error={error} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {t("cancel")}
            </Button>
            <Button disabled={typed !== erasureWord} loading={isPending} onClick={() => onConfirm(close)}>
              {action}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
