import { ActionIcon, Button, Group, MultiSelect, NumberInput, Radio, Stack, Switch, Text } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { WorkspaceSettings } from "#api/settings.ts";
import { defaultCallingHours } from "#domain/calling-hours.ts";
import { WeekHours } from "#web/permissions/week-hours.tsx";
import type { useWorkspace } from "#web/team/use-workspace.ts";
import { countryOptions } from "#web/ui/country-options.ts";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";
import { Section } from "#web/ui/section.tsx";

type CallingHours = NonNullable<WorkspaceSettings["callingHours"]>;

type Props = {
  settings: WorkspaceSettings;
  mayChange: boolean;
  change: ReturnType<typeof useWorkspace>["changeRules"];
};

const capsMax = 10;
const usualWeek: CallingHours = Object.fromEntries(
  Object.entries(defaultCallingHours).map(([day, openings]) => [day, openings.map((each) => ({ ...each }))]),
);

/** Kept together with one button: half a set of rules would hold for real calls. */
export function OwnRulesForm({ settings, mayChange, change }: Props) {
  const { t, i18n } = useTranslation("permissions");
  const [allowCold, setAllowCold] = useState(settings.allowCold);
  const [hours, setHours] = useState<CallingHours | null>(settings.callingHours);
  const [caps, setCaps] = useState(() => settings.caps.map((cap) => ({ ...cap, key: crypto.randomUUID() })));
  const [spacingHours, setSpacing] = useState(settings.spacingHours);
  const [countries, setCountries] = useState(settings.openedCountries);
  const save = () =>
    change.mutate({
      allowCold,
      callingHours: hours,
      caps: caps.map(({ attempts, hours: within }) => ({ attempts, hours: within })),
      spacingHours,
      openedCountries: countries,
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <fieldset disabled={!mayChange} style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
        <Section title={t("own.cold")} text={t("own.coldText")}>
          <Switch
            label={t("own.allowCold")}
            checked={allowCold}
            onChange={({ currentTarget }) => setAllowCold(currentTarget.checked)}
          />
        </Section>
        <Section title={t("own.hours")} text={t("own.hoursText")}>
          <Radio.Group
            aria-label={t("own.hours")}
            value={hours ? "own" : "law"}
            onChange={(value) => setHours(value === "own" ? (hours ?? usualWeek) : null)}
          >
            <Stack gap="xs">
              <Radio value="law" label={t("own.hoursLaw")} />
              <Radio value="own" label={t("own.hoursOwn")} />
            </Stack>
          </Radio.Group>
          {hours && <WeekHours hours={hours} onChange={setHours} />}
        </Section>
        <Section title={t("own.caps")} text={t("own.capsText")}>
          {caps.length === 0 && <Text size="sm">{t("own.noCaps")}</Text>}
          {caps.map((cap, index) => (
            <Group key={cap.key} gap="sm" align="flex-end" wrap="nowrap">
              <NumberInput
                label={t("own.attempts")}
                min={1}
                max={1000}
                allowDecimal={false}
                value={cap.attempts}
                onChange={(value) => setCaps(caps.with(index, { ...cap, attempts: Number(value) || 1 }))}
              />
              <NumberInput
                label={t("own.inHours")}
                min={1}
                max={8784}
                allowDecimal={false}
                value={cap.hours}
                onChange={(value) => setCaps(caps.with(index, { ...cap, hours: Number(value) || 1 }))}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={t("own.removeCap")}
                onClick={() => setCaps(caps.toSpliced(index, 1))}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </Group>
          ))}
          <Group>
            <Button
              variant="default"
              size="xs"
              disabled={caps.length >= capsMax}
              onClick={() => setCaps([...caps, { attempts: 3, hours: 168, key: crypto.randomUUID() }])}
            >
              {t("own.addCap")}
            </Button>
          </Group>
          <NumberInput
            label={t("own.spacing")}
            description={t("own.spacingText")}
            min={0}
            max={8784}
            allowDecimal={false}
            maw={320}
            value={spacingHours}
            onChange={(value) => setSpacing(Number(value) || 0)}
          />
        </Section>
        <Section title={t("own.countries")} text={t("own.countriesText")}>
          <MultiSelect
            aria-label={t("own.countries")}
            placeholder={t("own.countriesHint")}
            data={countryOptions(i18n.language)}
            value={countries}
            onChange={setCountries}
            searchable
            clearable
          />
        </Section>
        {change.error && <ProblemAlert error={change.error} />}
        {mayChange && (
          <Button type="submit" loading={change.isPending}>
            {t("own.save")}
          </Button>
        )}
      </fieldset>
    </form>
  );
}
