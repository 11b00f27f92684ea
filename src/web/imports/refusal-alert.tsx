import { Alert, Button, Group, Text } from "@mantine/core";
import { IconAlertCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useRefusalText } from "#web/imports/reason-text.ts";

type Props = { error: unknown; title?: string; onRetry?: () => void };

/** What was refused about a file, in words that say what to do. */
export function RefusalAlert({ error, title, onRetry }: Props) {
  const { t } = useTranslation("imports");
  const text = useRefusalText(error);
  return (
    <Alert
      variant="default"
      role="alert"
      icon={<IconAlertCircle aria-hidden />}
      title={title ?? t("ui:problem.refused")}
    >
      <Text size="sm">{text}</Text>
      {onRetry && (
        <Group mt="xs">
          <Button variant="default" size="xs" onClick={onRetry}>
            {t("ui:problem.retry")}
          </Button>
        </Group>
      )}
    </Alert>
  );
}
