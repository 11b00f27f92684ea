import { Select, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Audience, Provenance } from "#api/contacts.ts";
import { type ContactSearch, type FlagName, flags } from "#web/contacts/contact-search.ts";
import { OwnerSelect } from "#web/contacts/owner-select.tsx";
import { useCustomFields } from "#web/contacts/use-custom-fields.ts";
import { useTags } from "#web/contacts/use-tags.ts";
import { countryOptions } from "#web/ui/country-options.ts";

type Props = { search: ContactSearch; onAsk: (search: ContactSearch) => void };

const typingMs = 350;

/** The rarer filters. Each acts at once. */
export function FilterFields({ search, onAsk }: Props) {
  const { t, i18n } = useTranslation("contacts");
  const tags = useTags();
  const change = (changes: { [Name in keyof ContactSearch]?: ContactSearch[Name] | undefined }) =>
    onAsk({ ...search, ...changes });
  return (
    <Stack gap="xs">
      <OwnerSelect
        label={t("column.owner")}
        placeholder={t("owner.anybody")}
        value={search.ownerId ?? null}
        onChange={(ownerId) => change({ ownerId: ownerId ?? undefined, unassigned: undefined })}
      />
      <Select
        label={t("filter.tag")}
        searchable
        clearable
        data={tags}
        value={search.tag ?? null}
        onChange={(tag) => change({ tag: tag ?? undefined })}
        comboboxProps={{ withinPortal: false }}
      />
      <Select
        label={t("fact.country")}
        searchable
        clearable
        limit={50}
        data={countryOptions(i18n.language)}
        value={search.country ?? null}
        onChange={(country) => change({ country: country ?? undefined })}
        comboboxProps={{ withinPortal: false }}
      />
      <SimpleGrid cols={2} spacing="xs">
        <Select
          label={t("fact.audience")}
          clearable
          data={Audience.options.map((value) => ({ value, label: t(`audience.${value}`) }))}
          value={search.audience ?? null}
          onChange={(value) => change({ audience: Audience.nullable().parse(value) ?? undefined })}
          comboboxProps={{ withinPortal: false }}
        />
        <Select
          label={t("fact.provenance")}
          clearable
          data={Provenance.options.map((value) => ({ value, label: t(`provenance.${value}`) }))}
          value={search.provenance ?? null}
          onChange={(value) => change({ provenance: Provenance.nullable().parse(value) ?? undefined })}
          comboboxProps={{ withinPortal: false }}
        />
        {flags.map((name) => (
          <FlagSelect key={name} name={name} value={search[name]} onChange={(value) => change({ [name]: value })} />
        ))}
      </SimpleGrid>
      <CustomFilter search={search} onAsk={onAsk} />
    </Stack>
  );
}

type FlagProps = { name: FlagName; value: boolean | undefined; onChange: (value: boolean | undefined) => void };

function FlagSelect({ name, value, onChange }: FlagProps) {
  const { t } = useTranslation("contacts");
  return (
    <Select
      label={t(`flag.${name}`)}
      clearable
      placeholder={t("flag.either")}
      data={[
        { value: "true", label: t("yes") },
        { value: "false", label: t("no") },
      ]}
      value={value === undefined ? null : String(value)}
      onChange={(text) => onChange(text === null ? undefined : text === "true")}
      comboboxProps={{ withinPortal: false }}
    />
  );
}

function CustomFilter({ search, onAsk }: Props) {
  const { t } = useTranslation("contacts");
  const { active } = useCustomFields();
  const [field, setField] = useState(search.field ?? null);
  const [value, setValue] = useState(search.value ?? "");
  const ask = useDebouncedCallback((key: string | null, text: string) => {
    const { field: _field, value: _value, ...rest } = search;
    onAsk(key && text.trim() ? { ...rest, field: key, value: text.trim() } : rest);
  }, typingMs);
  if (active.length === 0) return null;
  return (
    <SimpleGrid cols={2} spacing="xs">
      <Select
        label={t("filter.field")}
        clearable
        data={active.map(({ key, label }) => ({ value: key, label }))}
        value={field}
        onChange={(key) => {
          setField(key);
          ask(key, value);
        }}
        comboboxProps={{ withinPortal: false }}
      />
      <TextInput
        label={t("filter.value")}
        value={value}
        disabled={!field}
        maxLength={200}
        onChange={({ currentTarget }) => {
          setValue(currentTarget.value);
          ask(field, currentTarget.value);
        }}
      />
    </SimpleGrid>
  );
}
