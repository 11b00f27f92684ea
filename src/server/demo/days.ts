/** Days since 1970-01-01: the demo's history is counted back from the day on which it is made. */
export type Day = number;

const dayMs = 86_400_000;

export function dayOf(instant: Date): Day {
  return Math.floor(instant.getTime() / dayMs);
}

/** Minutes are counted from midnight in UTC. */
export function atMinute(day: Day, minute: number): Date {
  return new Date(day * dayMs + minute * 60_000);
}

export function isWeekend(day: Day): boolean {
  // 1970-01-01 was a Thursday.
  return (day + 4) % 7 === 0 || (day + 4) % 7 === 6;
}

/** "2026-11-23" */
export function dayText(day: Day): string {
  return atMinute(day, 0).toISOString().slice(0, 10);
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** As American exports write it: "Nov 23, 2026" or "23 Nov 2026". */
export function usText(day: Day, order: "month day year" | "day month year"): string {
  const [year = "", month = "", date = ""] = dayText(day).split("-");
  const name = months[Number(month) - 1] ?? "";
  return order === "month day year" ? `${name} ${date}, ${year}` : `${date} ${name} ${year}`;
}
