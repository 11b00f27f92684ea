import { SegmentedControl, Select, Textarea, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Stop } from "#api/compliance.ts";
import { ContactSelect } from "#web/contacts/contact-select.tsx";
import { FormDialog } from "#web/permissions/form-dialog.tsx";
import type { useChangeRecord } from "#web/permissions/use-record.ts";

type Props = {
  opened: boolean;
  onClose: () => void;
  record: Pick<ReturnType<typeof useChangeRecord>, "recordSuppression">;
};

const Kind = Stop.shape.kind.unwrap();
const pointLengthMin = 3;

/** A no of a person, or of a number or address whoever has it. It acts at once. */
export function SuppressionDialog({ opened, onClose, record: { recordSuppression } }: Props) {
  const { t } = useTranslation("permissions");
  const [whose, setWhose] = useState<string>("person");
  const [contactId, setContactId] = useState<string>();
  const [point, setPoint] = useState("");
  const [kind, setKind] = useState<(typeof Kind.options)[number]>("do_not_call");
  const [words, setWords] = useState("");
  const isReady = whose === "person" ? contactId !== undefined : point.trim().length >= pointLengthMin;
  const save = () =>
    recordSuppression.mutate(
      { ...(whose === "person" ? { contactId } : { point }), kind, words },
      {
        onSuccess: ({ cancelledTasks }) => {
          notifications.show({ message: t("suppressions.done", { count: cancelledTasks }) });
          onClose();
        },
      },
    );
  return (
    <FormDialog
      opened={opened}
      title={t("suppressions.new")}
      text={t("suppressions.newText")}
      action={t("suppressions.save")}
      isSending={recordSuppression.isPending}
      isReady={isReady}
      error={recordSuppression.error}
      onClose={onClose}
      onSave={save}
    >
      <SegmentedControl
        aria-label={t("suppressions.whose")}
        value={whose}
        onChange={setWhose}
        data={(["person", "point"] as const).map((value) => ({ value, label: t(`suppressions.of.${value}`) }))}
      />
      {whose === "person" ? (
        <ContactSelect label={t("person")} value={contactId} onChange={setContactId} required />
      ) : (
        <TextInput
          label={t("suppressions.point")}
          description={t("suppressions.pointText")}
          maxLength={320}
          value={point}
          onChange={({ currentTarget }) => setPoint(currentTarget.value)}
        />
      )}
      <Select
        label={t("suppressions.kind")}
        allowDeselect={false}
        data={Kind.options.map((value) => ({ value, label: t(`contacts:suppression.${value}`) }))}
        value={kind}
        onChange={(value) => setKind(Kind.parse(value))}
      />
      <Textarea
        label={t("suppressions.words")}
        autosize
        minRows={2}
        maxLength={2000}
        value={words}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
      />
    </FormDialog>
  );
}
