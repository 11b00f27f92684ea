import { Alert, Text } from "@mantine/core";
import { IconAlertCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { isRequestError } from "#web/platform/request.ts";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";

const reasons = ["last_admin", "already_a_member", "team_exists", "member_of_another_workspace", "wrong_code"] as const;

/** What was refused, with the reason where people can do something about it. */
export function Refusal({ error }: { error: unknown }) {
  const { t } = useTranslation("team");
  if (!error) return null;
  const reason = isRequestError(error) ? reasons.find((each) => each === error.details.reason) : undefined;
  if (!reason) return <ProblemAlert error={error} />;
  return (
    <Alert variant="default" role="alert" icon={<IconAlertCircle aria-hidden />}>
      <Text size="sm">{t(`reasons.${reason}`)}</Text>
    </Alert>
  );
}
