import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Outcome, RowReason } from "#api/imports.ts";
import { useReasonText } from "#web/imports/reason-text.ts";

type Props = {
  outcome: Outcome;
  reason: RowReason | null;
  warnings: readonly RowReason[];
  /** Not yet, but as soon as it is started. */
  isFuture?: boolean;
};

/** What becomes of a row, and why. */
export function RowOutcome({ outcome, reason, warnings, isFuture = false }: Props) {
  const { t } = useTranslation("imports");
  const reasonText = useReasonText();
  return (
    <>
      <Text fw={600} size="sm">
        {t(`${isFuture ? "will" : "became"}.${outcome}`)}
      </Text>
      {reason && <Text size="sm">{reasonText(reason)}</Text>}
      {warnings.map((warning) => (
        <Text size="sm" c="dimmed" key={`${warning.code} ${warning.column} ${warning.value}`}>
          {reasonText(warning)}
        </Text>
      ))}
    </>
  );
}
