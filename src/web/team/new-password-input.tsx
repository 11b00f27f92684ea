import { PasswordInput, type PasswordInputProps } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { passwordLengthMin } from "#api/account.ts";

/** A password that is being chosen: length is what counts. */
export function NewPasswordInput(props: PasswordInputProps) {
  const { t } = useTranslation("team");
  return (
    <PasswordInput
      label={t("newPassword")}
      description={t("passwordHint", { count: passwordLengthMin })}
      autoComplete="new-password"
      visibilityToggleButtonProps={{ "aria-label": t("showPassword") }}
      {...props}
    />
  );
}
