import { Button, Group, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CustomFieldType } from "#api/custom-fields.ts";
import { fieldKey } from "#domain/contacts/field-key.ts";
import { choicesOf } from "#web/contacts/choices-of.ts";
import { useChangeCustomFields } from "#web/contacts/use-custom-fields.ts";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";

/** Adds a field; its key follows from its name, and its type stays. */
export function CustomFieldForm({ taken }: { taken: readonly string[] }) {
  const { t } = useTranslation("contacts");
  const { create } = useChangeCustomFields();
  const [label, setLabel] = useState("");
  const [type, setType] = useState<(typeof CustomFieldType.options)[number]>("text");
  const [choices, setChoices] = useState("");
  const isReady = label.trim() !== "" && (type !== "choice" || choicesOf(choices).length > 0);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate({ key: fieldKey(label, taken), label, type, choices: choicesOf(choices) });
      }}
    >
      <Group gap="xs" align="end">
        <TextInput
          label={t("field.new")}
          flex={1}
          miw={160}
          required
          withAsterisk={false}
          maxLength={100}
          value={label}
          onChange={({ currentTarget }) => setLabel(currentTarget.value)}
        />
        <Select
          label={t("field.typeLabel")}
          w={140}
          allowDeselect={false}
          data={CustomFieldType.options.map((value) => ({ value, label: t(`field.type.${value}`) }))}
          value={type}
          onChange={(value) => setType(CustomFieldType.parse(value))}
        />
        {type === "choice" && (
          <TextInput
            label={t("field.choices")}
            placeholder={t("field.choicesHint")}
            flex={1}
            miw={160}
            value={choices}
            onChange={({ currentTarget }) => setChoices(currentTarget.value)}
          />
        )}
        <Button type="submit" loading={create.isPending} disabled={!isReady}>
          {t("field.add")}
        </Button>
      </Group>
      {create.error && <ProblemAlert error={create.error} />}
    </form>
  );
}
