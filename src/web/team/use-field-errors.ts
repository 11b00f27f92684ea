import { useTranslation } from "react-i18next";
import type { z } from "zod";

type Issue = z.core.$ZodIssue;

/** The contract's schema as the validation of a form: the first mistake of each field, in words. */
export function useFieldErrors(schema: z.ZodType): (values: unknown) => Record<string, string> {
  const { t } = useTranslation("team");
  const wordOf = (issue: Issue): string => {
    if (issue.code === "too_small" && Number(issue.minimum) > 1) {
      return t("fields.tooShort", { count: Number(issue.minimum) });
    }
    if (issue.code === "too_small") return t("fields.required");
    if (issue.code === "invalid_format" && issue.format === "email") return t("fields.email");
    return t("fields.invalid");
  };
  return (values) => {
    const parsed = schema.safeParse(values);
    const issues = parsed.success ? [] : parsed.error.issues;
    return Object.fromEntries(issues.toReversed().map((issue) => [issue.path.join("."), wordOf(issue)]));
  };
}
