import { Button, Group, Modal, Select, Stack, Textarea, TextInput } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import { useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { RequestChannel, RequestKind } from "#api/person-requests.ts";
import { localDay } from "#domain/time.ts";
import { ContactSelect } from "#web/contacts/contact-select.tsx";
import { useNow } from "#web/platform/clock.ts";
import { ownTimeZone } from "#web/platform/dates.ts";
import { useTakeRequest } from "#web/rights/use-requests.ts";
import { countryOptions } from "#web/ui/country-options.ts";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";

type Props = { contactId: string | undefined; opened: boolean; onClose: () => void };

/** What came in, so that the clock starts. */
export function NewRequestDialog({ contactId, opened, onClose }: Props) {
  const { t } = useTranslation("rights");
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={t("new.title")}
      closeButtonProps={{ "aria-label": t("platform:close") }}
    >
      <Form contactId={contactId} onClose={onClose} />
    </Modal>
  );
}

function Form({ contactId, onClose }: Omit<Props, "opened">) {
  const { t, i18n } = useTranslation("rights");
  const navigate = useNavigate();
  const countries = useMemo(() => countryOptions(i18n.language), [i18n.language]);
  const take = useTakeRequest();
  const today = localDay(useNow(), ownTimeZone);
  const [kind, setKind] = useState<RequestKind>("access");
  const [channel, setChannel] = useState<RequestChannel>("email");
  const [contact, setContact] = useState(contactId);
  const [country, setCountry] = useState<string | null>(null);
  const [receivedOn, setReceivedOn] = useState<string | null>(today);
  const [texts, setTexts] = useState({ requester: "", replyTo: "", words: "" });
  const text = (name: keyof typeof texts) => ({
    label: t(`new.${name}`),
    value: texts[name],
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      setTexts((before) => ({ ...before, [name]: value })),
  });
  const save = () =>
    take.mutate(
      {
        ...{ kind, channel, ...texts },
        ...(contact && { contactId: contact }),
        ...(country && { country }),
        ...(receivedOn && receivedOn < today && { receivedAt: `${receivedOn}T12:00:00Z` }),
      },
      {
        onSuccess: ({ id }) => {
          onClose();
          void navigate({ to: "/compliance/requests/$requestId", params: { requestId: id } });
        },
      },
    );
  return (
    <Stack gap="sm">
      <Group grow align="start">
        <Select
          label={t("kind.label")}
          value={kind}
          allowDeselect={false}
          onChange={(next) => setKind(RequestKind.parse(next))}
          data={RequestKind.options.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <Select
          label={t("channel.label")}
          value={channel}
          allowDeselect={false}
          onChange={(next) => setChannel(RequestChannel.parse(next))}
          data={RequestChannel.options.map((value) => ({ value, label: t(`channel.${value}`) }))}
        />
      </Group>
      <ContactSelect
        label={t("new.contact")}
        value={contact}
        onChange={setContact}
        description={t("new.contactHint")}
      />
      <Group grow align="start">
        <TextInput {...text("requester")} />
        <TextInput {...text("replyTo")} />
      </Group>
      <Textarea autosize minRows={3} {...text("words")} />
      <Group grow align="start">
        <Select label={t("new.country")} searchable clearable value={country} onChange={setCountry} data={countries} />
        <DateInput
          valueFormat="YYYY-MM-DD"
          label={t("new.receivedAt")}
          value={receivedOn}
          onChange={setReceivedOn}
          maxDate={today}
        />
      </Group>
      {take.error && <ProblemAlert error={take.error} />}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t("cancel")}
        </Button>
        <Button loading={take.isPending} onClick={save}>
          {t("new.save")}
        </Button>
      </Group>
    </Stack>
  );
}
