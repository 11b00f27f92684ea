import { useTranslation } from "react-i18next";
import { isRequestError } from "#web/platform/request.ts";

export type ErrorText = { text: string; isOutage: boolean };

/** An error in the person's language; what we do not know is an outage. */
export function useErrorText(error: unknown): ErrorText {
  const { t } = useTranslation("ui");
  if (!isRequestError(error)) return { text: t("errors.internal_error"), isOutage: true };
  const { code, details, status } = error;
  const text = t(`errors.${code}`, { ...details, defaultValue: t("errors.internal_error") });
  return { text, isOutage: status === 0 || status >= 500 };
}
