import { Select, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { CustomField } from "#api/custom-fields.ts";

type Props = {
  field: CustomField;
  value: string | boolean | undefined;
  onChange: (value: string | boolean) => void;
};

const inputTypes = { text: "text", number: "number", date: "date" } as const;

/** One of the workspace's own fields, by its type. */
export function CustomFieldInput({ field: { label, type, choices }, value, onChange }: Props) {
  const { t } = useTranslation("contacts");
  if (type === "choice") {
    return (
      <Select
        label={label}
        clearable
        data={choices}
        value={typeof value === "string" && value ? value : null}
        onChange={(chosen) => onChange(chosen ?? "")}
      />
    );
  }
  if (type === "boolean") {
    return (
      <Select
        label={label}
        clearable
        placeholder={t("fact.unknown")}
        data={[
          { value: "true", label: t("yes") },
          { value: "false", label: t("no") },
        ]}
        value={typeof value === "boolean" ? String(value) : null}
        onChange={(chosen) => onChange(chosen === null ? "" : chosen === "true")}
      />
    );
  }
  return (
    <TextInput
      label={label}
      type={inputTypes[type]}
      step={type === "number" ? "any" : undefined}
      maxLength={1000}
      value={typeof value === "string" ? value : ""}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
