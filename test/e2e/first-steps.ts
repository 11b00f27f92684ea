import type { Page } from "playwright-core";
import type { wordsIn } from "#test/e2e/wording.ts";

type Words = ReturnType<typeof wordsIn>;

/** The first start, by whoever becomes the admin. */
export async function createWorkspace(page: Page, word: Words, { me, password }: { me: string; password: string }) {
  await page.goto("/");
  await page.getByLabel(word("team", "welcome.workspace")).fill("Tallow");
  await page.getByLabel(word("team", "yourName")).fill(me);
  await page.getByLabel(word("team", "email")).fill("mei@tallow.example");
  await page.getByLabel(word("team", "newPassword")).fill(password);
  await page.getByRole("button", { name: word("team", "welcome.submit") }).click();
  await page.waitForURL("**/today");
}

/** Of business contacts, from the file to the result. */
export async function importFile(page: Page, word: Words, { name, text }: { name: string; text: string }) {
  await page.goto("/import");
  const files = [{ name, mimeType: "text/csv", buffer: Buffer.from(text) }];
  await page.getByLabel(word("imports", "drop.files")).setInputFiles(files);
  await page.getByLabel(word("imports", "audience.business")).check();
  await page.getByRole("button", { name: word("imports", "start") }).click();
  await page.getByText(word("imports", "result.finished")).waitFor();
}
