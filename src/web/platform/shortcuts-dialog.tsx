import { Group, Modal, Stack, Switch, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { keysOf } from "#web/platform/key-press.ts";
import { singleKeysOn, switchSingleKeys, useAllCommands } from "#web/platform/shortcuts.ts";
import { KeyHint } from "#web/ui/key-hint.tsx";

/** Every key that does something on the present screen. */
export function ShortcutsDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation("platform");
  const [isOn, setOn] = useState(singleKeysOn);
  const commands = useAllCommands().filter(({ keys }) => keysOf(keys).length > 0);
  const change = (on: boolean) => {
    switchSingleKeys(on);
    setOn(on);
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t("shortcuts.title")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <Stack gap={6}>
        {commands.map(({ id, label, keys }) => (
          <Group key={id} justify="space-between" wrap="nowrap">
            <Text>{label}</Text>
            <Group gap={6} wrap="nowrap">
              {keysOf(keys).map((each) => (
                <KeyHint key={each} keys={each} />
              ))}
            </Group>
          </Group>
        ))}
        <Switch
          mt="md"
          checked={isOn}
          onChange={(event) => change(event.currentTarget.checked)}
          label={t("shortcuts.singleKeys")}
          description={t("shortcuts.singleKeysWhy")}
        />
      </Stack>
    </Modal>
  );
}
