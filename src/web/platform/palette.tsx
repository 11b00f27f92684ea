import { useDebouncedValue } from "@mantine/hooks";
import { Spotlight, type SpotlightActionData } from "@mantine/spotlight";
import { IconSearch } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { listContacts } from "#api/contacts.ts";
import { keysOf } from "#web/platform/key-press.ts";
import { request } from "#web/platform/request.ts";
import { useAllCommands } from "#web/platform/shortcuts.ts";
import { KeyHint } from "#web/ui/key-hint.tsx";

const searchDelayMs = 150;
const contactsMax = 7;
const contactPrefix = "contact ";

/** One field for everything: what the present screen can do, and the contacts by name, company, email or number. */
export function Palette() {
  const { t } = useTranslation("platform");
  const [query, setQuery] = useState("");
  const contacts = useContactActions(query);
  const commands = useAllCommands()
    .filter(({ hidden }) => !hidden)
    .map(({ id, label, keys, run }): SpotlightActionData => {
      const first = keysOf(keys)[0];
      return { id, label, onClick: run, ...(first && { rightSection: <KeyHint keys={first} /> }) };
    });
  return (
    <Spotlight
      attributes={{ content: { "aria-label": t("palette.open") } }}
      actions={[...commands, ...contacts]}
      query={query}
      onQueryChange={setQuery}
      filter={(typed, actions) => actions.filter((action) => isFound(action, typed))}
      nothingFound={t("palette.nothing")}
      scrollable
      maxHeight={420}
      shortcut={null}
      overlayProps={{ blur: 0, backgroundOpacity: 0.35 }}
      searchProps={{
        leftSection: <IconSearch size={18} aria-hidden />,
        placeholder: t("palette.placeholder"),
        "aria-label": t("palette.placeholder"),
      }}
    />
  );
}

/** The server has found the contacts already, by more than their names. */
function isFound(action: object, typed: string): boolean {
  const { id = "", label = "" } = action as SpotlightActionData;
  return id.startsWith(contactPrefix) || label.toLocaleLowerCase().includes(typed.trim().toLocaleLowerCase());
}

function useContactActions(typed: string): SpotlightActionData[] {
  const navigate = useNavigate();
  const [query] = useDebouncedValue(typed.trim(), searchDelayMs);
  const { data } = useQuery({
    queryKey: ["contacts", "palette", query],
    queryFn: ({ signal }) => request(listContacts, { q: query, limit: contactsMax }, { signal }),
    enabled: query !== "",
    placeholderData: keepPreviousData,
  });
  if (typed.trim() === "") return [];
  return (data?.items ?? []).map(({ id, name, jobTitle, account }) => ({
    id: contactPrefix + id,
    label: name,
    description: [jobTitle, account?.name].filter(Boolean).join(", "),
    onClick: () => void navigate({ href: `/contacts/${id}` }),
  }));
}
