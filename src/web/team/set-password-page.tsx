import { Button, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { Password, readPasswordLink, setPassword } from "#api/account.ts";
import { request } from "#web/platform/request.ts";
import { linkToken } from "#web/team/link-token.ts";
import { NewPasswordInput } from "#web/team/new-password-input.tsx";
import { PublicPage } from "#web/team/public-page.tsx";
import { Refusal } from "#web/team/refusal.tsx";
import { SignInForm } from "#web/team/sign-in-form.tsx";
import { useFieldErrors } from "#web/team/use-field-errors.ts";
import { Loading } from "#web/ui/loading.tsx";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";

const Form = z.object({ password: Password });

/** Sets a password by link; signs in with it afterwards. */
export function SetPasswordPage() {
  const { t } = useTranslation("team");
  const [token] = useState(linkToken);
  const [isSet, setIsSet] = useState(false);
  const link = useQuery({
    queryKey: ["team", "password-link", token],
    queryFn: () => request(readPasswordLink, { token }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  if (link.isPending) return <Loading rows={1} />;
  if (link.error) {
    return (
      <PublicPage title={t("setPassword.title")}>
        <ProblemAlert error={link.error} />
      </PublicPage>
    );
  }
  const { email, name } = link.data;
  return (
    <PublicPage title={t("setPassword.title")} text={t(isSet ? "setPassword.done" : "setPassword.text", { name })}>
      {isSet ? (
        <SignInForm email={email} onDone={() => window.location.assign("/")} />
      ) : (
        <SetPasswordForm email={email} token={token} onDone={() => setIsSet(true)} />
      )}
    </PublicPage>
  );
}

function SetPasswordForm({ email, token, onDone }: { email: string; token: string; onDone: () => void }) {
  const { t } = useTranslation("team");
  const validate = useFieldErrors(Form);
  const form = useForm({ mode: "uncontrolled", initialValues: { password: "" }, validate });
  const save = useMutation({
    mutationFn: ({ password }: z.output<typeof Form>) => request(setPassword, { token, password }),
    onSuccess: onDone,
  });
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))} noValidate>
      <Stack gap="sm">
        <TextInput label={t("email")} value={email} readOnly autoComplete="username" />
        <NewPasswordInput autoFocus {...form.getInputProps("password")} />
        <Refusal error={save.error} />
        <Button type="submit" loading={save.isPending}>
          {t("setPassword.submit")}
        </Button>
      </Stack>
    </form>
  );
}
