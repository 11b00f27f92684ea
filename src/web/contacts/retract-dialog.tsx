import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Touchpoint } from "#api/touchpoints.ts";
import { useChangeTouchpoints } from "#web/contacts/use-touchpoints.ts";
import { useKindName } from "#web/ui/kind-name.ts";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";

type Props = { touchpoint: Touchpoint | undefined; onClose: () => void };

/** Takes a touchpoint back, for a reason that stays on record. */
export function RetractDialog({ touchpoint, onClose }: Props) {
  const { t } = useTranslation("contacts");
  const kindName = useKindName();
  return (
    <Modal
      opened={touchpoint !== undefined}
      onClose={onClose}
      title={t("retract.title", { kind: touchpoint ? kindName(touchpoint.kind) : "" })}
      closeButtonProps={{ "aria-label": t("platform:close") }}
    >
      {touchpoint && <RetractForm id={touchpoint.id} onDone={onClose} />}
    </Modal>
  );
}

function RetractForm({ id, onDone }: { id: string; onDone: () => void }) {
  const { t } = useTranslation("contacts");
  const { retract } = useChangeTouchpoints();
  const [because, setBecause] = useState("");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        retract.mutate({ id, because }, { onSuccess: onDone });
      }}
    >
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t("retract.text")}
        </Text>
        <TextInput
          label={t("retract.because")}
          required
          withAsterisk={false}
          data-autofocus
          maxLength={500}
          value={because}
          onChange={({ currentTarget }) => setBecause(currentTarget.value)}
        />
        {retract.error && <ProblemAlert error={retract.error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onDone}>
            {t("cancel")}
          </Button>
          <Button type="submit" loading={retract.isPending} disabled={!because.trim()}>
            {t("touch.retract")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
