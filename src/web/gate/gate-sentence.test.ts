import { readFileSync } from "node:fs";
import i18next, { type TFunction } from "i18next";
import { describe, expect, test } from "vitest";
import { allPacks } from "#domain/gate/all-packs.ts";
import { decide } from "#domain/gate/decide.ts";
import { type GateRequest, ruleKinds } from "#domain/gate/types.ts";
import { decidingRules, gateSentence } from "#web/gate/gate-sentence.ts";
import { datesIn } from "#web/platform/dates.ts";

const now = new Date("2026-11-24T13:00:00Z"); // a Tuesday: 08:00 in New York
const locales = { en: "en-GB", "zh-Hans": "zh-CN", "zh-Hant": "zh-TW" };
type Language = keyof typeof locales;

const toNewJersey: GateRequest = {
  at: now.toISOString(),
  attempt: { channel: "call", purpose: "marketing" },
  seller: { country: "US", registers: { "us-dnc": "2026-11-20" } },
  contact: { locations: [{ country: "US", region: "NY", timeZone: "America/New_York" }] },
  relationships: [{ kind: "purchase", at: "2026-11-01T15:00:00Z" }],
  policy: { hours: { tue: [{ from: "09:00", until: "17:00" }] } },
};
const toBerlin: GateRequest = {
  ...toNewJersey,
  seller: { country: "DE" },
  contact: { locations: [{ country: "DE", timeZone: "Europe/Berlin" }] },
};

const cases: [string, GateRequest, Record<Language, string>][] = [
  [
    "a person who may be called an hour later, by our own hours",
    toNewJersey,
    {
      en: "Not before 09:00 their time (14:00 yours): it is outside our own calling hours there.",
      "zh-Hans": "当地 09:00（您的时间 14:00）起才可拨打：当地现在不在我们自己规定的拨打时间内。",
      "zh-Hant": "當地 09:00（您的時間 14:00）起才可撥打：當地現在不在我們自己規定的撥打時間內。",
    },
  ],
  [
    "a consumer in Germany without a consent: the law, and not our hours or our wish for a contact",
    { ...toBerlin, relationships: [] },
    {
      en: "You may not call: the law there asks for their own consent to this, and none that covers it is on record.",
      "zh-Hans": "不可拨打：当地法律要求本人同意，而记录中没有适用的同意。",
      "zh-Hant": "不可撥打：當地法律要求本人同意，而紀錄中沒有適用的同意。",
    },
  ],
  [
    "a no, which counts before all that is missing",
    { ...toBerlin, refusals: [{ kind: "stop", at: "2026-11-20T10:00:00Z" }] },
    {
      en: "You may not call: they said no, and have not agreed since.",
      "zh-Hans": "不可拨打：对方已表示拒绝，之后没有再同意。",
      "zh-Hant": "不可撥打：對方已表示拒絕，之後沒有再同意。",
    },
  ],
];

describe.each(["en", "zh-Hans", "zh-Hant"] as const)("in %s", (language) => {
  test.each(cases)("%s", async (_name, request, expected) => {
    const t = await translator(language);
    const worded = { t, dates: datesIn(locales[language]), now, timeZone: "Europe/London" };

    const sentence = gateSentence({ decision: decide(request) }, worded);

    expect(sentence).toBe(expected[language]);
  });

  test("every kind of rule has words", async () => {
    const t = await translator(language);

    expect(ruleKinds.filter((kind) => t(`why.${kind}`) === `why.${kind}`)).toEqual([]);
  });
});

test("in English a duty is written as its pack writes it, and no duty is translated that no pack lays on a call", () => {
  const written = JSON.parse(readFileSync("src/web/gate/messages/en.json", "utf8")).obligation as Record<
    string,
    string
  >;
  const laws = Object.entries(written).filter(([id]) => !id.startsWith("POL-"));
  const texts = new Map<string, string>();
  for (const { id, rule } of allPacks.flatMap(({ rows }) => rows)) if (rule.kind === "oblige") texts.set(id, rule.text);

  expect(laws.filter(([id, text]) => texts.get(id) !== text)).toEqual([]);
});

test("an allowed call says until when, on both clocks", async () => {
  const worded = { t: await translator("en"), dates: datesIn("en-GB"), now, timeZone: "Europe/London" };
  const decision = decide({ ...toNewJersey, at: "2026-11-24T15:00:00Z" });

  const sentence = gateSentence(
    { decision, allowedUntil: new Date("2026-11-24T22:00:00Z"), theirZone: "America/New_York" },
    worded,
  );

  expect(sentence).toBe("You may call until 17:00 their time (22:00 yours).");
});

test("of two rules that only wait, the one that waits longest decides", () => {
  const rule = { id: "a", kind: "hours" as const, basis: "law" as const, effect: "defer" as const };
  const longer = { ...rule, id: "b", kind: "cap" as const, until: "2026-11-25T10:00:00Z" };
  const words = { citation: "", reason: "" };

  const rules = [
    { ...rule, ...words, until: "2026-11-24T15:00:00+01:00" },
    { ...longer, ...words },
  ];

  expect(decidingRules({ verdict: "defer", rules }).map(({ id }) => id)).toEqual(["b", "a"]);
});

async function translator(language: Language): Promise<TFunction<"gate">> {
  const gate = JSON.parse(readFileSync(`src/web/gate/messages/${language}.json`, "utf8"));
  const resources = { [language]: { gate } };
  const options = { lng: language, ns: ["gate"], resources, interpolation: { escapeValue: false } };
  const instance = i18next.createInstance();
  await instance.init(options);
  return instance.getFixedT(language, "gate");
}
