import { Button, Group, Modal, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useChangePermissions } from "#web/contacts/use-permissions.ts";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";

const reasonLengthMin = 3;

/** Proposes to lift a standing no; a compliance officer decides. */
export function LiftDialog({ id, onClose }: { id: string | undefined; onClose: () => void }) {
  const { t } = useTranslation("contacts");
  return (
    <Modal
      opened={id !== undefined}
      onClose={onClose}
      title={t("lift.title")}
      closeButtonProps={{ "aria-label": t("platform:close") }}
    >
      {id && <LiftForm id={id} onDone={onClose} />}
    </Modal>
  );
}

function LiftForm({ id, onDone }: { id: string; onDone: () => void }) {
  const { t } = useTranslation("contacts");
  const { lift } = useChangePermissions();
  const [reason, setReason] = useState("");
  const [evidence, setEvidence] = useState("");
  const isTold = reason.trim().length >= reasonLengthMin && evidence.trim().length >= reasonLengthMin;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        lift.mutate({ suppressionId: id, reason, evidence }, { onSuccess: onDone });
      }}
    >
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t("lift.text")}
        </Text>
        <Textarea
          label={t("lift.reason")}
          required
          withAsterisk={false}
          data-autofocus
          maxLength={2000}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <Textarea
          label={t("lift.evidence")}
          description={t("lift.evidenceText")}
          required
          withAsterisk={false}
          maxLength={4000}
          value={evidence}
          onChange={({ currentTarget }) => setEvidence(currentTarget.value)}
        />
        {lift.error && <ProblemAlert error={lift.error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onDone}>
            {t("cancel")}
          </Button>
          <Button type="submit" loading={lift.isPending} disabled={!isTold}>
            {t("lift.propose")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
