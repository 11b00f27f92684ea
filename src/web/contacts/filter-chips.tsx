import { Button, CloseButton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type ContactSearch, flags } from "#web/contacts/contact-search.ts";
import classes from "#web/contacts/contacts.module.css";
import { useCustomFields } from "#web/contacts/use-custom-fields.ts";
import { useOwners } from "#web/contacts/use-owners.ts";
import { useSession } from "#web/platform/session.ts";

type Props = { search: ContactSearch; onAsk: (search: ContactSearch) => void };

/** What narrows the list now, each part with a way to drop it. */
export function FilterChips({ search, onAsk }: Props) {
  const { t } = useTranslation("contacts");
  const chips = useChips(search);
  if (chips.length === 0) return null;
  const without = (names: readonly (keyof ContactSearch)[]) =>
    onAsk({ ...search, ...Object.fromEntries(names.map((name) => [name, undefined])) });
  return (
    <div className={classes.chips}>
      {chips.map(({ names, text }) => (
        <span key={text} className={classes.chip}>
          {text}
          <CloseButton size="xs" aria-label={t("filter.drop", { what: text })} onClick={() => without(names)} />
        </span>
      ))}
      {chips.length > 1 && (
        <Button variant="subtle" size="compact-xs" onClick={() => without(chips.flatMap(({ names }) => names))}>
          {t("filter.dropAll")}
        </Button>
      )}
    </div>
  );
}

type Chip = { names: (keyof ContactSearch)[]; text: string };

function useChips(search: ContactSearch): Chip[] {
  const { t, i18n } = useTranslation("contacts");
  const { user } = useSession();
  const owners = useOwners(search.ownerId !== undefined && search.ownerId !== user.id);
  const { all: fields } = useCustomFields();
  const chips: Chip[] = [];
  const add = (names: Chip["names"], text: string | undefined) => {
    if (text) chips.push({ names, text });
  };
  const { ownerId, tag, country, audience, provenance, field, value, accountId, importId } = search;
  const owner = ownerId === user.id ? user.name : owners.find((each) => each.value === ownerId)?.label;
  const countryName = country && new Intl.DisplayNames([i18n.language], { type: "region" }).of(country);
  add(["ownerId"], ownerId && t("chip.owner", { name: owner ?? "…" }));
  add(["tag"], tag && t("chip.tag", { tag }));
  add(["country"], countryName);
  add(["audience"], audience && t(`audience.${audience}`));
  add(["provenance"], provenance && t(`provenance.${provenance}`));
  add(["accountId"], accountId && t("chip.account"));
  add(["importId"], importId && t("chip.import"));
  const label = fields.find(({ key }) => key === field)?.label ?? field;
  add(["field", "value"], field && value ? `${label}: ${value}` : undefined);
  return [...chips, ...flagChips(search, t)];
}

function flagChips(search: ContactSearch, t: ReturnType<typeof useTranslation<"contacts">>["t"]): Chip[] {
  return flags.flatMap((name) => {
    const is = search[name];
    if (is === undefined) return [];
    return [{ names: [name], text: is ? t(`flag.${name}`) : t("chip.not", { what: t(`flag.${name}`) }) }];
  });
}
