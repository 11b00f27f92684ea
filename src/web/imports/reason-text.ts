import { useTranslation } from "react-i18next";
import type { RowReason } from "#api/imports.ts";
import { useFieldName } from "#web/imports/format-name.ts";
import { isRequestError } from "#web/platform/request.ts";
import { useErrorText } from "#web/ui/error-text.ts";
import { useKindName } from "#web/ui/kind-name.ts";

/** The value of these is a contact's id, which says nothing to anybody. */
const withoutValue = ["same_name_and_company"];
const kindsAsValue = ["touchpoint_without_date"];

/** Why a row became what it did, with the column and the cell it is about. */
export function useReasonText(): (reason: RowReason) => string {
  const { t } = useTranslation("imports");
  const fieldName = useFieldName();
  const kindName = useKindName();
  return ({ code, column, value }) => {
    const sentence = t(`reasons.${code}`, { defaultValue: code.replaceAll("_", " ") });
    const text = value && kindsAsValue.includes(code) ? kindName(value) : value;
    const cell = text && !withoutValue.includes(code) ? t("reason.value", { value: text }) : undefined;
    const where = [column && fieldName(column), cell].filter(Boolean).join(" = ");
    return where ? t("reason.where", { sentence, where }) : sentence;
  };
}

/** Why an import failed: a reason of its own, or an error of the product. */
export function useFailureText(): (problem: RowReason) => string {
  const { t } = useTranslation("imports");
  return ({ code, value }) =>
    t(`problems.${code}`, {
      value,
      defaultValue: t(`ui:errors.${code}`, { defaultValue: t("ui:errors.internal_error") }),
    });
}

/** A refusal of the server in this screen's words; null where the general ones say it. */
export function useRefusalText(error: unknown): string {
  const { t } = useTranslation("imports");
  const general = useErrorText(error).text;
  if (!isRequestError(error)) return general;
  const { reason, is, value } = error.details;
  const code = reason === "not_importable" ? `${reason}_${is}` : String(reason);
  return t(`problems.${code}`, { value, defaultValue: general });
}

export function reasonOfError(error: unknown): string | undefined {
  return isRequestError(error) && typeof error.details.reason === "string" ? error.details.reason : undefined;
}
