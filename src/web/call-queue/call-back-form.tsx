import { Button, Group, Paper, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { QueueContact } from "#api/queue.ts";
import { ZonedTimeInput } from "#web/call-queue/zoned-time-input.tsx";
import { now } from "#web/platform/clock.ts";
import { ownTimeZone } from "#web/platform/dates.ts";
import { instantOf, quickTimes } from "#web/ui/zoned-time.ts";

type CallBack = { local: string; timeZone: string; title: string };
type Props = {
  contact: QueueContact;
  isSending: boolean;
  onSave: (callBack: CallBack) => void;
  onCancel: () => void;
};

/** When the person wants to be called back, on both clocks. */
export function CallBackForm({ contact, isSending, onSave, onCancel }: Props) {
  const { t } = useTranslation("call-queue");
  const timeZone = contact.timeZone ?? ownTimeZone;
  const [local, setLocal] = useState(
    () => quickTimes(now(), timeZone).find(({ key }) => key === "tomorrow")?.local ?? "",
  );
  const [title, setTitle] = useState("");
  const at = instantOf(local, timeZone);
  return (
    <Paper
      withBorder
      p="md"
      mb="md"
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        onSave({ local, timeZone, title });
      }}
    >
      <Stack gap="sm">
        <ZonedTimeInput
          label={t("next.callBackTitle", { name: contact.name })}
          value={local}
          onChange={setLocal}
          timeZone={timeZone}
          place={contact.place}
          withQuickTimes
        />
        <TextInput
          label={t("next.what")}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          maxLength={500}
        />
        <Group gap="xs">
          <Button type="submit" loading={isSending} disabled={!at || at < now()} autoFocus>
            {t("next.callBackSave")}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t("next.cancel")}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
