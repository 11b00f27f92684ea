import { useDates } from "#web/platform/dates.ts";

type Props = {
  at: Date;
  /** Without one, the browser's own zone. */
  timeZone?: string;
  as?: "time" | "day" | "longDay" | "dateTime";
};

/** An instant as written where it matters; the exact one in the tooltip. */
export function LocalTime({ at, timeZone, as = "dateTime" }: Props) {
  const dates = useDates();
  const title = timeZone === undefined ? dates.dateTime(at) : `${dates.dateTime(at, timeZone)} · ${timeZone}`;
  return (
    <time dateTime={at.toISOString()} title={title}>
      {dates[as](at, timeZone)}
    </time>
  );
}
