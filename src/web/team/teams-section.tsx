import { Button, Group, Text, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { PagedList } from "#web/team/paged-list.tsx";
import { Refusal } from "#web/team/refusal.tsx";
import { useManageTeams, useTeams } from "#web/team/use-teams.ts";
import { Section } from "#web/ui/section.tsx";

/** Teams say whose contacts a manager sees. */
export function TeamsSection() {
  const { t } = useTranslation("team");
  const teams = useTeams();
  const { create, rename, remove } = useManageTeams();
  return (
    <Section title={t("teams.title")} text={t("teams.text")}>
      <NameForm
        key={create.data?.id}
        label={t("teams.name")}
        submitLabel={t("teams.create")}
        isPending={create.isPending}
        onSave={create.mutate}
      />
      <Refusal error={create.error ?? rename.error ?? remove.error} />
      <PagedList pages={teams} empty={t("teams.none")}>
        {(items) =>
          items.map((team) => (
            <TeamRow
              key={team.id}
              team={team}
              onRename={(name) => rename.mutate({ id: team.id, name })}
              onRemove={() => remove.mutate(team.id)}
            />
          ))
        }
      </PagedList>
    </Section>
  );
}

type RowProps = {
  team: { id: string; name: string; members: number };
  onRename: (name: string) => void;
  onRemove: () => void;
};

function TeamRow({ team, onRename, onRemove }: RowProps) {
  const { t } = useTranslation("team");
  const [isEditing, setIsEditing] = useState(false);
  if (isEditing) {
    const save = (name: string) => {
      setIsEditing(false);
      onRename(name);
    };
    return <NameForm label={t("teams.name")} initial={team.name} submitLabel={t("save")} onSave={save} />;
  }
  return (
    <Group justify="space-between">
      <Text>
        {team.name}{" "}
        <Text span size="sm" c="dimmed">
          {t("teams.members", { count: team.members })}
        </Text>
      </Text>
      <Group gap="xs">
        <Button variant="default" size="xs" onClick={() => setIsEditing(true)}>
          {t("teams.rename")}
        </Button>
        <Button variant="default" size="xs" onClick={onRemove}>
          {t("teams.remove")}
        </Button>
      </Group>
    </Group>
  );
}

type FormProps = {
  label: string;
  submitLabel: string;
  initial?: string;
  isPending?: boolean;
  onSave: (name: string) => void;
};

function NameForm({ label, submitLabel, initial = "", isPending = false, onSave }: FormProps) {
  const [name, setName] = useState(initial);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave(name);
  };
  return (
    <form onSubmit={submit}>
      <Group align="end" gap="xs">
        <TextInput
          label={label}
          required
          withAsterisk={false}
          maxLength={200}
          flex={1}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={isPending}>
          {submitLabel}
        </Button>
      </Group>
    </form>
  );
}
