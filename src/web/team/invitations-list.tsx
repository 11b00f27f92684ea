import { Button, Group, Stack, Text } from "@mantine/core";
import type { UseMutationResult } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useDates } from "#web/platform/dates.ts";
import { useInvitations } from "#web/team/use-people.ts";

type Props = { revoke: UseMutationResult<unknown, Error, string> };

/** Who is invited and has not come yet. */
export function InvitationsList({ revoke }: Props) {
  const { t } = useTranslation("team");
  const dates = useDates();
  const { items, hasNextPage, fetchNextPage } = useInvitations();
  return (
    <Stack gap="xs">
      {items.map(({ id, email, role, expiresAt }) => (
        <Group key={id} justify="space-between" wrap="nowrap">
          <Stack gap={0} miw={0}>
            <Text truncate>{email}</Text>
            <Text size="sm" c="dimmed">
              {t("invite.waits", { role: t(`roles.${role}`), until: dates.dateTime(expiresAt) })}
            </Text>
          </Stack>
          <Button variant="default" size="xs" onClick={() => revoke.mutate(id)}>
            {t("invite.revoke")}
          </Button>
        </Group>
      ))}
      {hasNextPage && (
        <Button variant="default" size="xs" onClick={() => void fetchNextPage()}>
          {t("more")}
        </Button>
      )}
    </Stack>
  );
}
