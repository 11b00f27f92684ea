import { Checkbox, Group, Stack, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { WorkspaceSettings } from "#api/settings.ts";

type CallingHours = NonNullable<WorkspaceSettings["callingHours"]>;
type Props = { hours: CallingHours; onChange: (hours: CallingHours) => void };

const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
type Opening = { from: string; until: string };

const usual: Opening = { from: "09:00", until: "18:00" };

/** The hours of a week, one opening a day; a second one that was set elsewhere is kept. */
export function WeekHours({ hours, onChange }: Props) {
  const { t } = useTranslation("permissions");
  return (
    <Stack gap={6}>
      {days.map((day) => {
        const [first, ...others] = hours[day] ?? [];
        const name = t(`own.day.${day}`);
        const put = (opening: Opening | undefined) =>
          onChange({ ...hours, [day]: opening ? [opening, ...others] : [] });
        return (
          <Group key={day} gap="sm" wrap="nowrap">
            <Checkbox
              w={120}
              label={name}
              checked={first !== undefined}
              onChange={({ currentTarget }) => put(currentTarget.checked ? usual : undefined)}
            />
            {(["from", "until"] as const).map((edge) => (
              <TextInput
                key={edge}
                type="time"
                aria-label={t(`own.${edge}`, { day: name })}
                disabled={!first}
                value={first?.[edge] ?? ""}
                onChange={({ currentTarget: { value } }) => first && value && put({ ...first, [edge]: value })}
              />
            ))}
          </Group>
        );
      })}
    </Stack>
  );
}
