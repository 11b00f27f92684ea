import { readFileSync } from "node:fs";
import i18next, { type TFunction } from "i18next";
import { describe, expect, test } from "vitest";
import type { QueueReason } from "#api/queue.ts";
import { defaultKinds } from "#domain/touchpoints/kinds.ts";
import { reasonText } from "#web/call-queue/reason-text.ts";
import { datesIn } from "#web/platform/dates.ts";

const now = new Date("2026-11-23T09:12:00Z"); // a Monday
const locales = { en: "en-GB", "zh-Hans": "zh-CN", "zh-Hant": "zh-TW" };
type Language = keyof typeof locales;

const cases: [string, QueueReason, Record<Language, string>][] = [
  [
    "an introduction of two days ago",
    {
      code: "expects_call",
      params: { kind: "introduction_made", occurredAt: at("2026-11-21T10:00:00Z"), summary: "" },
    },
    { en: "Introduced to you on Saturday", "zh-Hans": "星期六经人引荐", "zh-Hant": "星期六經人引薦" },
  ],
  [
    "a callback asked for this morning, with its page",
    {
      code: "expects_call",
      params: { kind: "callback_requested", occurredAt: at("2026-11-23T08:41:00Z"), summary: "Pricing" },
    },
    {
      en: "Asked for a call back today at 08:41: Pricing",
      "zh-Hans": "今天 08:41 要求回电：Pricing",
      "zh-Hant": "今天 08:41 要求回電：Pricing",
    },
  ],
  [
    "a webinar of last month",
    { code: "prior_contact", params: { kind: "webinar_attended", occurredAt: at("2026-10-09T10:00:00Z") } },
    {
      en: "Attended a webinar on 9 October",
      "zh-Hans": "10月9日参加了线上研讨会",
      "zh-Hant": "10月9日參加了線上研討會",
    },
  ],
  [
    "a customer of another year",
    { code: "relationship", params: { kind: "purchase", since: at("2024-03-04T09:00:00Z") } },
    {
      en: "Customer since 4 March 2024",
      "zh-Hans": "2024年3月4日起为我们的顾客",
      "zh-Hant": "自 2024年3月4日 起為我們的顧客",
    },
  ],
  [
    "a call back for tomorrow",
    { code: "callback_due", params: { dueAt: at("2026-11-24T14:00:00Z"), title: "" } },
    {
      en: "You agreed to call back tomorrow at 14:00",
      "zh-Hans": "约好明天 14:00 回电",
      "zh-Hant": "約好明天 14:00 回電",
    },
  ],
];

describe.each(Object.keys(locales) as Language[])("in %s", (language) => {
  test.each(cases)("%s reads as a sentence", async (_, reason, expected) => {
    expect(await worded(reason, language)).toBe(expected[language]);
  });

  test("every kind that can warm somebody has a sentence of its own", async () => {
    for (const { slug } of defaultKinds.filter(({ direction }) => direction !== "context")) {
      const text = await worded({ code: "prior_contact", params: { kind: slug, occurredAt: now } }, language);
      expect(text).not.toContain("<");
      expect(text).not.toContain("{{");
    }
  });

  test("a workspace's own kind is named", async () => {
    const reason: QueueReason = { code: "prior_contact", params: { kind: "golf_day", occurredAt: now } };

    expect(await worded(reason, language)).toContain("<golf_day>");
  });
});

async function worded(reason: QueueReason, language: Language): Promise<string> {
  const t = await translator(language);
  const kindName = (slug: string) => `<${slug}>`;
  return reasonText(reason, { t, dates: datesIn(locales[language]), now, timeZone: "Europe/London", kindName });
}

async function translator(language: Language): Promise<TFunction<"call-queue">> {
  const instance = i18next.createInstance();
  const texts = JSON.parse(readFileSync(`src/web/call-queue/messages/${language}.json`, "utf8"));
  const resources = { [language]: { "call-queue": texts } };
  await instance.init({ lng: language, ns: "call-queue", resources, interpolation: { escapeValue: false } });
  return instance.getFixedT(language, "call-queue") as TFunction<"call-queue">;
}

function at(text: string): Date {
  return new Date(text);
}
