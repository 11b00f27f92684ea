import { Button, Group, Select, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { changeMe, PersonName } from "#api/account.ts";
import { languageNames, languages } from "#web/platform/languages.ts";
import { request } from "#web/platform/request.ts";
import { sessionQuery, useSession } from "#web/platform/session.ts";
import { signOut } from "#web/platform/sign-out.ts";
import { useChooseLanguage } from "#web/platform/use-choose-language.ts";
import { Refusal } from "#web/team/refusal.tsx";
import { useFieldErrors } from "#web/team/use-field-errors.ts";
import { useSayDone } from "#web/team/use-say-done.ts";
import { Section } from "#web/ui/section.tsx";

const Form = z.object({ name: PersonName });

/** One's own name and language, and the workspace that one works in. */
export function AccountSection() {
  const { t, i18n } = useTranslation("team");
  const { user, current, workspaces } = useSession();
  const queryClient = useQueryClient();
  const sayDone = useSayDone();
  const chooseLanguage = useChooseLanguage();
  const validate = useFieldErrors(Form);
  const form = useForm({ mode: "uncontrolled", initialValues: { name: user.name }, validate });
  const save = useMutation({
    mutationFn: (values: z.output<typeof Form>) => request(changeMe, values),
    onSuccess: async () => {
      await queryClient.invalidateQueries(sessionQuery);
      sayDone();
    },
  });
  return (
    <>
      <Section title={t("account.title")} text={user.email}>
        <form onSubmit={form.onSubmit((values) => save.mutate(values))} noValidate>
          <Group align="end" gap="xs">
            <TextInput label={t("yourName")} autoComplete="name" flex={1} {...form.getInputProps("name")} />
            <Button type="submit" variant="default" loading={save.isPending}>
              {t("save")}
            </Button>
          </Group>
        </form>
        <Refusal error={save.error} />
        <Select
          label={t("language")}
          value={i18n.language}
          data={languages.map((value) => ({ value, label: languageNames[value] }))}
          onChange={(value) => chooseLanguage(languages.find((each) => each === value) ?? "en")}
          allowDeselect={false}
        />
      </Section>
      <Section title={t("account.workspace")}>
        <Text>{t("account.worksIn", { workspace: current.name, role: t(`roles.${current.role}`) })}</Text>
        <Group gap="xs">
          {workspaces.length > 1 && (
            <Button variant="default" component={Link} to="/workspaces">
              {t("account.change")}
            </Button>
          )}
          <Button variant="default" onClick={() => void signOut()}>
            {t("signOut")}
          </Button>
        </Group>
      </Section>
    </>
  );
}
