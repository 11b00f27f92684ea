import { Button, Group, Modal, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";

type Props = { opened: boolean; onClose: () => void; onCreate: (name: string) => void };

const profileLengthMax = 100;

/** Names a kind of customer that needs words of its own; it exists once something is saved for it. */
export function NewProfileDialog({ opened, onClose, onCreate }: Props) {
  const { t } = useTranslation("playbooks");
  const [name, setName] = useState("");
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t("newProfile.title")}
      closeButtonProps={{ "aria-label": t("platform:close") }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onCreate(name.trim());
          setName("");
          onClose();
        }}
      >
        <TextInput
          label={t("newProfile.name")}
          description={t("newProfile.how")}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={profileLengthMax}
          data-autofocus
        />
        <Group justify="flex-end" mt="md">
          <Button type="submit" disabled={name.trim() === ""}>
            {t("newProfile.create")}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
