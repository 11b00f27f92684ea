import { Button, Checkbox, Group, PasswordInput, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { Password } from "#api/account.ts";
import { authRequest } from "#web/team/auth-request.ts";
import { NewPasswordInput } from "#web/team/new-password-input.tsx";
import { Refusal } from "#web/team/refusal.tsx";
import { useFieldErrors } from "#web/team/use-field-errors.ts";
import { useSayDone } from "#web/team/use-say-done.ts";
import { sessionsKey } from "#web/team/use-sessions.ts";
import { Section } from "#web/ui/section.tsx";

const Form = z.object({ currentPassword: z.string().min(1), newPassword: Password, revokeOtherSessions: z.boolean() });
type Form = z.output<typeof Form>;

export function PasswordSection() {
  const { t } = useTranslation("team");
  const queryClient = useQueryClient();
  const sayDone = useSayDone();
  const validate = useFieldErrors(Form);
  const initialValues: Form = { currentPassword: "", newPassword: "", revokeOtherSessions: true };
  const form = useForm({ mode: "uncontrolled", initialValues, validate });
  const change = useMutation({
    mutationFn: (values: Form) => authRequest("/change-password", values),
    onSuccess: async () => {
      form.reset();
      sayDone();
      await queryClient.invalidateQueries({ queryKey: sessionsKey });
    },
  });
  return (
    <Section title={t("password")}>
      <form onSubmit={form.onSubmit((values) => change.mutate(values))} noValidate>
        <Stack gap="sm">
          <PasswordInput
            label={t("currentPassword")}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ "aria-label": t("showPassword") }}
            {...form.getInputProps("currentPassword")}
          />
          <NewPasswordInput {...form.getInputProps("newPassword")} />
          <Checkbox
            label={t("endOtherSessions")}
            {...form.getInputProps("revokeOtherSessions", { type: "checkbox" })}
          />
          <Refusal error={change.error} />
          <Group>
            <Button type="submit" variant="default" loading={change.isPending}>
              {t("changePassword")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
