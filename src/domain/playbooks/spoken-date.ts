import type { PlaybookLanguage } from "#domain/playbooks/playbook.ts";
import { dayMs, localDay } from "#domain/time.ts";

const locales: Record<PlaybookLanguage, string> = { en: "en-GB", "zh-Hans": "zh-CN", "zh-Hant": "zh-TW" };
const near: Record<PlaybookLanguage, [today: string, yesterday: string]> = {
  en: ["today", "yesterday"],
  "zh-Hans": ["今天", "昨天"],
  "zh-Hant": ["今天", "昨天"],
};
const daysByName = 6;
const daysByDate = 90;

/** When something was, as people say it: "yesterday", "on Friday", "on 9 October", "in March 2025". */
export function spokenDate(then: Date, now: Date, timeZone: string, language: PlaybookLanguage): string {
  const day = Date.parse(localDay(then, timeZone));
  const daysAgo = Math.round((Date.parse(localDay(now, timeZone)) - day) / dayMs);
  const [today, yesterday] = near[language];
  if (daysAgo <= 0) return today;
  if (daysAgo === 1) return yesterday;
  if (daysAgo <= daysByName) return weekday(day, language, daysAgo, now, timeZone);
  if (daysAgo <= daysByDate)
    return language === "en" ? `on ${format(day, language, dayAndMonth)}` : format(day, language, dayAndMonth);
  const month = format(day, language, monthAndYear);
  return language === "en" ? `in ${month}` : month;
}

const dayAndMonth = { day: "numeric", month: "long" } as const;
const monthAndYear = { month: "long", year: "numeric" } as const;

/** In Chinese a weekday of the week before is "last". Weeks begin on Monday. */
function weekday(day: number, language: PlaybookLanguage, daysAgo: number, now: Date, timeZone: string): string {
  const name = format(day, language, { weekday: "long" });
  if (language === "en") return `on ${name}`;
  const today = new Date(localDay(now, timeZone)).getUTCDay();
  const daysIntoWeek = (today + 6) % 7;
  const short = name.replace(/^(星期|週|周|禮拜)/, "");
  const week = language === "zh-Hans" ? "周" : "週";
  return daysAgo > daysIntoWeek ? `上${week}${short}` : `本${week}${short}`;
}

function format(day: number, language: PlaybookLanguage, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locales[language], { ...options, timeZone: "UTC" }).format(day);
}
