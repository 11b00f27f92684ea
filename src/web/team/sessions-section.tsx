import { Badge, Button, Group, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { browserName } from "#web/team/browser-name.ts";
import { Refusal } from "#web/team/refusal.tsx";
import { useSessions } from "#web/team/use-sessions.ts";
import { Loading } from "#web/ui/loading.tsx";
import { LocalTime } from "#web/ui/local-time.tsx";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";
import { Section } from "#web/ui/section.tsx";

/** Every browser in which the person is signed in. */
export function SessionsSection() {
  const { t } = useTranslation("team");
  const { sessions, end } = useSessions();
  return (
    <Section title={t("sessions.title")} text={t("sessions.text")}>
      {sessions.isPending && <Loading rows={2} height={44} />}
      {sessions.error && <ProblemAlert error={sessions.error} onRetry={() => void sessions.refetch()} />}
      <Refusal error={end.error} />
      {sessions.data?.items.map(({ id, userAgent, address, createdAt, isCurrent }) => (
        <Group key={id} justify="space-between" wrap="nowrap">
          <Stack gap={0} miw={0}>
            <Group gap="xs">
              <Text>{browserName(userAgent) ?? t("sessions.unknown")}</Text>
              {isCurrent && <Badge variant="default">{t("sessions.current")}</Badge>}
            </Group>
            <Text size="sm" c="dimmed">
              {address} · <LocalTime at={createdAt} />
            </Text>
          </Stack>
          {!isCurrent && (
            <Button
              variant="default"
              size="xs"
              onClick={() => end.mutate(id)}
              loading={end.variables === id && end.isPending}
            >
              {t("sessions.end")}
            </Button>
          )}
        </Group>
      ))}
    </Section>
  );
}
