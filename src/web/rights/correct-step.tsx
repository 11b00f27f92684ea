import { Button, Group, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { correctPerson } from "#api/person-requests.ts";
import { useStep } from "#web/rights/use-requests.ts";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";

const fields = ["fullName", "givenName", "familyName", "jobTitle", "company", "place", "postalCode", "notes"] as const;

/** One fact put right; what stood there is kept as its history. */
export function CorrectStep({ id }: { id: string }) {
  const { t } = useTranslation("rights");
  const [field, setField] = useState<string>("fullName");
  const [value, setValue] = useState("");
  const correct = useStep(correctPerson);
  return (
    <div>
      <Group grow align="end">
        <Select
          label={t("step.correctField")}
          value={field}
          allowDeselect={false}
          onChange={(next) => setField(next ?? "fullName")}
          data={fields.map((name) => ({ value: name, label: t(`field.${name}`) }))}
        />
        <TextInput
          label={t("step.correctValue")}
          value={value}
          onChange={({ currentTarget }) => setValue(currentTarget.value)}
        />
      </Group>
      <Group mt={6}>
        <Button
          disabled={value.trim() === ""}
          loading={correct.isPending}
          onClick={() => correct.mutate({ id, changes: { [field]: value } })}
        >
          {t("step.correct")}
        </Button>
      </Group>
      {correct.error && <ProblemAlert error={correct.error} />}
    </div>
  );
}
