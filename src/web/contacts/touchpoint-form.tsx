import { Button, Group, Modal, Select, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Contact } from "#api/contacts.ts";
import type { TouchpointKind } from "#api/touchpoints.ts";
import { useChangeTouchpoints, useKinds } from "#web/contacts/use-touchpoints.ts";
import { now } from "#web/platform/clock.ts";
import { ownTimeZone } from "#web/platform/dates.ts";
import { useMay } from "#web/platform/session.ts";
import { useKindName } from "#web/ui/kind-name.ts";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";
import { instantOf, localOf } from "#web/ui/zoned-time.ts";

type Props = { contact: Contact; opened: boolean; onClose: () => void };

/** Writes down by hand what happened. It is a claim, and the form says so. */
export function TouchpointForm({ contact, opened, onClose }: Props) {
  const { t } = useTranslation("contacts");
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={t("touch.addTitle", { name: contact.fullName })}
      closeButtonProps={{ "aria-label": t("platform:close") }}
    >
      <Form contactId={contact.id} onDone={onClose} />
    </Modal>
  );
}

const booked = "meeting_booked";

function Form({ contactId, onDone }: { contactId: string; onDone: () => void }) {
  const { t } = useTranslation("contacts");
  const { record } = useChangeTouchpoints();
  const mayConfirm = useMay("touchpoints:confirm");
  const kinds = useKindOptions();
  const [kind, setKind] = useState<string | null>(null);
  const [occurred, setOccurred] = useState(() => localOf(now(), ownTimeZone));
  const [scheduled, setScheduled] = useState("");
  const [summary, setSummary] = useState("");
  const [proof, setProof] = useState("");
  const occurredAt = instantOf(occurred, ownTimeZone);
  const scheduledAt = kind === booked ? instantOf(scheduled, ownTimeZone) : undefined;
  const isReady = kind !== null && occurredAt !== undefined && (kind !== booked || scheduledAt !== undefined);
  const save = () => {
    if (!kind || !occurredAt) return;
    const when = { occurredAt: occurredAt.toISOString(), scheduledAt: scheduledAt?.toISOString() ?? null };
    record.mutate({ contactId, kind, ...when, summary, proof }, { onSuccess: onDone });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Stack gap="sm">
        <Select
          label={t("touch.kind")}
          searchable
          openOnFocus={false}
          required
          withAsterisk={false}
          data-autofocus
          maxDropdownHeight={280}
          data={kinds}
          value={kind}
          onChange={setKind}
        />
        <Group grow align="start">
          <TextInput
            type="datetime-local"
            label={t("touch.when")}
            required
            withAsterisk={false}
            max={localOf(now(), ownTimeZone)}
            value={occurred}
            onChange={({ currentTarget }) => setOccurred(currentTarget.value)}
          />
          {kind === booked && (
            <TextInput
              type="datetime-local"
              label={t("touch.meetingAt")}
              required
              withAsterisk={false}
              value={scheduled}
              onChange={({ currentTarget }) => setScheduled(currentTarget.value)}
            />
          )}
        </Group>
        <Textarea
          label={t("touch.summary")}
          placeholder={t("touch.summaryHint")}
          autosize
          minRows={2}
          maxLength={2000}
          value={summary}
          onChange={({ currentTarget }) => setSummary(currentTarget.value)}
        />
        <TextInput
          label={t("touch.proof")}
          placeholder={t("touch.proofHint")}
          maxLength={500}
          value={proof}
          onChange={({ currentTarget }) => setProof(currentTarget.value)}
        />
        <Text size="sm" c="dimmed">
          {t(mayConfirm ? "touch.claimYours" : "touch.claim")}
        </Text>
        {record.error && <ProblemAlert error={record.error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onDone}>
            {t("cancel")}
          </Button>
          <Button type="submit" loading={record.isPending} disabled={!isReady}>
            {t("save")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The kinds by who began it, those that weigh most first. */
function useKindOptions() {
  const { t } = useTranslation("contacts");
  const kindName = useKindName();
  const kinds = useKinds();
  const groupOf = (direction: TouchpointKind["direction"]) => ({
    group: t(`direction.group.${direction}`),
    items: kinds
      .filter((each) => each.direction === direction)
      .toSorted((one, other) => other.weight - one.weight)
      .map(({ slug }) => ({ value: slug, label: kindName(slug) })),
  });
  return [groupOf("contact"), groupOf("mutual"), groupOf("us"), groupOf("context")];
}
