import { Button, Group, Text, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { admitAgain } from "#api/disclosure.ts";
import { request } from "#web/platform/request.ts";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";

/** Somebody who was erased came back herself: she may be added again. */
export function AdmitForm() {
  const { t } = useTranslation("rights");
  const [value, setValue] = useState("");
  const [name, setName] = useState("");
  const [reason, setReason] = useState("");
  const admit = useMutation({ mutationFn: () => request(admitAgain, { value, name, reason }) });
  return (
    <>
      <Text size="sm">{t("admit.text")}</Text>
      <Group align="end" gap="sm">
        <TextInput
          label={t("admit.value")}
          value={value}
          onChange={({ currentTarget }) => setValue(currentTarget.value)}
        />
        <TextInput
          label={t("admit.name")}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <TextInput
          label={t("admit.reason")}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <Button
          variant="default"
          disabled={value.trim().length < 3 || reason.trim().length < 3}
          loading={admit.isPending}
          onClick={() => admit.mutate()}
        >
          {t("admit.save")}
        </Button>
      </Group>
      {admit.isSuccess && <Text size="sm">{t("admit.done")}</Text>}
      {admit.error && <ProblemAlert error={admit.error} />}
    </>
  );
}
