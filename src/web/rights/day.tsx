import { useDates } from "#web/platform/dates.ts";

/** A day "2026-12-24", as the person's language writes it. */
export function useDay(): (day: string) => string {
  const dates = useDates();
  return (day) => {
    const noon = new Date(`${day}T12:00:00Z`);
    return dates.date(noon, "UTC", longAgo);
  };
}

/** The year is always written: what is due may lie in another. */
const longAgo = new Date(0);
