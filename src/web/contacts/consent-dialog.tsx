import { Button, Checkbox, Group, Modal, Select, Stack, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { RecordConsent } from "#api/compliance.ts";
import type { Contact } from "#api/contacts.ts";
import { useChangePermissions } from "#web/contacts/use-permissions.ts";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";

type Props = { contact: Contact; opened: boolean; onClose: () => void };

/** Writes down what a person agreed to: for which channels, in which words, and who heard it. */
export function ConsentDialog({ contact, opened, onClose }: Props) {
  const { t } = useTranslation("contacts");
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t("consent.title", { name: contact.fullName })}
      closeButtonProps={{ "aria-label": t("platform:close") }}
    >
      <ConsentForm contactId={contact.id} onDone={onClose} />
    </Modal>
  );
}

const Channel = RecordConsent.shape.channels.element;
const Form = RecordConsent.shape.form;
const channels = ["call", "voicemail", "sms", "email", "message"] as const;

function ConsentForm({ contactId, onDone }: { contactId: string; onDone: () => void }) {
  const { t } = useTranslation("contacts");
  const { allow } = useChangePermissions();
  const [chosen, setChosen] = useState<string[]>(["call"]);
  const [form, setForm] = useState<(typeof Form.options)[number]>("oral");
  const [words, setWords] = useState("");
  const [witness, setWitness] = useState("");
  const save = () =>
    allow.mutate(
      {
        contactId,
        channels: chosen.map((channel) => Channel.parse(channel)),
        form,
        words,
        ...(witness.trim() && { witness }),
      },
      { onSuccess: onDone },
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Stack gap="sm">
        <Checkbox.Group label={t("consent.channels")} value={chosen} onChange={setChosen}>
          <Group gap="md" mt={4}>
            {channels.map((channel) => (
              <Checkbox key={channel} value={channel} label={t(`channel.${channel}`)} />
            ))}
          </Group>
        </Checkbox.Group>
        <Select
          label={t("consent.form")}
          allowDeselect={false}
          data={Form.options.map((value) => ({ value, label: t(`form.${value}`) }))}
          value={form}
          onChange={(value) => setForm(Form.parse(value))}
        />
        <Textarea
          label={t("consent.words")}
          placeholder={t("consent.wordsHint")}
          required
          withAsterisk={false}
          data-autofocus
          autosize
          minRows={2}
          maxLength={4000}
          value={words}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
        />
        <TextInput
          label={t("consent.witness")}
          maxLength={200}
          value={witness}
          onChange={({ currentTarget }) => setWitness(currentTarget.value)}
        />
        {allow.error && <ProblemAlert error={allow.error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onDone}>
            {t("cancel")}
          </Button>
          <Button type="submit" loading={allow.isPending} disabled={!words.trim() || chosen.length === 0}>
            {t("save")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
