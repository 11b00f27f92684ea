import { Button, Group, Select, Stack, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { RefusalReason, refuseRequest } from "#api/person-requests.ts";
import { useStep } from "#web/rights/use-requests.ts";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";

/** A refusal names its ground, and what the person was told. */
export function RefuseStep({ id }: { id: string }) {
  const { t } = useTranslation("rights");
  const [reason, setReason] = useState<string | null>(null);
  const [answer, setAnswer] = useState("");
  const refuse = useStep(refuseRequest);
  return (
    <details>
      <summary>{t("step.refuse")}</summary>
      <Stack gap={6} mt={6}>
        <Select
          label={t("step.refuseReason")}
          value={reason}
          onChange={setReason}
          data={RefusalReason.options.map((value) => ({ value, label: t(`reason.${value}`) }))}
        />
        <Textarea
          label={t("step.answerWords")}
          autosize
          minRows={2}
          value={answer}
          onChange={({ currentTarget }) => setAnswer(currentTarget.value)}
        />
        <Group>
          <Button
            variant="default"
            disabled={!reason || answer.trim().length < 3}
            loading={refuse.isPending}
            onClick={() => refuse.mutate({ id, reason: RefusalReason.parse(reason), answer })}
          >
            {t("step.refuse")}
          </Button>
        </Group>
        {refuse.error && <ProblemAlert error={refuse.error} />}
      </Stack>
    </details>
  );
}
