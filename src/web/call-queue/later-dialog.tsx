import { Button, Group, Modal, Stack } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { QueueContact } from "#api/queue.ts";
import { addTask } from "#api/tasks.ts";
import { queueKey } from "#web/call-queue/use-queue.ts";
import { useWording } from "#web/call-queue/use-wording.ts";
import { dueText } from "#web/call-queue/when-text.ts";
import { ZonedTimeInput } from "#web/call-queue/zoned-time-input.tsx";
import { now } from "#web/platform/clock.ts";
import { ownTimeZone } from "#web/platform/dates.ts";
import { request } from "#web/platform/request.ts";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";
import { instantOf, quickTimes } from "#web/ui/zoned-time.ts";

type Props = { contact: QueueContact | undefined; onClose: () => void };

/** Puts a person off to another hour. */
export function LaterDialog({ contact, onClose }: Props) {
  const { t } = useTranslation("call-queue");
  return (
    <Modal
      opened={contact !== undefined}
      onClose={onClose}
      size="lg"
      title={t("next.laterTitle", { name: contact?.name ?? "" })}
      closeButtonProps={{ "aria-label": t("platform:close") }}
    >
      {contact && <LaterForm contact={contact} onDone={onClose} />}
    </Modal>
  );
}

function LaterForm({ contact, onDone }: { contact: QueueContact; onDone: () => void }) {
  const { t } = useTranslation("call-queue");
  const wording = useWording();
  const queryClient = useQueryClient();
  const timeZone = contact.timeZone ?? ownTimeZone;
  const [local, setLocal] = useState(() => quickTimes(now(), timeZone)[0]?.local ?? "");
  const at = instantOf(local, timeZone);

  const postpone = useMutation({
    mutationFn: () => request(addTask, { contactId: contact.id, kind: "later", local, timeZone }),
    onSuccess: async ({ dueAt }) => {
      notifications.show({ message: t("next.laterDone", { name: contact.name, when: dueText(dueAt, wording) }) });
      onDone();
      await queryClient.invalidateQueries({ queryKey: queueKey });
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        postpone.mutate();
      }}
    >
      <Stack>
        <ZonedTimeInput
          label={t("next.when")}
          value={local}
          onChange={setLocal}
          timeZone={timeZone}
          place={contact.place}
          withQuickTimes
        />
        {postpone.error && <ProblemAlert error={postpone.error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onDone}>
            {t("next.cancel")}
          </Button>
          <Button type="submit" loading={postpone.isPending} disabled={!at || at < wording.now} data-autofocus>
            {t("next.laterSave")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
