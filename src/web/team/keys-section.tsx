import { Button, Code, Group, Select, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ApiKey } from "#api/team.ts";
import { useDates } from "#web/platform/dates.ts";
import { useSession } from "#web/platform/session.ts";
import { PagedList } from "#web/team/paged-list.tsx";
import { Refusal } from "#web/team/refusal.tsx";
import { SecretDialog } from "#web/team/secret-dialog.tsx";
import { useKeys } from "#web/team/use-keys.ts";
import { useMembers } from "#web/team/use-people.ts";
import { Section } from "#web/ui/section.tsx";

/** Keys with which programs act as a member. */
export function KeysSection() {
  const { t } = useTranslation("team");
  const { keys, create, revoke } = useKeys();
  return (
    <Section title={t("keys.title")} text={t("keys.text")}>
      <KeyForm key={create.data?.id} isPending={create.isPending} onCreate={create.mutate} />
      <Refusal error={create.error ?? revoke.error} />
      <PagedList pages={keys} empty={t("keys.none")}>
        {(items) => items.map((each) => <KeyRow key={each.id} apiKey={each} onRevoke={() => revoke.mutate(each.id)} />)}
      </PagedList>
      <SecretDialog
        title={t("keys.shownTitle")}
        text={t("keys.shownText")}
        secret={create.data?.key}
        onClose={create.reset}
      />
    </Section>
  );
}

function KeyRow({ apiKey, onRevoke }: { apiKey: ApiKey; onRevoke: () => void }) {
  const { t } = useTranslation("team");
  const dates = useDates();
  const { name, memberName, keyHint, lastUsedAt } = apiKey;
  const used = lastUsedAt ? t("keys.lastUsed", { when: dates.dateTime(lastUsedAt) }) : t("keys.neverUsed");
  return (
    <Group justify="space-between" wrap="nowrap">
      <Stack gap={0} miw={0}>
        <Text>
          {name} <Code>{keyHint}</Code>
        </Text>
        <Text size="sm" c="dimmed">
          {t("keys.actsAs", { name: memberName })} · {used}
        </Text>
      </Stack>
      <Button variant="default" size="xs" onClick={onRevoke}>
        {t("keys.revoke")}
      </Button>
    </Group>
  );
}

type FormProps = { isPending: boolean; onCreate: (wanted: { name: string; userId: string }) => void };

function KeyForm({ isPending, onCreate }: FormProps) {
  const { t } = useTranslation("team");
  const { user } = useSession();
  const members = useMembers().items;
  const [name, setName] = useState("");
  const [userId, setUserId] = useState<string>(user.id);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onCreate({ name, userId });
  };
  return (
    <form onSubmit={submit}>
      <Group align="end" gap="xs">
        <TextInput
          label={t("keys.name")}
          placeholder={t("keys.nameExample")}
          required
          withAsterisk={false}
          maxLength={200}
          flex="2 1 180px"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select
          label={t("keys.member")}
          data={members.map((each) => ({ value: each.userId, label: `${each.name} (${t(`roles.${each.role}`)})` }))}
          value={userId}
          onChange={(value) => setUserId(value ?? user.id)}
          searchable
          allowDeselect={false}
          flex="2 1 180px"
        />
        <Button type="submit" loading={isPending}>
          {t("keys.create")}
        </Button>
      </Group>
    </form>
  );
}
