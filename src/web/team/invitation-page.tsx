import { Button, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { acceptInvitation, getMe, Password, PersonName, readInvitation } from "#api/account.ts";
import { Language } from "#api/settings.ts";
import { isRequestError, request } from "#web/platform/request.ts";
import { authRequest } from "#web/team/auth-request.ts";
import { linkToken } from "#web/team/link-token.ts";
import { NewPasswordInput } from "#web/team/new-password-input.tsx";
import { PublicPage } from "#web/team/public-page.tsx";
import { Refusal } from "#web/team/refusal.tsx";
import { SignInForm } from "#web/team/sign-in-form.tsx";
import { useFieldErrors } from "#web/team/use-field-errors.ts";
import { Loading } from "#web/ui/loading.tsx";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";

const Newcomer = z.object({ name: PersonName, password: Password });

/** Joins a workspace: as a new person, or with the account that the address has already. */
export function InvitationPage() {
  const { t } = useTranslation("team");
  const [token] = useState(linkToken);
  const invitation = useQuery({
    queryKey: ["team", "invitation", token],
    queryFn: async () => ({ ...(await request(readInvitation, { token })), signedInAs: await signedInAs() }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  if (invitation.isPending) return <Loading rows={1} />;
  if (invitation.error) {
    return (
      <PublicPage title={t("invitation.broken")}>
        <ProblemAlert error={invitation.error} />
      </PublicPage>
    );
  }
  const { workspaceName, email, role, hasAccount } = invitation.data;
  const isMine = invitation.data.signedInAs === email;
  return (
    <PublicPage
      title={t("invitation.title", { workspace: workspaceName })}
      text={t(hasAccount ? "invitation.known" : "invitation.new", { email, role: t(`roles.${role}`) })}
    >
      {hasAccount && !isMine && <SignInForm email={email} onDone={() => void invitation.refetch()} />}
      {hasAccount && isMine && <Join token={token} />}
      {!hasAccount && <JoinAsNewcomer token={token} email={email} />}
    </PublicPage>
  );
}

async function signedInAs(): Promise<string | null> {
  try {
    return (await request(getMe, {})).user.email;
  } catch (error) {
    if (isRequestError(error) && error.code === "sign_in_required") return null;
    throw error;
  }
}

function Join({ token }: { token: string }) {
  const { t } = useTranslation("team");
  const join = useMutation({
    mutationFn: () => request(acceptInvitation, { token }),
    onSuccess: () => window.location.assign("/"),
  });
  return (
    <>
      <Refusal error={join.error} />
      <Button loading={join.isPending} onClick={() => join.mutate()}>
        {t("invitation.join")}
      </Button>
    </>
  );
}

function JoinAsNewcomer({ token, email }: { token: string; email: string }) {
  const { t, i18n } = useTranslation("team");
  const validate = useFieldErrors(Newcomer);
  const form = useForm({ mode: "uncontrolled", initialValues: { name: "", password: "" }, validate });
  const join = useMutation({
    mutationFn: async (person: z.output<typeof Newcomer>) => {
      await request(acceptInvitation, { token, person: { ...person, language: Language.parse(i18n.language) } });
      await authRequest("/sign-in/email", { email, password: person.password });
    },
    onSuccess: () => window.location.assign("/"),
  });
  return (
    <form onSubmit={form.onSubmit((values) => join.mutate(values))} noValidate>
      <Stack gap="sm">
        <TextInput label={t("email")} value={email} readOnly autoComplete="username" />
        <TextInput label={t("yourName")} autoComplete="name" autoFocus {...form.getInputProps("name")} />
        <NewPasswordInput {...form.getInputProps("password")} />
        <Refusal error={join.error} />
        <Button type="submit" loading={join.isPending}>
          {t("invitation.join")}
        </Button>
      </Stack>
    </form>
  );
}
