import { Button, Group, Modal, Select, Stack, Text, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Stop } from "#api/compliance.ts";
import type { Contact } from "#api/contacts.ts";
import { useChangePermissions } from "#web/contacts/use-permissions.ts";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";

type Props = { contact: Contact; opened: boolean; onClose: () => void };

/** Writes down a no, which acts at once and on everything that is planned. */
export function OptOutDialog({ contact, opened, onClose }: Props) {
  const { t } = useTranslation("contacts");
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t("optOut.title", { name: contact.fullName })}
      closeButtonProps={{ "aria-label": t("platform:close") }}
    >
      <OptOutForm contact={contact} onDone={onClose} />
    </Modal>
  );
}

const Kind = Stop.shape.kind.unwrap();

function OptOutForm({ contact, onDone }: { contact: Contact; onDone: () => void }) {
  const { t } = useTranslation("contacts");
  const { stop } = useChangePermissions();
  const [kind, setKind] = useState<(typeof Kind.options)[number]>("do_not_call");
  const [words, setWords] = useState("");
  const save = () =>
    stop.mutate(
      { contactId: contact.id, kind, words },
      {
        onSuccess: ({ cancelledTasks }) => {
          notifications.show({ message: t("optOut.done", { name: contact.fullName, count: cancelledTasks }) });
          onDone();
        },
      },
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t("optOut.text")}
        </Text>
        <Select
          label={t("optOut.kind")}
          allowDeselect={false}
          data-autofocus
          data={Kind.options.map((value) => ({ value, label: t(`suppression.${value}`) }))}
          value={kind}
          onChange={(value) => setKind(Kind.parse(value))}
        />
        <Textarea
          label={t("optOut.words")}
          placeholder={t("optOut.wordsHint")}
          autosize
          minRows={2}
          maxLength={2000}
          value={words}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
        />
        {stop.error && <ProblemAlert error={stop.error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onDone}>
            {t("cancel")}
          </Button>
          <Button type="submit" loading={stop.isPending}>
            {t("optOut.save")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
