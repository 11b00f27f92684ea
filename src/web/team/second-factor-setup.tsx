import { Button, Code, Group, Image, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import { type UseMutationResult, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Refusal } from "#web/team/refusal.tsx";
import type { SecondFactor } from "#web/team/use-two-factor.ts";

type Props = SecondFactor & { confirm: UseMutationResult<unknown, Error, string>; onFinish: () => void };

const pictureSize = 184;

/** The picture for the authenticator, the first code from it, then the backup codes: shown once. */
export function SecondFactorSetup({ totpURI, backupCodes, confirm, onFinish }: Props) {
  const { t } = useTranslation("team");
  const [code, setCode] = useState("");
  const picture = useQuery({
    queryKey: ["team", "second-factor-picture", totpURI],
    queryFn: async () => (await import("qrcode")).toDataURL(totpURI, { margin: 2, width: pictureSize * 2 }),
    gcTime: 0,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate(code);
  };

  if (confirm.isSuccess) return <BackupCodes codes={backupCodes} onFinish={onFinish} />;
  return (
    <Group align="start" gap="lg">
      <Image src={picture.data} alt={t("twoFactor.picture")} w={pictureSize} h={pictureSize} radius="md" />
      <form onSubmit={submit}>
        <Stack gap="sm" maw={360}>
          <Text>{t("twoFactor.scan")}</Text>
          <Text size="sm" c="dimmed">
            {t("twoFactor.byHand")}
          </Text>
          <Code block>{new URL(totpURI).searchParams.get("secret")}</Code>
          <TextInput
            label={t("secondFactor.code")}
            inputMode="numeric"
            autoComplete="one-time-code"
            autoFocus
            required
            withAsterisk={false}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          <Refusal error={confirm.error} />
          <Group gap="xs">
            <Button type="submit" loading={confirm.isPending}>
              {t("twoFactor.confirm")}
            </Button>
            <Button variant="subtle" onClick={onFinish}>
              {t("cancel")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Group>
  );
}

function BackupCodes({ codes, onFinish }: { codes: string[]; onFinish: () => void }) {
  const { t } = useTranslation("team");
  return (
    <Stack gap="sm">
      <Text>{t("twoFactor.backup")}</Text>
      <SimpleGrid cols={{ base: 2, sm: 5 }} spacing="xs">
        {codes.map((each) => (
          <Code key={each}>{each}</Code>
        ))}
      </SimpleGrid>
      <Group>
        <Button onClick={onFinish}>{t("twoFactor.kept")}</Button>
      </Group>
    </Stack>
  );
}
