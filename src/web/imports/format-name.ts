import { useTranslation } from "react-i18next";

/** What a file is, in words. */
export function useFormatName(): (slug: string | null, title?: string) => string {
  const { t } = useTranslation("imports");
  return (slug, title) => (slug ? t(`formats.${slug}`, { defaultValue: title ?? slug.replaceAll("_", " ") }) : "");
}

/** Where a column goes, in words; `phone:mobile` is a phone with its label, `other.name` that of a second person. */
export function useFieldName(): (field: string) => string {
  const { t } = useTranslation("imports");
  const name = (field: string): string => {
    if (field.startsWith("other.")) return t("field.other", { field: name(field.slice("other.".length)) });
    const [base = "", label] = field.split(":", 2);
    const text = t(`fields.${base}`, { defaultValue: t(`labels.${base}`, { defaultValue: base }) });
    return label ? t("field.labelled", { field: text, label: t(`labels.${label}`, { defaultValue: label }) }) : text;
  };
  return name;
}
