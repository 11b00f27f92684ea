import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { useTranslation } from "react-i18next";

type Props = { title: string; text: string; secret: string | undefined; onClose: () => void };

/** A link or a key that is shown this once. */
export function SecretDialog({ title, text, secret, onClose }: Props) {
  const { t } = useTranslation("team");
  const clipboard = useClipboard({ timeout: 3000 });
  return (
    <Modal
      opened={secret !== undefined}
      onClose={onClose}
      title={title}
      closeButtonProps={{ "aria-label": t("close") }}
      closeOnClickOutside={false}
    >
      <Stack gap="sm">
        <Text>{text}</Text>
        <TextInput
          aria-label={title}
          value={secret ?? ""}
          readOnly
          data-autofocus
          onFocus={(event) => event.currentTarget.select()}
        />
        <Group justify="end" gap="xs">
          <Button variant="default" onClick={() => clipboard.copy(secret)}>
            {t(clipboard.copied ? "copied" : "copy")}
          </Button>
          <Button onClick={onClose}>{t("close")}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
