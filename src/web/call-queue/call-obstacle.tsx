import { Alert, Button, Group, Text } from "@mantine/core";
import { IconLock, IconPhoneCall } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Attempt } from "#api/attempts.ts";
import { useDates } from "#web/platform/dates.ts";
import { isRequestError } from "#web/platform/request.ts";
import { LinkButton } from "#web/ui/link-button.tsx";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";

type Props = { error: unknown; otherOpen: Attempt | null; onRetry: () => void };

/** Why this call cannot be opened: a colleague has it, or another call is still open. */
export function CallObstacle({ error, otherOpen, onRetry }: Props) {
  const { t } = useTranslation("call-queue");
  const details = isRequestError(error) ? error.details : {};
  const otherContactId = otherOpen?.contactId ?? textOf(details.contactId);
  if (otherOpen || (isRequestError(error) && error.code === "another_call_open")) {
    return (
      <Alert variant="default" role="alert" icon={<IconPhoneCall aria-hidden />} title={t("call.otherOpen.title")}>
        <Text size="sm">{t("call.otherOpen.text")}</Text>
        {otherContactId && (
          <LinkButton to="/call/$contactId" params={{ contactId: otherContactId }} size="xs" mt="xs">
            {t("call.otherOpen.go")}
          </LinkButton>
        )}
      </Alert>
    );
  }
  if (isRequestError(error) && error.code === "reserved_by_other")
    return <Reserved details={details} onRetry={onRetry} />;
  return <ProblemAlert error={error} onRetry={onRetry} />;
}

function Reserved({ details, onRetry }: { details: Record<string, unknown>; onRetry: () => void }) {
  const { t } = useTranslation("call-queue");
  const dates = useDates();
  const until = textOf(details.until);
  return (
    <Alert
      variant="default"
      role="alert"
      icon={<IconLock aria-hidden />}
      title={t("call.reserved.title", { name: textOf(details.name) ?? t("call.colleague") })}
    >
      <Text size="sm">
        {until ? t("call.reserved.text", { time: dates.time(new Date(until)) }) : t("call.reserved.textPlain")}
      </Text>
      <Group mt="xs">
        <Button variant="default" size="xs" onClick={onRetry}>
          {t("call.reserved.retry")}
        </Button>
      </Group>
    </Alert>
  );
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
