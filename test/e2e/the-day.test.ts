import { describe, expect, test } from "vitest";
import { linkedinConnections, type Person, zoomAttendees } from "#test/e2e/exports.ts";
import { createWorkspace, importFile } from "#test/e2e/first-steps.ts";
import { markOfficeLines } from "#test/e2e/office-lines.ts";
import { monday, product } from "#test/e2e/product.ts";
import { type Language, wordsIn } from "#test/e2e/wording.ts";

const stories: { language: Language; locale: string; me: string; topic: string; people: Person[] }[] = [
  {
    language: "en",
    locale: "en-GB",
    me: "Mei Lin",
    topic: "Onboarding without spreadsheets",
    people: [
      {
        given: "Sarah",
        family: "Lindqvist",
        email: "sarah@tallgren.example",
        phone: "+1 212 555 0101",
        company: "Tallgren",
      },
      { given: "Tom", family: "Barrett", email: "tom@barrett.example", phone: "+1 212 555 0102", company: "Barrett" },
    ],
  },
  {
    language: "zh-Hans",
    locale: "zh-CN",
    me: "林美",
    topic: "告别表格的入职流程",
    people: [
      { given: "思远", family: "陈", email: "siyuan@huachen.example", phone: "+1 212 555 0111", company: "华辰科技" },
      { given: "晓梅", family: "李", email: "xiaomei@huachen.example", phone: "+1 212 555 0112", company: "华辰科技" },
    ],
  },
];

describe.each(stories)("the first day, in $language", ({ language, locale, me, topic, people }) => {
  const it = product({ day: monday });
  const word = wordsIn(language);
  const nameOf = ({ given, family }: Person) => (language === "en" ? `${given} ${family}` : `${family}${given}`);
  const zoomNameOf = ({ given, family }: Person) => `${given} ${family}`;

  test("from an empty installation to a meeting agreed, and the next person", async () => {
    const page = await it.open({ locale });

    await createWorkspace(page, word, { me, password: "correct horse battery" });
    await page.getByText(word("call-queue", "firstRun.title")).waitFor();
    await importFile(page, word, { name: "Connections.csv", text: linkedinConnections(people) });
    await importFile(page, word, { name: "attendees.csv", text: zoomAttendees(topic, people) });
    await markOfficeLines(page, it.url);
    await page.goto("/today");
    const queue = page.getByLabel(word("call-queue", "today.people")).getByRole("link").filter({ hasText: topic });
    await queue.first().waitFor();
    expect(await queue.count()).toBe(2);

    await queue.first().click();
    await page.keyboard.press("c");
    await page.waitForURL("**/call/**");
    await page.getByText(word("call-queue", "call.why"), { exact: true }).waitFor();
    await page.getByText(topic).first().waitFor();
    await page
      .getByRole("banner")
      .getByRole("button", { name: word("call-queue", "call.dial") })
      .waitFor();

    await page.keyboard.press("c");
    const outcomes = page.getByRole("region", { name: word("call-queue", "call.outcomes") });
    await outcomes.getByRole("button", { name: word("call-queue", "outcome.meeting_agreed") }).waitFor();
    await page.keyboard.press("m");
    await page
      .getByText(word("call-queue", "next.recorded", { outcome: word("call-queue", "outcome.meeting_agreed") }))
      .waitFor();
    await page.getByRole("button", { name: word("call-queue", "next.save") }).click();

    const next = page.getByRole("button", { name: word("call-queue", "next.person", { name: "" }).trim() });
    await next.click();
    await page.waitForURL("**/call/**");
    const names = people.flatMap((person) => [nameOf(person), zoomNameOf(person)]);
    const heading = await page.getByRole("heading", { level: 1 }).textContent();
    expect(names).toContain(heading);

    await page.goto("/today?tab=done");
    await page.getByText(word("call-queue", "outcome.meeting_agreed")).first().waitFor();
  });
});
