import { Button, Group, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { liftRestriction } from "#api/person-requests.ts";
import { useNow } from "#web/platform/clock.ts";
import { request } from "#web/platform/request.ts";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";

/** Lets the data be used again, once the person was told. */
export function LiftStep({ contactId }: { contactId: string }) {
  const { t } = useTranslation("rights");
  const now = useNow();
  const queryClient = useQueryClient();
  const [reason, setReason] = useState("");
  const lift = useMutation({
    mutationFn: () => request(liftRestriction, { id: contactId, reason, informedAt: now.toISOString() }),
    onSuccess: () => queryClient.invalidateQueries(),
  });
  return (
    <div>
      <Textarea
        label={t("step.liftReason")}
        description={t("step.liftText")}
        autosize
        minRows={2}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <Group mt={6}>
        <Button
          variant="default"
          disabled={reason.trim().length < 3}
          loading={lift.isPending}
          onClick={() => lift.mutate()}
        >
          {t("step.lift")}
        </Button>
      </Group>
      {lift.error && <ProblemAlert error={lift.error} />}
    </div>
  );
}
