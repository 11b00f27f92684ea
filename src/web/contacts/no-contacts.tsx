import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type ContactSearch, filtersOf } from "#web/contacts/contact-search.ts";
import { useMay } from "#web/platform/session.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { LinkButton } from "#web/ui/link-button.tsx";

type Props = { search: ContactSearch; onAsk: (search: ContactSearch) => void };

/** Nobody is here yet, or nobody is like what is asked. */
export function NoContacts({ search, onAsk }: Props) {
  const { t } = useTranslation("contacts");
  const mayWrite = useMay("contacts:write");
  const isNarrowed = Object.keys(filtersOf(search)).length > 0;
  if (isNarrowed) {
    return (
      <EmptyState title={t("none.found.title")} text={t("none.found.text")}>
        <Button variant="default" onClick={() => onAsk({})}>
          {t("none.found.all")}
        </Button>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t("none.yet.title")} text={t("none.yet.text")}>
      {mayWrite && (
        <>
          <Button component="a" href="/import">
            {t("none.yet.import")}
          </Button>
          <LinkButton to="/contacts/new" variant="default">
            {t("new.open")}
          </LinkButton>
        </>
      )}
    </EmptyState>
  );
}
