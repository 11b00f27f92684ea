import { Group, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { conditionKinds } from "#api/conditions.ts";
import { FormDialog } from "#web/permissions/form-dialog.tsx";
import type { useChangeRecord } from "#web/permissions/use-record.ts";
import { countryOptions } from "#web/ui/country-options.ts";

type Props = {
  opened: boolean;
  onClose: () => void;
  record: Pick<ReturnType<typeof useChangeRecord>, "enterCondition">;
};

const nothing = { region: "", county: "", place: "", from: "", to: "", source: "" };

/** Enters a holiday or an emergency of a place; it counts at once, for whoever is there. */
export function ConditionDialog({ opened, onClose, record: { enterCondition } }: Props) {
  const { t, i18n } = useTranslation("permissions");
  const [kind, setKind] = useState<(typeof conditionKinds)[number]>("proclaimed_day");
  const [country, setCountry] = useState("US");
  const [facts, setFacts] = useState(nothing);
  const field = (name: keyof typeof facts, more: { type?: string; description?: string } = {}) => (
    <TextInput
      label={t(`conditions.${name}`)}
      value={facts[name]}
      maxLength={name === "source" ? 1000 : 100}
      onChange={({ currentTarget }) => setFacts({ ...facts, [name]: currentTarget.value })}
      {...more}
    />
  );
  const save = () => {
    const { region, county, place, from, to, source } = facts;
    const where = { kind, country, region, county: county || null, place: place || null };
    enterCondition.mutate({ ...where, from, to: to || null, source }, { onSuccess: onClose });
  };
  return (
    <FormDialog
      opened={opened}
      title={t("conditions.new")}
      text={t("conditions.newText")}
      action={t("conditions.save")}
      isSending={enterCondition.isPending}
      isReady={facts.region.trim() !== "" && facts.from !== ""}
      error={enterCondition.error}
      onClose={onClose}
      onSave={save}
    >
      <Select
        label={t("conditions.kind")}
        allowDeselect={false}
        data={conditionKinds.map((value) => ({ value, label: t(`conditions.kinds.${value}`) }))}
        value={kind}
        onChange={(value) => setKind(conditionKinds.find((each) => each === value) ?? kind)}
      />
      <Group grow align="flex-start" gap="sm">
        <Select
          label={t("conditions.country")}
          allowDeselect={false}
          searchable
          data={countryOptions(i18n.language)}
          value={country}
          onChange={(value) => setCountry(value ?? country)}
        />
        {field("region")}
      </Group>
      <Group grow align="flex-start" gap="sm">
        {field("county")}
        {field("place")}
      </Group>
      <Group grow align="flex-start" gap="sm">
        {field("from", { type: "date" })}
        {field("to", { type: "date", description: t("conditions.toText") })}
      </Group>
      {field("source")}
    </FormDialog>
  );
}
