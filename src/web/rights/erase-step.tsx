import { Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { erasePerson } from "#api/person-requests.ts";
import { erasureWord, TypedErasure } from "#web/rights/typed-erasure.tsx";
import { useStep } from "#web/rights/use-requests.ts";

export function EraseStep({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation("rights");
  const erase = useStep(erasePerson);
  return (
    <Group>
      <TypedErasure
        action={t("step.erase")}
        text={t("step.eraseText", { name })}
        error={erase.error}
        isPending={erase.isPending}
        onConfirm={(onDone) => erase.mutate({ id, confirm: erasureWord }, { onSuccess: onDone })}
      />
    </Group>
  );
}
