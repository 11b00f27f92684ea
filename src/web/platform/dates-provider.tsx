import { DatesProvider } from "@mantine/dates";
import "dayjs/locale/zh-cn";
import "dayjs/locale/zh-tw";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

const locales: Record<string, string> = { "zh-Hans": "zh-cn", "zh-Hant": "zh-tw" };
const monday = 1;

/** Lets the library's calendars speak the person's language. */
export function DatesInLanguage({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation();
  return (
    <DatesProvider settings={{ locale: locales[i18n.language] ?? "en", firstDayOfWeek: monday }}>
      {children}
    </DatesProvider>
  );
}
