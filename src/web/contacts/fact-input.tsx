import { TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ContactValues } from "#web/contacts/contact-values.ts";

export type FieldsProps = {
  values: ContactValues;
  onChange: (changes: Partial<ContactValues>) => void;
};

type TextName = {
  [Name in keyof ContactValues]: ContactValues[Name] extends string ? Name : never;
}[keyof ContactValues];

type Props = FieldsProps & { name: TextName; lengthMax?: number; required?: boolean; hint?: string };

/** One fact that is plain text. */
export function FactInput({ name, lengthMax = 200, required = false, hint, values, onChange }: Props) {
  const { t } = useTranslation("contacts");
  return (
    <TextInput
      label={t(`fact.${name}`)}
      required={required}
      withAsterisk={false}
      maxLength={lengthMax}
      {...(hint && { placeholder: hint })}
      value={values[name]}
      onChange={({ currentTarget }) => onChange({ [name]: currentTarget.value })}
    />
  );
}
