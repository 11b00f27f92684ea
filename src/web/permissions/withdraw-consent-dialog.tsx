import { Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ListedConsent } from "#api/compliance.ts";
import { FormDialog } from "#web/permissions/form-dialog.tsx";
import type { useChangeRecord } from "#web/permissions/use-record.ts";

type Props = {
  consent: ListedConsent | undefined;
  onClose: () => void;
  record: Pick<ReturnType<typeof useChangeRecord>, "withdrawConsent">;
};

/** Taking a permission back is as easy as giving it. */
export function WithdrawConsentDialog({ consent, onClose, record: { withdrawConsent } }: Props) {
  const { t } = useTranslation("permissions");
  const [words, setWords] = useState("");
  return (
    <FormDialog
      opened={consent !== undefined}
      title={t("consents.withdrawOf", { name: consent?.contactName ?? consent?.point ?? "" })}
      text={t("consents.withdrawText")}
      action={t("consents.withdraw")}
      isSending={withdrawConsent.isPending}
      isReady
      error={withdrawConsent.error}
      onClose={onClose}
      onSave={() => consent && withdrawConsent.mutate({ id: consent.id, words }, { onSuccess: onClose })}
    >
      <Textarea
        label={t("consents.withdrawWords")}
        data-autofocus
        autosize
        minRows={2}
        maxLength={2000}
        value={words}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
      />
    </FormDialog>
  );
}
