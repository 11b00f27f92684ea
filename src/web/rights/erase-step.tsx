import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { erasePerson } from "#api/person-requests.ts";
import { useStep } from "#web/rights/use-requests.ts";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";

const word = "erase";

/** What cannot be taken back is typed, not clicked. */
export function EraseStep({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation("rights");
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const erase = useStep(erasePerson);
  return (
    <>
      <Group>
        <Button onClick={() => setOpen(true)}>{t("step.erase")}</Button>
      </Group>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={t("step.erase")}
        closeButtonProps={{ "aria-label": t("platform:close") }}
      >
        <Stack gap="sm">
          <Text>{t("step.eraseText", { name })}</Text>
          <TextInput
            label={t("step.eraseConfirm")}
            autoComplete="off"
            value={typed}
            onChange={({ currentTarget }) => setTyped(currentTarget.value.trim())}
          />
          {erase.error && <ProblemAlert error={erase.error} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={() => setOpen(false)}>
              {t("cancel")}
            </Button>
            <Button
              disabled={typed !== word}
              loading={erase.isPending}
              onClick={() => erase.mutate({ id, confirm: word }, { onSuccess: () => setOpen(false) })}
            >
              {t("step.erase")}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
