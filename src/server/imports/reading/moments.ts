import { AppError } from "#domain/errors.ts";
import { parseWallTime } from "#domain/time.ts";
import type { Moment } from "#server/imports/imported-row.ts";

/** How one source writes its dates: the order of 3/5/26, and the zone of times that carry none (null: not said). */
export type DateStyle = { order: "mdy" | "dmy"; zone: string | null };

type Day = { year: number; month: number; day: number };
type DayPattern = { pattern: RegExp; read: (groups: string[], style: DateStyle) => Day };

const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const dayPatterns: DayPattern[] = [
  { pattern: /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/, read: ([y, m, d]) => dayOf(y, m, d) },
  { pattern: /^(\d{4})(\d{2})(\d{2})(?=$|T)/, read: ([y, m, d]) => dayOf(y, m, d) },
  { pattern: /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日?/, read: ([y, m, d]) => dayOf(y, m, d) },
  { pattern: /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})(?!\d)/, read: ([d, m, y]) => dayOf(y, m, d) },
  { pattern: /^(\d{1,2})[-/](\d{1,2})[-/](\d{4}|\d{2})(?!\d)/, read: numericDay },
  {
    pattern: /^(\d{1,2})[\s-]([a-z]{3,9})\.?,?[\s-](\d{4}|\d{2})(?!\d)/i,
    read: ([d, m, y]) => dayOf(y, monthNumber(m), d),
  },
  {
    pattern: /^([a-z]{3,9})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})(?!\d)/i,
    read: ([m, d, y]) => dayOf(y, monthNumber(m), d),
  },
];

const timePattern =
  /^(?:T|,?\s+(?:at\s+)?)(上午|下午)?\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap])?\.?(?:m\.?)?\s*(.*)$/i;

const namedOffsets: Record<string, number> = {
  z: 0,
  utc: 0,
  gmt: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
};

/** Reads a date in any of the spellings that exports use; null where it is none. */
export function parseMoment(text: string, style: DateStyle): Moment | null {
  const trimmed = text.trim().replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+/i, "");
  if (/^1\d{12}$/.test(trimmed)) return { instant: new Date(Number(trimmed)) };
  if (/^1\d{9}$/.test(trimmed)) return { instant: new Date(Number(trimmed) * 1000) };

  for (const { pattern, read } of dayPatterns) {
    const match = pattern.exec(trimmed);
    if (!match) continue;
    const day = read(match.slice(1), style);
    return isRealDay(day) ? momentOf(day, trimmed.slice(match[0].length), style) : null;
  }
  return null;
}

/** A moment that a person typed, where a mistake must be said at once. */
export function typedMoment(text: string): Moment {
  const moment = parseMoment(text, { order: "mdy", zone: null });
  if (!moment) throw new AppError("invalid_input", { field: "occurred-at", value: text, reason: "date_unreadable" });
  return moment;
}

/** A text that sorts and compares as the moment does: part of the keys that make imports repeatable. */
export function momentKey(moment: Moment): string {
  if ("day" in moment) return moment.day;
  return "local" in moment ? moment.local : moment.instant.toISOString();
}

/** The instant of a moment for comparing it with now; a time without a zone is read in the one that is given. */
export function instantOf(moment: Moment, timeZone: string): Date {
  if ("instant" in moment) return moment.instant;
  if ("day" in moment) return parseWallTime(moment.day, timeZone) ?? new Date(`${moment.day}T00:00:00Z`);
  return parseWallTime(moment.local, moment.zone ?? timeZone) ?? new Date(`${moment.local}Z`);
}

/** In which order a column writes day and month, where its values show it. */
export function guessDateOrder(values: string[]): DateStyle["order"] | null {
  for (const value of values) {
    const match = /^\s*(\d{1,2})[-/](\d{1,2})[-/]\d{2,4}/.exec(value);
    if (match && Number(match[1]) > 12) return "dmy";
    if (match && Number(match[2]) > 12) return "mdy";
  }
  return null;
}

function momentOf(day: Day, rest: string, style: DateStyle): Moment | null {
  const date = `${pad(day.year, 4)}-${pad(day.month)}-${pad(day.day)}`;
  if (rest.trim() === "") return { day: date };

  const match = timePattern.exec(rest);
  if (!match) return null;
  const [, chineseHalf, hours = "", minutes = "", seconds = "0", half, zoneText = ""] = match;
  const hour = hourOfDay(Number(hours), half?.toLowerCase() ?? (chineseHalf === "下午" ? "p" : chineseHalf && "a"));
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  const local = `${date}T${pad(hour)}:${minutes}:${pad(Number(seconds))}`;
  const offset = offsetMinutes(zoneText.trim() || (style.zone === "UTC" ? "utc" : ""));
  if (offset === "none") return { local, zone: style.zone };
  return offset === "unknown" ? null : { instant: new Date(Date.parse(`${local}Z`) - offset * 60_000) };
}

function offsetMinutes(text: string): number | "none" | "unknown" {
  const zone = text.replace(/^\((.*)\)$/, "$1").toLowerCase();
  if (zone === "") return "none";
  const named = namedOffsets[zone];
  if (named !== undefined) return named;
  const match = /^(?:gmt|utc)?\s*([+-−])(\d{1,2}):?(\d{2})?(?:\s*\(.*\))?$/.exec(zone);
  if (!match) return "unknown";
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return match[1] === "+" ? minutes : -minutes;
}

function hourOfDay(hour: number, half: string | undefined): number {
  if (half === "p") return hour === 12 ? 12 : hour + 12;
  return half === "a" && hour === 12 ? 0 : hour;
}

function numericDay([first, second, year]: string[], { order }: DateStyle): Day {
  const isDayFirst = Number(first) > 12 || (order === "dmy" && Number(second) <= 12);
  return isDayFirst ? dayOf(year, second, first) : dayOf(year, first, second);
}

function dayOf(year: string | undefined, month: string | number | undefined, day: string | undefined): Day {
  const full = Number(year);
  const century = full < 70 ? 2000 : 1900;
  return { year: full < 100 ? full + century : full, month: Number(month), day: Number(day) };
}

function monthNumber(name: string | undefined): number {
  return monthNames.indexOf((name ?? "").slice(0, 3).toLowerCase()) + 1;
}

function isRealDay({ year, month, day }: Day): boolean {
  if (year < 1800 || year > 2200) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function pad(value: number, width = 2): string {
  return String(value).padStart(width, "0");
}
