import { Button, Select, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { CreateWorkspace, createWorkspace } from "#api/account.ts";
import { Language, Preset } from "#api/settings.ts";
import { request } from "#web/platform/request.ts";
import { authRequest } from "#web/team/auth-request.ts";
import { linkToken } from "#web/team/link-token.ts";
import { NewPasswordInput } from "#web/team/new-password-input.tsx";
import { PublicPage } from "#web/team/public-page.tsx";
import { Refusal } from "#web/team/refusal.tsx";
import { setupQuery } from "#web/team/setup.ts";
import { useFieldErrors } from "#web/team/use-field-errors.ts";

type Values = { setupToken: string; name: string; preset: Preset; person: CreateWorkspace["person"] };

/** The first start: a workspace, and the person who runs it. */
export function WelcomePage() {
  const { t, i18n } = useTranslation("team");
  const { tokenRequired } = useSuspenseQuery(setupQuery).data;
  const validate = useFieldErrors(CreateWorkspace);
  const form = useForm<Values>({
    mode: "uncontrolled",
    initialValues: {
      setupToken: linkToken(),
      name: "",
      preset: "b2b_software",
      person: { name: "", email: "", password: "" },
    },
    validate: ({ setupToken, ...values }) => validate({ ...values, ...(tokenRequired && { setupToken }) }),
  });
  const create = useMutation({
    mutationFn: async ({ setupToken, ...values }: Values) => {
      const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
      const language = Language.parse(i18n.language);
      await request(createWorkspace, { ...values, timeZone, language, ...(setupToken && { setupToken }) });
      await authRequest("/sign-in/email", { email: values.person.email, password: values.person.password });
    },
    onSuccess: () => window.location.assign("/"),
  });
  return (
    <PublicPage title={t("welcome.title")} text={t("welcome.text")}>
      <form onSubmit={form.onSubmit((values) => create.mutate(values))} noValidate>
        <Stack gap="sm">
          {tokenRequired && (
            <TextInput
              label={t("welcome.token")}
              description={t("welcome.tokenHint")}
              autoComplete="off"
              {...form.getInputProps("setupToken")}
            />
          )}
          <TextInput
            label={t("welcome.workspace")}
            placeholder={t("welcome.workspaceExample")}
            autoComplete="organization"
            autoFocus
            {...form.getInputProps("name")}
          />
          <Select
            label={t("preset")}
            data={Preset.options.map((value) => ({ value, label: t(`presets.${value}`) }))}
            allowDeselect={false}
            {...form.getInputProps("preset")}
          />
          <TextInput label={t("yourName")} autoComplete="name" {...form.getInputProps("person.name")} />
          <TextInput label={t("email")} type="email" autoComplete="username" {...form.getInputProps("person.email")} />
          <NewPasswordInput {...form.getInputProps("person.password")} />
          <Refusal error={create.error} />
          <Button type="submit" loading={create.isPending}>
            {t("welcome.submit")}
          </Button>
        </Stack>
      </form>
    </PublicPage>
  );
}
