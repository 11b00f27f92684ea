import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ListCopy } from "#api/number-lists.ts";
import type { useLists } from "#web/compliance/use-lists.ts";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";

type Props = Pick<ReturnType<typeof useLists>, "withdraw"> & { copy: ListCopy | undefined; onClose: () => void };

/** Takes a copy out of force, for a file that was imported by mistake. */
export function WithdrawDialog({ copy, withdraw, onClose }: Props) {
  const { t } = useTranslation("compliance");
  return (
    <Modal
      opened={copy !== undefined}
      onClose={onClose}
      title={t("withdraw.title", { list: copy?.list ?? "" })}
      closeButtonProps={{ "aria-label": t("platform:close") }}
    >
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t("withdraw.text")}
        </Text>
        {withdraw.error && <ProblemAlert error={withdraw.error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t("withdraw.keep")}
          </Button>
          <Button
            color="red"
            loading={withdraw.isPending}
            onClick={() => copy && withdraw.mutate(copy.id, { onSuccess: onClose })}
          >
            {t("withdraw.do")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
