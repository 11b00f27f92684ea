import { Select, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { overrideDaysMax } from "#api/exceptions.ts";
import { addDays } from "#domain/time.ts";
import { ContactSelect } from "#web/contacts/contact-select.tsx";
import { FormDialog } from "#web/permissions/form-dialog.tsx";
import type { useChangeRecord } from "#web/permissions/use-record.ts";
import { now } from "#web/platform/clock.ts";
import { ownTimeZone } from "#web/platform/dates.ts";
import { instantOf, localOf } from "#web/ui/zoned-time.ts";

type Props = {
  opened: boolean;
  onClose: () => void;
  record: Pick<ReturnType<typeof useChangeRecord>, "proposeOverride">;
};

/* Of our own rules those that two people may set aside; the server decides. */
const rules = [
  "POL-WARM",
  "POL-CAP-01",
  "POL-HRS-01",
  "POL-QUIET",
  "POL-NIGHT",
  "POL-PURPOSE",
  "POL-REASSIGNED",
] as const;
const weekDays = 7;
const reasonLengthMin = 3;

/** Proposes to set one of our own rules aside for one person, for a time. Never a law. */
export function OverrideDialog({ opened, onClose, record: { proposeOverride } }: Props) {
  const { t } = useTranslation("permissions");
  const [contactId, setContactId] = useState<string>();
  const [rule, setRule] = useState<string>(rules[0]);
  const [reason, setReason] = useState("");
  const [until, setUntil] = useState(() => localOf(addDays(now(), weekDays, ownTimeZone), ownTimeZone));
  const expiresAt = instantOf(until, ownTimeZone);
  return (
    <FormDialog
      opened={opened}
      title={t("exceptions.new")}
      text={t("exceptions.newText", { days: overrideDaysMax })}
      action={t("exceptions.propose")}
      isSending={proposeOverride.isPending}
      isReady={contactId !== undefined && expiresAt !== undefined && reason.trim().length >= reasonLengthMin}
      error={proposeOverride.error}
      onClose={onClose}
      onSave={() => {
        if (!contactId || !expiresAt) return;
        const wanted = { contactId, rule, reason, expiresAt: expiresAt.toISOString() };
        proposeOverride.mutate(wanted, { onSuccess: onClose });
      }}
    >
      <ContactSelect label={t("person")} value={contactId} onChange={setContactId} required />
      <Select
        label={t("exceptions.rule")}
        allowDeselect={false}
        data={rules.map((value) => ({ value, label: `${t(`exceptions.rules.${value}`)} (${value})` }))}
        value={rule}
        onChange={(value) => setRule(value ?? rules[0])}
      />
      <Textarea
        label={t("exceptions.reason")}
        autosize
        minRows={2}
        maxLength={2000}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <TextInput
        type="datetime-local"
        label={t("exceptions.expires")}
        value={until}
        onChange={({ currentTarget }) => setUntil(currentTarget.value)}
      />
    </FormDialog>
  );
}
