import { Select, SimpleGrid, Stack, TagsInput, Textarea } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Audience, PlaceBasis, Provenance } from "#api/contacts.ts";
import { CustomFieldInput } from "#web/contacts/custom-field-input.tsx";
import { FactInput, type FieldsProps } from "#web/contacts/fact-input.tsx";
import { FieldGroup } from "#web/contacts/field-group.tsx";
import { OwnerSelect } from "#web/contacts/owner-select.tsx";
import { useCustomFields } from "#web/contacts/use-custom-fields.ts";
import { useTags } from "#web/contacts/use-tags.ts";
import { useMay } from "#web/platform/session.ts";
import { countryOptions } from "#web/ui/country-options.ts";

/** Name and work. */
export function WhoFields({ values, onChange }: FieldsProps) {
  const { t } = useTranslation("contacts");
  return (
    <FieldGroup title={t("form.title.who")}>
      <FactInput name="fullName" lengthMax={300} required values={values} onChange={onChange} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <FactInput name="givenName" values={values} onChange={onChange} />
        <FactInput name="familyName" values={values} onChange={onChange} />
        <FactInput name="jobTitle" values={values} onChange={onChange} />
        <FactInput name="company" lengthMax={300} values={values} onChange={onChange} />
      </SimpleGrid>
    </FieldGroup>
  );
}

const zones = Intl.supportedValuesOf("timeZone");

/** What the gate asks: who it is in law, where, and how that is known. */
export function GateFields({ values, onChange }: FieldsProps) {
  const { t, i18n } = useTranslation("contacts");
  return (
    <FieldGroup title={t("form.title.gate")} text={t("form.gateWhy")}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <Select
          label={t("fact.audience")}
          clearable
          placeholder={t("fact.unknown")}
          data={Audience.options.map((value) => ({ value, label: t(`audience.${value}`) }))}
          value={values.audience}
          onChange={(value) => onChange({ audience: Audience.nullable().parse(value) })}
        />
        <Select
          label={t("fact.country")}
          searchable
          clearable
          data={countryOptions(i18n.language)}
          value={values.country}
          onChange={(country) => onChange({ country })}
        />
        <FactInput name="region" lengthMax={10} hint={t("form.regionHint")} values={values} onChange={onChange} />
        <FactInput name="place" values={values} onChange={onChange} />
        <FactInput name="postalCode" lengthMax={20} values={values} onChange={onChange} />
        <Select
          label={t("fact.placeBasis")}
          clearable
          placeholder={t("fact.unknown")}
          data={PlaceBasis.options.map((value) => ({ value, label: t(`basis.${value}`) }))}
          value={values.placeBasis}
          onChange={(value) => onChange({ placeBasis: PlaceBasis.nullable().parse(value) })}
        />
        <Select
          label={t("fact.timeZone")}
          searchable
          clearable
          limit={60}
          placeholder={t("form.zoneHint")}
          data={zones}
          value={values.timeZone}
          onChange={(timeZone) => onChange({ timeZone })}
        />
        <Select
          label={t("fact.provenance")}
          allowDeselect={false}
          data={Provenance.options.map((value) => ({ value, label: t(`provenance.${value}`) }))}
          value={values.provenance}
          onChange={(value) => onChange({ provenance: Provenance.parse(value) })}
        />
      </SimpleGrid>
      <FactInput name="provenanceNote" lengthMax={1000} values={values} onChange={onChange} />
    </FieldGroup>
  );
}

/** Whose it is, tags, the workspace's own fields, notes. */
export function OtherFields({ values, onChange }: FieldsProps) {
  const { t } = useTranslation("contacts");
  const tags = useTags();
  const { active } = useCustomFields();
  const mayAssign = useMay("contacts:assign");
  return (
    <FieldGroup title={t("form.title.more")}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        {mayAssign && (
          <OwnerSelect label={t("column.owner")} value={values.ownerId} onChange={(ownerId) => onChange({ ownerId })} />
        )}
        <TagsInput
          label={t("fact.tags")}
          data={tags}
          maxTags={50}
          value={values.tags}
          onChange={(chosen) => onChange({ tags: chosen })}
        />
        <FactInput name="language" lengthMax={35} hint={t("form.languageHint")} values={values} onChange={onChange} />
        <FactInput name="profile" hint={t("form.profileHint")} values={values} onChange={onChange} />
        {active.map((field) => (
          <CustomFieldInput
            key={field.key}
            field={field}
            value={values.custom[field.key]}
            onChange={(value) => onChange({ custom: { ...values.custom, [field.key]: value } })}
          />
        ))}
      </SimpleGrid>
      <Stack gap={0}>
        <Textarea
          label={t("fact.notes")}
          autosize
          minRows={3}
          maxLength={20_000}
          value={values.notes}
          onChange={({ currentTarget }) => onChange({ notes: currentTarget.value })}
        />
      </Stack>
    </FieldGroup>
  );
}
