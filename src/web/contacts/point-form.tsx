import { Button, Group, Select, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PointKind } from "#api/contacts.ts";
import { useChangeContact } from "#web/contacts/use-contact.ts";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";

/** Adds a number, an address or a profile; the server reads whatever spelling was typed. */
export function PointForm({ contactId, onDone }: { contactId: string; onDone: () => void }) {
  const { t } = useTranslation("contacts");
  const { addPoint } = useChangeContact();
  const [kind, setKind] = useState<PointKindName>("phone");
  const [value, setValue] = useState("");
  const [label, setLabel] = useState("");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        addPoint.mutate({ id: contactId, kind, value, label: label.trim() || null }, { onSuccess: onDone });
      }}
    >
      <Stack gap="xs" mt="xs">
        <Group gap="xs" grow>
          <Select
            label={t("point.what")}
            allowDeselect={false}
            data={PointKind.options.map((each) => ({ value: each, label: t(`point.kind.${each}`) }))}
            value={kind}
            onChange={(each) => setKind(PointKind.parse(each))}
          />
          <TextInput
            label={t("point.label")}
            placeholder={t("point.labelHint")}
            maxLength={60}
            value={label}
            onChange={({ currentTarget }) => setLabel(currentTarget.value)}
          />
        </Group>
        <TextInput
          label={t(`point.kind.${kind}`)}
          description={kind === "phone" ? t("point.phoneHint") : undefined}
          required
          withAsterisk={false}
          maxLength={500}
          data-autofocus
          value={value}
          onChange={({ currentTarget }) => setValue(currentTarget.value)}
        />
        {addPoint.error && <ProblemAlert error={addPoint.error} />}
        <Group gap="xs" justify="flex-end">
          <Button variant="default" size="xs" onClick={onDone}>
            {t("cancel")}
          </Button>
          <Button type="submit" size="xs" loading={addPoint.isPending} disabled={!value.trim()}>
            {t("save")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type PointKindName = (typeof PointKind.options)[number];
