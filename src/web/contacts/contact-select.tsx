import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { listContacts } from "#api/contacts.ts";
import { useContact } from "#web/contacts/use-contact.ts";
import { request } from "#web/platform/request.ts";

type Props = {
  label: string;
  value: string | undefined;
  onChange: (contactId: string | undefined) => void;
  required?: boolean;
  description?: string;
};

const typingMs = 200;
const offeredMax = 8;

/** One person of the workspace, found by name, company, email or number. */
export function ContactSelect({ label, value, onChange, required = false, description }: Props) {
  const { t } = useTranslation("contacts");
  const [typed, setTyped] = useState("");
  const [query] = useDebouncedValue(typed.trim(), typingMs);
  const chosen = useContact(value).data;
  const { data } = useQuery({
    queryKey: ["contacts", "select", query],
    queryFn: ({ signal }) => request(listContacts, { q: query, limit: offeredMax }, { signal }),
    enabled: query !== "" && query !== chosen?.fullName,
    placeholderData: keepPreviousData,
  });
  const found = (data?.items ?? []).map(({ id, name, account }) => ({
    value: id,
    label: [name, account?.name].filter(Boolean).join(", "),
  }));
  const known = chosen && !found.some((each) => each.value === chosen.id);
  return (
    <Select
      label={label}
      description={description}
      placeholder={t("select.placeholder")}
      data={known ? [...found, { value: chosen.id, label: chosen.fullName }] : found}
      value={value ?? null}
      onChange={(id) => onChange(id ?? undefined)}
      searchable
      clearable={!required}
      required={required}
      withAsterisk={false}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      nothingFoundMessage={query === "" ? t("select.type") : t("select.nobody")}
    />
  );
}
