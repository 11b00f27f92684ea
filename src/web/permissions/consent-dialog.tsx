import { Checkbox, Group, Select, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { RecordConsent } from "#api/compliance.ts";
import { channels, purposes, technologies } from "#domain/gate/types.ts";
import { ContactSelect } from "#web/contacts/contact-select.tsx";
import { FormDialog } from "#web/permissions/form-dialog.tsx";
import type { useChangeRecord } from "#web/permissions/use-record.ts";
import { now } from "#web/platform/clock.ts";
import { ownTimeZone } from "#web/platform/dates.ts";
import { instantOf, localOf } from "#web/ui/zoned-time.ts";

type Props = {
  opened: boolean;
  onClose: () => void;
  record: Pick<ReturnType<typeof useChangeRecord>, "recordConsent">;
};

const Channel = RecordConsent.shape.channels.element;
const Form = RecordConsent.shape.form;
const names = ["seller", "number", "technology"] as const;

/** A permission as it was given: whose, for what, in which form and words, when, and who or what proves it. */
export function ConsentDialog({ opened, onClose, record: { recordConsent } }: Props) {
  const { t } = useTranslation("permissions");
  const [contactId, setContactId] = useState<string>();
  const [chosen, setChosen] = useState<string[]>(["call"]);
  const [form, setForm] = useState<(typeof Form.options)[number]>("written");
  const [purpose, setPurpose] = useState("marketing");
  const [texts, setTexts] = useState({ words: "", witness: "", subject: "", point: "" });
  const [givenAt, setGivenAt] = useState(() => localOf(now(), ownTimeZone));
  const [expiresOn, setExpiresOn] = useState("");
  const [named, setNamed] = useState<string[]>(["seller"]);
  const [technology, setTechnology] = useState<string | null>(null);
  const [anyTime, setAnyTime] = useState(false);
  const given = instantOf(givenAt, ownTimeZone);
  const put = (name: keyof typeof texts) => ({
    value: texts[name],
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      setTexts({ ...texts, [name]: value }),
  });
  const save = () => {
    if (!contactId || !given) return;
    const expires = expiresOn ? instantOf(`${expiresOn}T00:00`, ownTimeZone) : undefined;
    const parts = { witness: texts.witness, subject: texts.subject, point: texts.point };
    const told = Object.fromEntries(Object.entries(parts).filter(([, text]) => text.trim() !== ""));
    recordConsent.mutate(
      {
        contactId,
        channels: chosen.map((channel) => Channel.parse(channel)),
        form,
        purpose,
        words: texts.words,
        givenAt: given.toISOString(),
        names: names.filter((name) => named.includes(name)),
        ...told,
        ...(expires && { expiresAt: expires.toISOString() }),
        ...(technology && { technology: technologies.filter((each) => each === technology) }),
        ...(anyTime && { times: "any" }),
      },
      { onSuccess: onClose },
    );
  };
  return (
    <FormDialog
      opened={opened}
      title={t("consents.new")}
      text={t("consents.newText")}
      action={t("consents.save")}
      isSending={recordConsent.isPending}
      isReady={contactId !== undefined && chosen.length > 0 && texts.words.trim() !== "" && given !== undefined}
      error={recordConsent.error}
      onClose={onClose}
      onSave={save}
    >
      <ContactSelect label={t("person")} value={contactId} onChange={setContactId} required />
      <Checkbox.Group label={t("consents.channels")} value={chosen} onChange={setChosen}>
        <Group gap="md" mt={4}>
          {channels.map((channel) => (
            <Checkbox key={channel} value={channel} label={t(`contacts:channel.${channel}`)} />
          ))}
        </Group>
      </Checkbox.Group>
      <Textarea
        label={t("consents.words")}
        description={t("consents.wordsText")}
        required
        withAsterisk={false}
        autosize
        minRows={2}
        maxLength={4000}
        {...put("words")}
      />
      <Checkbox.Group label={t("consents.namesWhat")} value={named} onChange={setNamed}>
        <Group gap="md" mt={4}>
          {names.map((name) => (
            <Checkbox key={name} value={name} label={t(`consents.names.${name}`)} />
          ))}
        </Group>
      </Checkbox.Group>
      {named.includes("technology") && (
        <Select
          label={t("consents.technology")}
          data={technologies.map((value) => ({ value, label: t(`gate:technology.${value}`) }))}
          value={technology}
          onChange={setTechnology}
        />
      )}
      <Group grow align="flex-start" gap="sm">
        <Select
          label={t("consents.form")}
          allowDeselect={false}
          data={Form.options.map((value) => ({ value, label: t(`contacts:form.${value}`) }))}
          value={form}
          onChange={(value) => setForm(Form.parse(value))}
        />
        <Select
          label={t("consents.purpose")}
          allowDeselect={false}
          data={purposes.map((value) => ({ value, label: t(`gate:purpose.${value}`) }))}
          value={purpose}
          onChange={(value) => setPurpose(value ?? "marketing")}
        />
      </Group>
      <Group grow align="flex-start" gap="sm">
        <TextInput
          type="datetime-local"
          label={t("consents.givenAt")}
          value={givenAt}
          onChange={({ currentTarget }) => setGivenAt(currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t("consents.expiresOn")}
          value={expiresOn}
          onChange={({ currentTarget }) => setExpiresOn(currentTarget.value)}
        />
      </Group>
      <TextInput label={t("consents.witness")} maxLength={200} {...put("witness")} />
      <Group grow align="flex-start" gap="sm">
        <TextInput label={t("consents.subject")} maxLength={200} {...put("subject")} />
        <TextInput label={t("consents.point")} maxLength={320} {...put("point")} />
      </Group>
      <Checkbox
        label={t("consents.anyTime")}
        description={t("consents.anyTimeText")}
        checked={anyTime}
        onChange={({ currentTarget }) => setAnyTime(currentTarget.checked)}
      />
    </FormDialog>
  );
}
