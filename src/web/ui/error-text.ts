import { useTranslation } from "react-i18next";
import { isRequestError } from "#web/platform/request.ts";

export type ErrorText = { text: string; isOutage: boolean };

/** An error in the person's language; what we do not know is an outage. */
export function useErrorText(error: unknown): ErrorText {
  const { t } = useTranslation("ui");
  if (!isRequestError(error)) return { text: t("errors.internal_error"), isOutage: true };
  const { code, details, status } = error;
  const general = t(`errors.${code}`, { ...details, defaultValue: t("errors.internal_error") });
  const reason = reasonOf(details);
  const text = reason ? t(`reasons.${reason}`, { ...details, defaultValue: general }) : general;
  return { text, isOutage: status === 0 || status >= 500 };
}

/** What the server says beyond the code: a reason, or what is wrong with the first field. */
function reasonOf({ reason, problems }: Record<string, unknown>): string | undefined {
  if (typeof reason === "string") return reason;
  const first: unknown = Array.isArray(problems) ? problems[0] : undefined;
  const message = typeof first === "object" && first !== null && "message" in first ? first.message : undefined;
  // The wording of a schema is a sentence, and not for people; ours is a name.
  return typeof message === "string" && /^[a-z_]+$/.test(message) ? message : undefined;
}
