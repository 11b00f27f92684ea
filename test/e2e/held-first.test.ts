import { expect, test } from "vitest";
import { sarah, zoomAttendees } from "#test/e2e/exports.ts";
import { createWorkspace, importFile } from "#test/e2e/first-steps.ts";
import { markOfficeLines } from "#test/e2e/office-lines.ts";
import { monday, product } from "#test/e2e/product.ts";
import { wordsIn } from "#test/e2e/wording.ts";

const it = product({ day: monday });
const word = wordsIn("en");

/** More than a page of the queue holds; joined early, so that their windows close first. */
const held = Array.from({ length: 26 }, (_, index) => ({
  given: "Jonas",
  family: `Weber${index + 10}`,
  email: `jonas${index + 10}@ostara.example`,
  phone: `+49 30 23125 0${index + 10}`,
  company: "Ostara",
}));

test("whoever may be called is on Today, also behind a page of people whom the gate holds", async () => {
  const page = await it.open();
  await createWorkspace(page, word, { me: "Mei Lin", password: "correct horse battery" });
  await importFile(page, word, { name: "attendees.csv", text: zoomAttendees("Warehouse clinic", [...held, sarah]) });
  await markOfficeLines(page, it.url);
  const first = await (await page.request.get("/api/v1/queue")).json();
  expect(first.items).toEqual([]);
  expect(first.nextCursor).not.toBeNull();

  await page.goto("/today");

  await page
    .getByRole("region", { name: word("call-queue", "today.people") })
    .getByText("Sarah Lindqvist")
    .waitFor();
  await page.getByRole("link", { name: `${word("call-queue", "today.tab.to_call")} 1` }).waitFor();
});
