import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useOwners } from "#web/contacts/use-owners.ts";
import { useSession } from "#web/platform/session.ts";

type Props = { label: string; value: string | null; onChange: (ownerId: string | null) => void; placeholder?: string };

/** Whose a contact is; oneself stands first. */
export function OwnerSelect({ label, value, onChange, placeholder }: Props) {
  const { t } = useTranslation("contacts");
  const { user } = useSession();
  const owners = useOwners();
  const me = { value: user.id, label: t("owner.me", { name: user.name }) };
  return (
    <Select
      label={label}
      searchable
      clearable
      openOnFocus={false}
      data={[me, ...owners.filter((owner) => owner.value !== user.id)]}
      value={value}
      onChange={onChange}
      placeholder={placeholder ?? t("owner.nobody")}
      comboboxProps={{ withinPortal: false }}
    />
  );
}
