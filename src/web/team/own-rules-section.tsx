import { ActionIcon, Button, Group, MultiSelect, NumberInput, Switch, Text, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallingHours } from "#api/calling-hours.ts";
import { ChangePolicy, type WorkspaceSettings } from "#api/settings.ts";
import { defaultCallingHours } from "#domain/calling-hours.ts";
import { Refusal } from "#web/team/refusal.tsx";
import { useWorkspace } from "#web/team/use-workspace.ts";
import { countryOptions } from "#web/ui/country-options.ts";
import { Section } from "#web/ui/section.tsx";

type Props = { settings: WorkspaceSettings };
type Change = (changes: ChangePolicy) => void;

const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** The workspace's own rules. They stand beside the law: the stricter of the two holds. */
export function OwnRulesSection({ settings }: Props) {
  const { t, i18n } = useTranslation("team");
  const { changeRules } = useWorkspace();
  const countries = useMemo(() => countryOptions(i18n.language), [i18n.language]);
  const change: Change = (changes) => changeRules.mutate(changes);
  const { callingHours, spacingHours, openedCountries } = settings;
  return (
    <Section title={t("rules.title")} text={t("rules.text")}>
      <Switch
        label={t("rules.hours")}
        description={t("rules.hoursText")}
        checked={callingHours !== null}
        onChange={({ currentTarget }) =>
          change({ callingHours: currentTarget.checked ? (defaultCallingHours as CallingHours) : null })
        }
      />
      {callingHours && <Hours key={JSON.stringify(callingHours)} hours={callingHours} change={change} />}
      <Caps key={JSON.stringify(settings.caps)} caps={settings.caps} change={change} />
      <NumberInput
        key={`spacing-${spacingHours}`}
        label={t("rules.spacing")}
        description={t("rules.spacingText")}
        defaultValue={spacingHours}
        min={0}
        max={8784}
        allowDecimal={false}
        maw={320}
        onBlur={({ currentTarget }) => {
          const hours = Number.parseInt(currentTarget.value, 10);
          if (hours >= 0 && hours !== spacingHours) change({ spacingHours: hours });
        }}
      />
      <MultiSelect
        label={t("rules.countries")}
        description={t("rules.countriesText")}
        data={countries}
        searchable
        value={openedCountries}
        onChange={(chosen) => change({ openedCountries: chosen })}
      />
      <Refusal error={changeRules.error} />
    </Section>
  );
}

/** One span a day; an empty day is closed. Several spans a day are for the API, and stay until the day is changed. */
function Hours({ hours, change }: { hours: CallingHours; change: Change }) {
  const { t } = useTranslation("team");
  const [week, setWeek] = useState(hours);
  const set = (day: (typeof weekdays)[number], span: { from: string; until: string }) => {
    const { [day]: _before, ...others } = week;
    setWeek(span.from === "" && span.until === "" ? others : { ...week, [day]: [span] });
  };
  const parsed = ChangePolicy.safeParse({ callingHours: week });
  return (
    <div>
      {weekdays.map((day) => {
        const { from = "", until = "" } = week[day]?.[0] ?? {};
        const name = t(`rules.days.${day}`);
        return (
          <Group key={day} gap="xs" mb={4} wrap="nowrap">
            <Text w={96} size="sm">
              {name}
            </Text>
            <TextInput
              type="time"
              aria-label={t("rules.from", { day: name })}
              value={from}
              onChange={({ currentTarget }) => set(day, { from: currentTarget.value, until })}
            />
            <TextInput
              type="time"
              aria-label={t("rules.until", { day: name })}
              value={until}
              onChange={({ currentTarget }) => set(day, { from, until: currentTarget.value })}
            />
            {!week[day] && (
              <Text size="sm" c="dimmed">
                {t("rules.closed")}
              </Text>
            )}
          </Group>
        );
      })}
      <Button
        variant="default"
        size="xs"
        mt={4}
        disabled={!parsed.success || JSON.stringify(week) === JSON.stringify(hours)}
        onClick={() => change({ callingHours: week })}
      >
        {t("save")}
      </Button>
    </div>
  );
}

function Caps({ caps, change }: { caps: WorkspaceSettings["caps"]; change: Change }) {
  const { t } = useTranslation("team");
  const [attempts, setAttempts] = useState<number | string>("");
  const [hours, setHours] = useState<number | string>("");
  const isFull = typeof attempts === "number" && typeof hours === "number";
  return (
    <div>
      <Text size="sm" fw={500}>
        {t("rules.caps")}
      </Text>
      <Text size="xs" c="dimmed">
        {t("rules.capsText")}
      </Text>
      {caps.map((cap) => (
        <Group key={`${cap.attempts}-${cap.hours}`} gap="xs">
          <Text size="sm">{t("rules.cap", cap)}</Text>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t("rules.removeCap", cap)}
            onClick={() => change({ caps: caps.filter((each) => each !== cap) })}
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Group gap="xs" align="end" mt={4}>
        <NumberInput label={t("rules.attempts")} min={1} max={1000} w={120} value={attempts} onChange={setAttempts} />
        <NumberInput label={t("rules.withinHours")} min={1} max={8784} w={120} value={hours} onChange={setHours} />
        <Button
          variant="default"
          disabled={!isFull}
          onClick={() => isFull && change({ caps: [...caps, { attempts, hours }] })}
        >
          {t("rules.addCap")}
        </Button>
      </Group>
    </div>
  );
}
