import { Group, Text } from "@mantine/core";
import { DateInput, TimePicker } from "@mantine/dates";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { hoursAfter } from "#domain/time.ts";
import { useNow } from "#web/platform/clock.ts";
import { ownTimeZone } from "#web/platform/dates.ts";
import { instantOf, localOf } from "#web/ui/zoned-time.ts";

const daysBackMax = 90;

/** When a call was made elsewhere, on the clock of whoever writes it down. Untouched it is now. */
export function MadeAt({ onChange }: { onChange: (at: Date | undefined) => void }) {
  const { t } = useTranslation("call-queue");
  const now = useNow();
  const [local, setLocal] = useState(() => localOf(now, ownTimeZone));
  const [day = "", clock = ""] = local.split("T");
  const at = instantOf(local, ownTimeZone);
  const change = (next: string) => {
    setLocal(next);
    const chosen = instantOf(next, ownTimeZone);
    onChange(chosen && chosen <= now ? chosen : undefined);
  };
  const [today = ""] = localOf(now, ownTimeZone).split("T");
  const [earliest = ""] = localOf(hoursAfter(now, -24 * (daysBackMax - 1)), ownTimeZone).split("T");
  return (
    <fieldset style={{ border: 0, margin: "0 0 20px", padding: 0, minWidth: 0 }}>
      <Text component="legend" fw={600} mb={4}>
        {t("call.madeAt.legend")}
      </Text>
      <Group gap={8} align="center">
        <DateInput
          aria-label={t("call.madeAt.day")}
          valueFormat="YYYY-MM-DD"
          minDate={earliest}
          maxDate={today}
          value={day || null}
          onChange={(next) => change(`${next ?? ""}T${clock}`)}
          w={140}
        />
        <TimePicker
          aria-label={t("call.madeAt.time")}
          hoursInputLabel={t("next.hours")}
          minutesInputLabel={t("next.minutes")}
          format="24h"
          value={clock}
          onChange={(next) => change(`${day}T${next.slice(0, 5)}`)}
          w={84}
        />
        <Text span size="sm" c="dimmed">
          {t("call.madeAt.zone", { zone: ownTimeZone.replaceAll("_", " ") })}
        </Text>
      </Group>
      {(!at || at > now) && (
        <Text component="div" size="xs" fw={600} mt={4} role="alert">
          {t("call.madeAt.future")}
        </Text>
      )}
    </fieldset>
  );
}
