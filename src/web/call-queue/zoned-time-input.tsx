import { Button, Group, SimpleGrid, Text } from "@mantine/core";
import { DateInput, TimePicker } from "@mantine/dates";
import { useTranslation } from "react-i18next";
import { defaultCallingHours, isOpen } from "#domain/calling-hours.ts";
import { useWording } from "#web/call-queue/use-wording.ts";
import { instantOf, otherClock, quickTimes } from "#web/ui/zoned-time.ts";

type Props = {
  /** "2026-11-26T15:00" on the contact's clock. */
  value: string;
  onChange: (value: string) => void;
  timeZone: string;
  place: string | null;
  label: string;
  withQuickTimes?: boolean;
};

/** A moment on two clocks side by side, theirs and one's own; either can be set. */
export function ZonedTimeInput({ value, onChange, timeZone, place, label, withQuickTimes = false }: Props) {
  const { t } = useTranslation("call-queue");
  const { now, timeZone: ownZone } = useWording();
  const own = otherClock(value, timeZone, ownZone);
  const isSame = own === value;
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
      <Text component="legend" fw={600} mb={4}>
        {label}
      </Text>
      {withQuickTimes && (
        <Group gap={6} mb="xs">
          {quickTimes(now, timeZone).map(({ key, local }) => (
            <Button key={key} size="compact-sm" variant="default" onClick={() => onChange(local)}>
              {t(`next.quick.${key}`)}
            </Button>
          ))}
        </Group>
      )}
      <SimpleGrid cols={{ base: 1, xs: isSame ? 1 : 2 }} spacing="md">
        <Clock
          legend={place ? t("next.theirTime", { place }) : t("next.theirTimePlain")}
          value={value}
          onChange={onChange}
        />
        {!isSame && (
          <Clock
            legend={t("next.yourTime")}
            value={own}
            onChange={(local) => onChange(otherClock(local, ownZone, timeZone))}
          />
        )}
      </SimpleGrid>
      {isSame && (
        <Text size="xs" c="dimmed" mt={4}>
          {t("next.sameZone")}
        </Text>
      )}
      <Warning local={value} timeZone={timeZone} />
    </fieldset>
  );
}

function Clock({ legend, value, onChange }: { legend: string; value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation("call-queue");
  const [day = "", clock = ""] = value.split("T");
  return (
    <div>
      <Text size="xs" c="dimmed" mb={2}>
        {legend}
      </Text>
      <Group gap={6} wrap="nowrap">
        <DateInput
          aria-label={`${t("next.date")}: ${legend}`}
          valueFormat="YYYY-MM-DD"
          value={day || null}
          onChange={(next) => onChange(`${next ?? ""}T${clock}`)}
          flex={1}
          miw={120}
        />
        <TimePicker
          aria-label={`${t("next.time")}: ${legend}`}
          hoursInputLabel={`${t("next.hours")}: ${legend}`}
          minutesInputLabel={`${t("next.minutes")}: ${legend}`}
          format="24h"
          value={clock}
          onChange={(next) => onChange(`${day}T${next.slice(0, 5)}`)}
          w={84}
        />
      </Group>
    </div>
  );
}

/** The same pure rule as the gate's; it only warns here, because a person may have agreed to just that. */
function Warning({ local, timeZone }: { local: string; timeZone: string }) {
  const { t, dates, now, timeZone: ownZone } = useWording();
  const at = instantOf(local, timeZone);
  if (!at) return null;
  const isClosed = !isOpen(defaultCallingHours, at, timeZone);
  const problem = at < now ? t("next.past") : isClosed && t("next.outside");
  return (
    <Text size="xs" c="dimmed" mt={4} aria-live="polite">
      {dates.longDay(at, timeZone)} {dates.time(at, timeZone)}
      {ownZone !== timeZone && ` = ${dates.longDay(at)} ${dates.time(at)}`}
      {problem && (
        <Text span inherit fw={600} c="var(--wl-ink)">
          {` · ${problem}`}
        </Text>
      )}
    </Text>
  );
}
