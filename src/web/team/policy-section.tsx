import { NumberInput, Radio, Select, Stack, Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { WorkspaceSettings } from "#api/settings.ts";
import { useMay } from "#web/platform/session.ts";
import { OwnRulesSection } from "#web/team/own-rules-section.tsx";
import { Refusal } from "#web/team/refusal.tsx";
import { useWorkspace } from "#web/team/use-workspace.ts";
import { Loading } from "#web/ui/loading.tsx";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";
import { Section } from "#web/ui/section.tsx";

const definitions = WorkspaceSettings.shape.definition.unwrap().options;
const reaches = WorkspaceSettings.shape.repsSee.unwrap().options;
const daysMax = 365;

/** What makes a contact warm, and what reps may see and do. Each choice is kept as it is made. */
export function PolicySection() {
  const { t } = useTranslation("team");
  const { workspace, change, changeRules } = useWorkspace();
  const mayMeasure = useMay("settings:write");
  if (workspace.isPending) return <Loading rows={4} />;
  if (workspace.error) return <ProblemAlert error={workspace.error} onRetry={() => void workspace.refetch()} />;
  const { definition, introductionDays, requestDays, repsSee, maskNumbers, allowCold } = workspace.data.settings;
  const pick = <Value extends string>(values: readonly Value[], value: string | null) =>
    values.find((each) => each === value);
  const keepDays = (name: "introductionDays" | "requestDays", value: string) => {
    const days = Number.parseInt(value, 10);
    if (days >= 1 && days <= daysMax) change.mutate({ [name]: days });
  };
  return (
    <>
      <Section title={t("policy.warmth")} text={t("policy.warmthText")}>
        <Radio.Group
          label={t("policy.definition")}
          value={definition}
          onChange={(value) => change.mutate({ definition: pick(definitions, value) })}
        >
          <Stack gap="xs" mt="xs">
            {definitions.map((value) => (
              <Radio
                key={value}
                value={value}
                label={t(`definitions.${value}.name`)}
                description={t(`definitions.${value}.text`)}
                disabled={!mayMeasure}
              />
            ))}
          </Stack>
        </Radio.Group>
        <NumberInput
          key={`introduction-${introductionDays}`}
          label={t("policy.introductionDays")}
          defaultValue={introductionDays}
          min={1}
          max={daysMax}
          allowDecimal={false}
          disabled={!mayMeasure}
          maw={320}
          onBlur={(event) => keepDays("introductionDays", event.currentTarget.value)}
        />
        <NumberInput
          key={`request-${requestDays}`}
          label={t("policy.requestDays")}
          defaultValue={requestDays}
          min={1}
          max={daysMax}
          allowDecimal={false}
          disabled={!mayMeasure}
          maw={320}
          onBlur={(event) => keepDays("requestDays", event.currentTarget.value)}
        />
        <Refusal error={change.error} />
      </Section>
      <Section title={t("policy.reps")} text={t("policy.repsText")}>
        <Select
          label={t("policy.repsSee")}
          data={reaches.map((value) => ({ value, label: t(`reaches.${value}`) }))}
          value={repsSee}
          allowDeselect={false}
          maw={420}
          onChange={(value) => changeRules.mutate({ repsSee: pick(reaches, value) })}
        />
        <Switch
          label={t("policy.maskNumbers")}
          description={t("policy.maskNumbersText")}
          checked={maskNumbers}
          onChange={(event) => changeRules.mutate({ maskNumbers: event.currentTarget.checked })}
        />
        <Switch
          label={t("policy.allowCold")}
          description={t("policy.allowColdText")}
          checked={allowCold}
          onChange={(event) => changeRules.mutate({ allowCold: event.currentTarget.checked })}
        />
        <Refusal error={changeRules.error} />
      </Section>
      <OwnRulesSection settings={workspace.data.settings} />
    </>
  );
}
