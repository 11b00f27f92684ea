import { Button, Group, Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import * as api from "#api/team.ts";
import { ROLES, type Role } from "#domain/policy.ts";
import { Refusal } from "#web/team/refusal.tsx";
import { SecretDialog } from "#web/team/secret-dialog.tsx";
import { useFieldErrors } from "#web/team/use-field-errors.ts";
import type { ManagePeople } from "#web/team/use-people.ts";

type Props = { teams: { id: string; name: string }[]; invite: ManagePeople["invite"] };

/** An address and a role become a link, which the admin hands over. */
export function InviteForm({ teams, invite }: Props) {
  const { t } = useTranslation("team");
  const validate = useFieldErrors(api.invite.input);
  const initialValues: { email: string; role: Role; teamId: string | null } = { email: "", role: "rep", teamId: null };
  const form = useForm({ initialValues, validate });
  const path = invite.data?.path;
  return (
    <form onSubmit={form.onSubmit((values) => invite.mutate(values, { onSuccess: form.reset }))} noValidate>
      <Group align="end" gap="xs">
        <TextInput
          label={t("email")}
          type="email"
          autoComplete="off"
          flex="2 1 200px"
          {...form.getInputProps("email")}
        />
        <Select
          label={t("role")}
          data={ROLES.map((value) => ({ value, label: t(`roles.${value}`) }))}
          allowDeselect={false}
          flex="1 1 130px"
          {...form.getInputProps("role")}
        />
        {teams.length > 0 && (
          <Select
            label={t("team")}
            data={teams.map(({ id, name }) => ({ value: id, label: name }))}
            clearable
            flex="1 1 130px"
            {...form.getInputProps("teamId")}
          />
        )}
        <Button type="submit" loading={invite.isPending}>
          {t("invite.submit")}
        </Button>
      </Group>
      <Refusal error={invite.error} />
      <SecretDialog
        title={t("invite.linkTitle")}
        text={t("invite.linkText", { email: invite.data?.email ?? "" })}
        secret={path && window.location.origin + path}
        onClose={invite.reset}
      />
    </form>
  );
}
