import { Anchor, Button, Checkbox, Group, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Refusal } from "#web/team/refusal.tsx";
import { useSecondFactor } from "#web/team/use-sign-in.ts";

/** Six digits of the authenticator, or one of the backup codes. */
export function SecondFactorForm({ onDone, onStartAgain }: { onDone: () => void; onStartAgain: () => void }) {
  const { t } = useTranslation("team");
  const [withBackupCode, setWithBackupCode] = useState(false);
  const [code, setCode] = useState("");
  const [trustDevice, setTrustDevice] = useState(false);
  const verify = useSecondFactor();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    verify.mutate({ code: code.replaceAll(/\s/g, ""), trustDevice, withBackupCode }, { onSuccess: onDone });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Text>{t(withBackupCode ? "secondFactor.backupHint" : "secondFactor.hint")}</Text>
        <TextInput
          key={String(withBackupCode)}
          label={t(withBackupCode ? "secondFactor.backupCode" : "secondFactor.code")}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          autoComplete="one-time-code"
          inputMode={withBackupCode ? "text" : "numeric"}
          autoFocus
          required
        />
        <Checkbox
          label={t("secondFactor.trust")}
          checked={trustDevice}
          onChange={(event) => setTrustDevice(event.currentTarget.checked)}
        />
        <Refusal error={verify.error} />
        <Button type="submit" loading={verify.isPending}>
          {t("signIn.submit")}
        </Button>
        <Group justify="space-between">
          <Anchor component="button" type="button" size="sm" onClick={() => setWithBackupCode(!withBackupCode)}>
            {t(withBackupCode ? "secondFactor.useApp" : "secondFactor.useBackup")}
          </Anchor>
          <Anchor component="button" type="button" size="sm" onClick={onStartAgain}>
            {t("secondFactor.startAgain")}
          </Anchor>
        </Group>
      </Stack>
    </form>
  );
}
