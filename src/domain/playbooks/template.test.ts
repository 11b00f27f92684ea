import { describe, expect, test } from "vitest";
import { defaultPlaybook } from "#domain/playbooks/default-playbooks.ts";
import { openingFor, playbookLanguages, playbookPresets } from "#domain/playbooks/playbook.ts";
import { spokenDate } from "#domain/playbooks/spoken-date.ts";
import { fillTemplate, flawsOfTemplate } from "#domain/playbooks/template.ts";
import { defaultKinds } from "#domain/touchpoints/kinds.ts";

const personal = { first_name: "Daniel", full_name: "Daniel Okafor", rep_name: "Mei Lin", seller: "Tallow" };
const touchpointId = "0199a1b2-0000-7000-8000-000000000001";

test("what stands in brackets carries the touchpoint that proves it", () => {
  const segments = fillTemplate("{first_name}, [{referrer} told me {when}]. Good?", {
    ...personal,
    referrer: "Priya",
    when: "on Friday",
    touchpointId,
  });

  expect(segments).toEqual([
    { text: "Daniel, " },
    { text: "Priya told me on Friday", touchpointId },
    { text: ". Good?" },
  ]);
});

test("a line whose fact is missing is passed over for the next", () => {
  const template = "[{referrer} told me]\n[We met {when}]\nHello {first_name}";

  expect(fillTemplate(template, { ...personal, when: "today", touchpointId })).toEqual([
    { text: "We met today", touchpointId },
  ]);
  expect(fillTemplate(template, personal)).toEqual([{ text: "Hello Daniel" }]);
  expect(fillTemplate("[We met]", personal)).toBeUndefined();
});

test.each([
  ["Hello {first_name}, [we met {when}]", []],
  ["We met {when}", [{ flaw: "outside_brackets", name: "when" }]],
  ["Hello {nickname}", [{ flaw: "unknown", name: "nickname" }]],
  ["Hello {first_name", [{ flaw: "unclosed", name: "Hello {first_name" }]],
  ["[we met", [{ flaw: "unclosed", name: "[we met" }]],
])("%j has these flaws", (template, flaws) => {
  expect(flawsOfTemplate(template)).toEqual(flaws);
});

describe.each(playbookLanguages)("in %s", (language) => {
  test.each(playbookPresets)("%s has no flaw, and an opening for every kind that opens a window", (preset) => {
    const content = defaultPlaybook(preset, language);
    const templates = [...Object.values(content.openings), content.value, content.voicemail, content.gatekeeper];

    expect(templates.flatMap(flawsOfTemplate)).toEqual([]);
    const windowed = defaultKinds.filter(({ window }) => window !== null).map(({ slug }) => slug);
    expect(windowed.filter((slug) => openingFor(content, slug).id === "neutral")).toEqual([]);
    expect(new Set(content.objections.map(({ id }) => id)).size).toBe(content.objections.length);
    expect(fillTemplate(content.openings.neutral ?? "", personal)).toBeDefined();
  });
});

test.each([
  ["2026-11-23T08:00:00Z", "today", "今天"],
  ["2026-11-22T23:59:00Z", "yesterday", "昨天"],
  ["2026-11-20T12:00:00Z", "on Friday", "上周五"],
  ["2026-10-09T12:00:00Z", "on 9 October", "10月9日"],
  ["2025-03-09T12:00:00Z", "in March 2025", "2025年3月"],
])("%s is spoken of as %s and %s", (then, english, chinese) => {
  const now = new Date("2026-11-23T09:30:00Z");

  expect(spokenDate(new Date(then), now, "Europe/London", "en")).toBe(english);
  expect(spokenDate(new Date(then), now, "Europe/London", "zh-Hans")).toBe(chinese);
});
