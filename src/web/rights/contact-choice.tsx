import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { getContact, listContacts } from "#api/contacts.ts";
import { request } from "#web/platform/request.ts";

type Props = { value: string | null; onChange: (contactId: string | null) => void; description?: string };

const typingMs = 250;
const shownMax = 10;

/** One contact, found by typing. */
export function ContactChoice({ value, onChange, description }: Props) {
  const { t } = useTranslation("rights");
  const [typed, setTyped] = useState("");
  const [q] = useDebouncedValue(typed.trim(), typingMs);
  const found = useQuery({
    queryKey: ["contacts", "choice", q],
    queryFn: ({ signal }) => request(listContacts, { limit: shownMax, ...(q && { q }) }, { signal }),
  });
  const chosen = useQuery({
    queryKey: ["contacts", "chosen", value],
    queryFn: () => request(getContact, { id: value ?? "" }),
    enabled: value !== null,
  });
  const options = new Map((found.data?.items ?? []).map((row) => [row.id, nameOf(row.name, row.account?.name)]));
  if (chosen.data && value) options.set(value, nameOf(chosen.data.fullName, chosen.data.account?.name));
  return (
    <Select
      label={t("new.contact")}
      description={description}
      placeholder={t("new.search")}
      searchable
      clearable
      value={value}
      onChange={onChange}
      onSearchChange={setTyped}
      // The server has searched already, by number and address too.
      filter={({ options: all }) => all}
      nothingFoundMessage={t("new.nothingFound")}
      data={[...options].map(([id, label]) => ({ value: id, label }))}
    />
  );
}

function nameOf(name: string, company: string | undefined): string {
  return company ? `${name}, ${company}` : name;
}
