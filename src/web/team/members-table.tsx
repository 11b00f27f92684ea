import { ActionIcon, Badge, Group, Menu, Select, Stack, Table, Text, VisuallyHidden } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Member } from "#api/team.ts";
import { ROLES } from "#domain/policy.ts";
import { useSession } from "#web/platform/session.ts";
import classes from "#web/team/members-table.module.css";
import type { ManagePeople } from "#web/team/use-people.ts";

type Props = { members: Member[]; teams: { id: string; name: string }[]; people: ManagePeople };

/** Role and team change where they are shown; the rest is in each row's menu. */
export function MembersTable({ members, teams, people }: Props) {
  const { t } = useTranslation("team");
  return (
    <Table className={classes.table ?? ""}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("people.person")}</Table.Th>
          <Table.Th w={195}>{t("role")}</Table.Th>
          <Table.Th w={150}>{t("team")}</Table.Th>
          <Table.Th w={44}>
            <VisuallyHidden>{t("people.actions")}</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {members.map((member) => (
          <MemberRow key={member.userId} member={member} teams={teams} people={people} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function MemberRow({ member, teams, people }: Omit<Props, "members"> & { member: Member }) {
  const { t } = useTranslation("team");
  const { user } = useSession();
  const { userId, name, email, role, teamId, deactivatedAt } = member;
  return (
    <Table.Tr>
      <Table.Td>
        <Stack gap={0}>
          <Group gap="xs">
            <Text>{name}</Text>
            {userId === user.id && (
              <Badge variant="default" tt="none">
                {t("people.you")}
              </Badge>
            )}
          </Group>
          <Text size="sm" c="dimmed">
            {email}
          </Text>
        </Stack>
      </Table.Td>
      <Table.Td>
        <Select
          aria-label={t("people.roleOf", { name })}
          data={ROLES.map((value) => ({ value, label: t(`roles.${value}`) }))}
          value={role}
          allowDeselect={false}
          disabled={deactivatedAt !== null}
          onChange={(value) => people.change.mutate({ userId, role: ROLES.find((each) => each === value) })}
        />
      </Table.Td>
      <Table.Td>
        <Select
          aria-label={t("people.teamOf", { name })}
          data={teams.map((team) => ({ value: team.id, label: team.name }))}
          value={teamId}
          placeholder={t("people.noTeam")}
          clearable
          disabled={deactivatedAt !== null}
          onChange={(value) => people.change.mutate({ userId, teamId: value })}
        />
      </Table.Td>
      <Table.Td>
        <MemberMenu member={member} people={people} />
      </Table.Td>
    </Table.Tr>
  );
}

function MemberMenu({ member, people }: { member: Member; people: ManagePeople }) {
  const { t } = useTranslation("team");
  const { userId, name, twoFactorEnabled, deactivatedAt } = member;
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon variant="subtle" aria-label={t("people.menuOf", { name })}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => people.makeLink.mutate({ userId })}>{t("passwordLink.make")}</Menu.Item>
        {twoFactorEnabled && (
          <Menu.Item onClick={() => people.makeLink.mutate({ userId, clearSecondFactor: true })}>
            {t("passwordLink.makeAndClear")}
          </Menu.Item>
        )}
        <Menu.Divider />
        {deactivatedAt ? (
          <Menu.Item onClick={() => people.reactivate.mutate(userId)}>{t("people.reactivate")}</Menu.Item>
        ) : (
          <Menu.Item onClick={() => people.deactivate.mutate(userId)}>{t("people.deactivate")}</Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
