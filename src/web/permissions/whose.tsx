import { Group, Switch } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ContactSelect } from "#web/contacts/contact-select.tsx";
import type { PermissionSearch } from "#web/permissions/permission-search.ts";

type Props = { search: PermissionSearch; onChange: (search: PermissionSearch) => void };

/** Whose record, and whether what has ended is shown as well. */
export function WhoseFilter({ search, onChange }: Props) {
  const { t } = useTranslation("permissions");
  return (
    <Group component="search" align="flex-end" gap="md" mb="sm" aria-label={t("filters")}>
      <div style={{ flex: "0 1 320px" }}>
        <ContactSelect
          label={t("person")}
          value={search.contact}
          onChange={(contact) => onChange({ ...search, contact })}
        />
      </div>
      <Switch
        label={t("ended")}
        checked={search.all === true}
        mb={8}
        onChange={({ currentTarget }) => onChange({ ...search, all: currentTarget.checked || undefined })}
      />
    </Group>
  );
}

/** A person by name; a number that belongs to nobody here, as it is. */
export function WhoseLink({
  contactId,
  name,
  point,
}: {
  contactId: string | null;
  name: string | null;
  point: string | null;
}) {
  if (!contactId || !name) return <>{point}</>;
  return (
    <Link to="/contacts/$contactId" params={{ contactId }}>
      {name}
    </Link>
  );
}
