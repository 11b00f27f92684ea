import { Button, Group, PasswordInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "#web/platform/session.ts";
import { Refusal } from "#web/team/refusal.tsx";
import { SecondFactorSetup } from "#web/team/second-factor-setup.tsx";
import { type SecondFactor, useTwoFactor } from "#web/team/use-two-factor.ts";
import { Section } from "#web/ui/section.tsx";

/** Turns the second factor on and off; either takes the password. */
export function SecondFactorSection() {
  const { t } = useTranslation("team");
  const { twoFactorEnabled } = useSession().user;
  const { begin, confirm, disable } = useTwoFactor();
  const [password, setPassword] = useState("");
  const [setup, setSetup] = useState<SecondFactor>();
  const change = twoFactorEnabled ? disable : begin;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (twoFactorEnabled) disable.mutate(password);
    else begin.mutate(password, { onSuccess: setSetup });
    setPassword("");
  };

  if (setup) {
    const finish = () => setSetup(undefined);
    return (
      <Section title={t("twoFactor.title")}>
        <SecondFactorSetup {...setup} confirm={confirm} onFinish={finish} />
      </Section>
    );
  }
  return (
    <Section title={t("twoFactor.title")} text={t(twoFactorEnabled ? "twoFactor.isOn" : "twoFactor.isOff")}>
      <form onSubmit={submit}>
        <Group align="end" gap="xs">
          <PasswordInput
            label={t("currentPassword")}
            autoComplete="current-password"
            flex={1}
            required
            withAsterisk={false}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            visibilityToggleButtonProps={{ "aria-label": t("showPassword") }}
          />
          <Button type="submit" variant="default" loading={change.isPending}>
            {t(twoFactorEnabled ? "twoFactor.turnOff" : "twoFactor.turnOn")}
          </Button>
        </Group>
      </form>
      <Refusal error={change.error} />
    </Section>
  );
}
