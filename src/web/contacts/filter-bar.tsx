import { Button, Popover, SegmentedControl, Select, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconFilter, IconSearch } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ContactSort } from "#api/contacts.ts";
import { Temperature } from "#api/queue.ts";
import type { ContactSearch } from "#web/contacts/contact-search.ts";
import classes from "#web/contacts/contacts.module.css";
import { FilterFields } from "#web/contacts/filter-fields.tsx";
import { searchFieldId } from "#web/contacts/use-list-commands.ts";
import { ViewsMenu } from "#web/contacts/views-menu.tsx";

type Props = { search: ContactSearch; onAsk: (search: ContactSearch) => void };

const typingMs = 250;
const everyTemperature = "all";

/** What is asked of the list: words, temperature, more filters, order, and the views kept under a name. */
export function FilterBar({ search, onAsk }: Props) {
  const { t } = useTranslation("contacts");
  const temperatures = [everyTemperature, ...Temperature.options.toReversed()];
  const chooseTemperature = (value: string) => {
    const { temperature: _before, ...rest } = search;
    const chosen = Temperature.safeParse(value);
    onAsk(chosen.success ? { ...rest, temperature: chosen.data } : rest);
  };
  return (
    <search className={classes.bar}>
      <SearchField search={search} onAsk={onAsk} />
      <SegmentedControl
        size="xs"
        aria-label={t("filter.temperature")}
        value={search.temperature ?? everyTemperature}
        onChange={chooseTemperature}
        data={temperatures.map((value) => ({
          value,
          label: value === everyTemperature ? t("filter.everyTemperature") : t(`ui:temperature.${value}`),
        }))}
      />
      <Popover position="bottom-start" width={340} trapFocus shadow="md">
        <Popover.Target>
          <Button variant="default" leftSection={<IconFilter size={16} aria-hidden />}>
            {t("filter.more")}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <FilterFields search={search} onAsk={onAsk} />
        </Popover.Dropdown>
      </Popover>
      <Select
        aria-label={t("filter.sort")}
        w={190}
        allowDeselect={false}
        value={search.sort ?? "name"}
        onChange={(value) => onAsk({ ...search, sort: ContactSort.parse(value) })}
        data={ContactSort.options.map((value) => ({ value, label: t(`sort.${value}`) }))}
      />
      <ViewsMenu search={search} onAsk={onAsk} />
    </search>
  );
}

/** Asks as one types, a moment after the last key. */
function SearchField({ search, onAsk }: Props) {
  const { t } = useTranslation("contacts");
  const asked = search.q ?? "";
  const [typed, setTyped] = useState(asked);
  const ask = useDebouncedCallback((text: string) => {
    const { q: _before, ...rest } = search;
    onAsk(text.trim() ? { ...rest, q: text.trim() } : rest);
  }, typingMs);
  useEffect(() => {
    setTyped((text) => (text.trim() === asked ? text : asked));
  }, [asked]);
  return (
    <TextInput
      id={searchFieldId}
      type="search"
      className={classes.search ?? ""}
      leftSection={<IconSearch size={16} aria-hidden />}
      aria-label={t("filter.search")}
      placeholder={t("filter.searchHint")}
      maxLength={200}
      value={typed}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        ask(currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.key === "ArrowDown") document.querySelector<HTMLElement>("[data-contact] a")?.focus();
      }}
    />
  );
}
