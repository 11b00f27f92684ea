import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Contact, ContactRow } from "#api/contacts.ts";
import classes from "#web/contacts/contact.module.css";
import { MergeSummary } from "#web/contacts/merge-summary.tsx";
import { useChangeContact, useContact } from "#web/contacts/use-contact.ts";
import { useContacts } from "#web/contacts/use-contacts.ts";
import { Loading } from "#web/ui/loading.tsx";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";
import { TemperatureBadge } from "#web/ui/temperature-badge.tsx";

type Props = { contact: Contact; opened: boolean; onClose: () => void };

/** Joins another contact into this one: first whom, then what that would do, then it is done. */
export function MergeDialog({ contact, opened, onClose }: Props) {
  const { t } = useTranslation("contacts");
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={t("merge.title", { name: contact.fullName })}
      closeButtonProps={{ "aria-label": t("platform:close") }}
    >
      <Steps contact={contact} onDone={onClose} />
    </Modal>
  );
}

function Steps({ contact, onDone }: { contact: Contact; onDone: () => void }) {
  const { t } = useTranslation("contacts");
  const [otherId, setOtherId] = useState<string>();
  const other = useContact(otherId);
  const { merge } = useChangeContact();
  if (!otherId) return <Search contact={contact} onChoose={setOtherId} />;
  if (other.error) return <ProblemAlert error={other.error} onRetry={() => void other.refetch()} />;
  if (!other.data) return <Loading rows={4} height={28} />;
  return (
    <Stack gap="sm">
      <MergeSummary stays={contact} goes={other.data} />
      {merge.error && <ProblemAlert error={merge.error} />}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={() => setOtherId(undefined)}>
          {t("merge.another")}
        </Button>
        <Button
          loading={merge.isPending}
          onClick={() => merge.mutate({ id: contact.id, otherId }, { onSuccess: onDone })}
        >
          {t("merge.save")}
        </Button>
      </Group>
    </Stack>
  );
}

const typingMs = 250;
const shownMax = 8;

function Search({ contact, onChoose }: { contact: Contact; onChoose: (id: string) => void }) {
  const { t } = useTranslation("contacts");
  const [typed, setTyped] = useState(contact.fullName);
  const [q] = useDebouncedValue(typed.trim(), typingMs);
  const { rows, error, isPending } = useContacts(q ? { q } : {});
  const others = rows.filter(({ id }) => id !== contact.id).slice(0, shownMax);
  return (
    <Stack gap="sm" mih={260}>
      <TextInput
        label={t("merge.search")}
        description={t("merge.searchWhy")}
        data-autofocus
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      {error && <ProblemAlert error={error} />}
      {!isPending && others.length === 0 && <Text c="dimmed">{t("merge.nobody")}</Text>}
      <ul className={classes.list}>
        {others.map((row) => (
          <Other key={row.id} row={row} onChoose={() => onChoose(row.id)} />
        ))}
      </ul>
    </Stack>
  );
}

function Other({ row, onChoose }: { row: ContactRow; onChoose: () => void }) {
  const { t } = useTranslation("contacts");
  const about = [row.jobTitle, row.account?.name, row.email, row.phone].filter(Boolean).join(" · ");
  return (
    <li>
      <div>
        <strong>{row.name}</strong> <TemperatureBadge temperature={row.temperature} />
        <div className={classes.soft}>{about}</div>
      </div>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={t("merge.chooseOne", { name: row.name })}
        onClick={onChoose}
      >
        {t("merge.choose")}
      </Button>
    </li>
  );
}
