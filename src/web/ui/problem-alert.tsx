import { Alert, Button, Group, Text } from "@mantine/core";
import { IconAlertCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useErrorText } from "#web/ui/error-text.ts";

type Props = {
  error: unknown;
  /** Offered as a button where asking again can help. */
  onRetry?: () => void;
  title?: string;
};

/** What was refused or failed, in words, with the way on. */
export function ProblemAlert({ error, onRetry, title }: Props) {
  const { t } = useTranslation("ui");
  const { text, isOutage } = useErrorText(error);
  return (
    <Alert
      variant="default"
      role="alert"
      icon={<IconAlertCircle aria-hidden />}
      title={title ?? t(isOutage ? "problem.failed" : "problem.refused")}
    >
      <Text size="sm">{text}</Text>
      {onRetry && (
        <Group mt="xs">
          <Button variant="default" size="xs" onClick={onRetry}>
            {t("problem.retry")}
          </Button>
        </Group>
      )}
    </Alert>
  );
}
