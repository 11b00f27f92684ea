import { Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { Email } from "#api/account.ts";
import { Refusal } from "#web/team/refusal.tsx";
import { SecondFactorForm } from "#web/team/second-factor-form.tsx";
import { useFieldErrors } from "#web/team/use-field-errors.ts";
import { useSignIn } from "#web/team/use-sign-in.ts";

const SignIn = z.object({ email: Email, password: z.string().min(1) });

type Props = {
  /** Fixed where a link is for one person. */
  email?: string;
  onDone: () => void;
};

/** Email and password, then the second factor where the person has one. */
export function SignInForm({ email, onDone }: Props) {
  const { t } = useTranslation("team");
  const [needsCode, setNeedsCode] = useState(false);
  const signIn = useSignIn();
  const validate = useFieldErrors(SignIn);
  const form = useForm({ mode: "uncontrolled", initialValues: { email: email ?? "", password: "" }, validate });

  if (needsCode) return <SecondFactorForm onDone={onDone} onStartAgain={() => setNeedsCode(false)} />;
  const submit = form.onSubmit((values) =>
    signIn.mutate(values, { onSuccess: ({ needsCode: more }) => (more ? setNeedsCode(true) : onDone()) }),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <TextInput
          label={t("email")}
          type="email"
          autoComplete="username"
          readOnly={email !== undefined}
          data-autofocus={email === undefined}
          autoFocus={email === undefined}
          {...form.getInputProps("email")}
        />
        <PasswordInput
          label={t("password")}
          autoComplete="current-password"
          autoFocus={email !== undefined}
          visibilityToggleButtonProps={{ "aria-label": t("showPassword") }}
          {...form.getInputProps("password")}
        />
        <Refusal error={signIn.error} />
        <Button type="submit" loading={signIn.isPending}>
          {t("signIn.submit")}
        </Button>
      </Stack>
    </form>
  );
}
