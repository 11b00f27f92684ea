import { ActionIcon, Button, Group, Text, TextInput } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CustomField } from "#api/custom-fields.ts";
import { choicesOf } from "#web/contacts/choices-of.ts";
import { CustomFieldForm } from "#web/contacts/custom-field-form.tsx";
import { useChangeCustomFields, useCustomFields } from "#web/contacts/use-custom-fields.ts";
import { Loading } from "#web/ui/loading.tsx";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";
import { Section } from "#web/ui/section.tsx";

/** The fields that the workspace adds to contacts: named, ordered, archived. */
export function CustomFieldsSection() {
  const { t } = useTranslation("contacts");
  const { all, active, error, isPending, refetch } = useCustomFields();
  const archived = all.filter((field) => field.archived);
  return (
    <Section title={t("field.title")} text={t("field.text")}>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {isPending && <Loading rows={3} height={44} />}
      {!isPending && active.length === 0 && <Text c="dimmed">{t("field.none")}</Text>}
      {active.map((field, index) => (
        <FieldRow key={field.id} field={field} above={active[index - 1]} below={active[index + 1]} />
      ))}
      <CustomFieldForm key={all.length} taken={all.map(({ key }) => key)} />
      {archived.length > 0 && (
        <>
          <Text fw={600} mt="sm">
            {t("field.archived")}
          </Text>
          {archived.map((field) => (
            <FieldRow key={field.id} field={field} above={undefined} below={undefined} />
          ))}
        </>
      )}
    </Section>
  );
}

type RowProps = { field: CustomField; above: CustomField | undefined; below: CustomField | undefined };

function FieldRow({ field, above, below }: RowProps) {
  const { t } = useTranslation("contacts");
  const { update } = useChangeCustomFields();
  const { id, key, label, type, choices, archived } = field;
  const swap = async (other: CustomField) => {
    await update.mutateAsync({ id, position: other.position });
    await update.mutateAsync({ id: other.id, position: field.position });
  };
  return (
    <>
      <Group gap="xs" align="end">
        <Rename value={label} label={t("field.label")} onSave={(text) => update.mutate({ id, label: text })} />
        {type === "choice" && (
          <Rename
            value={choices.join(", ")}
            label={t("field.choices")}
            onSave={(text) => update.mutate({ id, choices: choicesOf(text) })}
          />
        )}
        <Text size="sm" c="dimmed" pb={8} w={150}>
          {t(`field.type.${type}`)} · {key}
        </Text>
        <ActionIcon
          variant="default"
          size={36}
          disabled={!above}
          aria-label={t("field.up", { label })}
          onClick={() => above && void swap(above)}
        >
          <IconArrowUp size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size={36}
          disabled={!below}
          aria-label={t("field.down", { label })}
          onClick={() => below && void swap(below)}
        >
          <IconArrowDown size={16} aria-hidden />
        </ActionIcon>
        <Button variant="default" onClick={() => update.mutate({ id, archived: !archived })}>
          {t(archived ? "restore" : "archive")}
        </Button>
      </Group>
      {update.error && <ProblemAlert error={update.error} />}
    </>
  );
}

/** Saved as one leaves the field, or with Enter. */
function Rename({ value, label, onSave }: { value: string; label: string; onSave: (text: string) => void }) {
  const [text, setText] = useState(value);
  const save = () => {
    if (text.trim() && text.trim() !== value) onSave(text.trim());
  };
  return (
    <TextInput
      label={label}
      flex={1}
      miw={140}
      value={text}
      onChange={({ currentTarget }) => setText(currentTarget.value)}
      onBlur={save}
      onKeyDown={({ key }) => key === "Enter" && save()}
    />
  );
}
