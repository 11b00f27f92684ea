import { Button, Group, NumberInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Retention } from "#api/retention.ts";
import { useChangeRetention } from "#web/rights/use-retention.ts";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";

/** Months, or nothing for "for good". */
export function MonthsInput({ rule }: { rule: Retention["classes"][number] }) {
  const { t } = useTranslation("rights");
  const { dataClass, months, monthsMin } = rule;
  const [typed, setTyped] = useState<string | number>(months ?? "");
  const { change } = useChangeRetention();
  const wanted = typed === "" ? null : Number(typed);
  return (
    <>
      <Group gap={6} wrap="nowrap">
        <NumberInput
          w={100}
          aria-label={`${t(`class.${dataClass}`)}: ${t("retention.months")}`}
          placeholder={t("retention.forGood")}
          min={monthsMin ?? 1}
          max={1200}
          allowDecimal={false}
          value={typed}
          onChange={setTyped}
        />
        {wanted !== months && (
          <Button
            size="xs"
            variant="default"
            loading={change.isPending}
            onClick={() => change.mutate({ dataClass, months: wanted })}
          >
            {t("retention.change")}
          </Button>
        )}
      </Group>
      {change.error && <ProblemAlert error={change.error} />}
    </>
  );
}
