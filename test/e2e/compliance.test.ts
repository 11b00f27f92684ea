import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { product, warmline } from "#test/e2e/product.ts";
import { wordsIn } from "#test/e2e/wording.ts";

/* What a compliance officer does in a day: looks a decision up, asks what would change it, keeps the record. */

const it = product();
const word = wordsIn("en");

let password = "";

beforeAll(async () => {
  const { out, err } = await warmline(it.dataDir, "demo");
  password = /with the password (\S+)/.exec(`${out} ${err}`)?.[1] ?? "";
});

test("a decision is found, read with its rules and packs, replayed to the same answer, and asked again with another fact", async () => {
  const ines = await signedIn("ines@tallow.example");

  await ines.goto("/compliance/decisions?verdict=allow");
  const list = ines.getByRole("list", { name: word("gate", "decisions.title") });
  await list.getByRole("link").first().click();
  await ines.waitForURL("**/compliance/decisions/*");
  await ines
    .getByRole("region", { name: word("gate", "decision.packs") })
    .getByText("policy")
    .waitFor();
  await ines.getByRole("button", { name: word("gate", "replay.do") }).click();
  await ines.getByText(word("gate", "replay.same"), { exact: true }).waitFor();

  await ines.getByRole("link", { name: word("gate", "whatIf.open") }).click();
  await ines.getByLabel(word("gate", "whatIf.field.refused")).check();
  await ines.keyboard.press("Control+Enter");
  const answer = ines.getByRole("region", { name: word("gate", "whatIf.answer") });

  await answer.getByText(word("gate", "why.refusal")).first().waitFor();
  expect(await answer.textContent()).toContain("POL-OPTOUT-NOW");
  await answer.getByText(word("gate", "whatIf.before", { sentence: "" }).trim()).waitFor();
});

test("the whole question can be changed as JSON, and what is no JSON cannot be asked", async () => {
  const ines = await signedIn("ines@tallow.example");

  await ines.goto("/compliance/what-if");
  await ines.getByText(word("gate", "whatIf.json"), { exact: true }).click();
  const editor = ines.getByLabel(word("gate", "whatIf.jsonLabel"));
  await editor.fill(JSON.stringify({ ...berlin, contact: {} }).slice(0, -1));
  await ines.getByText(word("gate", "whatIf.notJson")).waitFor();
  expect(await ines.getByRole("button", { name: word("gate", "whatIf.ask") }).isDisabled()).toBe(true);
  await editor.fill(JSON.stringify(berlin));
  await ines.keyboard.press("Control+Enter");

  await ines
    .getByRole("region", { name: word("gate", "whatIf.answer") })
    .getByText("DE-TEL-01")
    .waitFor();
});

test("a pack is found by its name and read with citation, source and what lifts a rule", async () => {
  const ines = await signedIn("ines@tallow.example");

  await ines.goto("/compliance/packs");
  await ines.getByLabel(word("gate", "packs.search")).fill("flor");
  await ines.getByRole("link", { name: "Florida" }).click();
  await ines.getByText(word("gate", "packs.advice.title"), { exact: true }).waitFor();
  await ines.getByLabel(word("gate", "packs.find")).fill("US-FL-HOURS");
  const rule = ines.getByRole("article", { name: "US-FL-HOURS" });

  await rule.getByText("Fla. Stat. 501.616(6)").waitFor();
  expect(await rule.textContent()).toContain("08:00–20:00");
});

test("a consent is written down with its words, and taken back", async () => {
  const ines = await signedIn("ines@tallow.example");
  const name = await somebody(ines);
  const words = "Yes, call me about the second site, any afternoon.";

  await ines.goto("/compliance/consents");
  await ines.getByRole("heading", { name: word("permissions", "consents.title") }).waitFor();
  await ines.keyboard.press("n");
  const dialog = ines.getByRole("dialog", { name: word("permissions", "consents.new") });
  await choose(ines, dialog.getByLabel(word("permissions", "person")), name);
  await dialog.getByLabel(word("permissions", "consents.words")).fill(words);
  await dialog.getByLabel(word("permissions", "consents.witness")).fill("letter of 3 November, scan 17");
  await dialog.getByRole("button", { name: word("permissions", "consents.save") }).click();
  await ines.getByText(words).waitFor();

  await ines.getByRole("button", { name: word("permissions", "consents.withdrawOf", { name }) }).click();
  await ines
    .getByRole("dialog")
    .getByRole("button", { name: word("permissions", "consents.withdraw"), exact: true })
    .click();
  await ines.getByText(words).waitFor({ state: "detached" });
  await ines.getByLabel(word("permissions", "ended")).check();
  await ines.getByText(words).waitFor();
});

test("a no is lifted by two people only: one proposes with new evidence, the other approves", async () => {
  const [mei, ines] = [await signedIn("mei@tallow.example"), await signedIn("ines@tallow.example")];
  const evidence = "Mail of 20 November: please ring me again";

  await mei.goto("/compliance/suppressions");
  await mei
    .getByRole("button", { name: word("permissions", "suppressions.liftOf", { name: "" }).trim() })
    .first()
    .click();
  const dialog = mei.getByRole("dialog");
  await dialog.getByLabel(word("contacts", "lift.reason")).fill("They changed their mind");
  await dialog.getByLabel(word("contacts", "lift.evidence")).fill(evidence);
  await dialog.getByRole("button", { name: word("contacts", "lift.propose") }).click();
  await dialog.waitFor({ state: "detached" });
  await mei.goto("/compliance/exceptions");
  await mei.getByText(evidence).waitFor();
  expect(await mei.getByRole("button", { name: word("permissions", "exceptions.approve") }).count()).toBe(0);

  await ines.goto("/compliance/exceptions?state=proposed");
  await ines.getByText(evidence).waitFor();
  await ines.getByRole("button", { name: word("permissions", "exceptions.approve") }).click();
  await ines
    .getByRole("dialog")
    .getByRole("button", { name: word("permissions", "exceptions.approve") })
    .click();
  await ines.getByText(evidence).waitFor({ state: "detached" });
  await ines.goto("/compliance/exceptions?state=approved");
  await ines.getByText(evidence).waitFor();
});

test("somebody who is held sees why in one sentence, with the rule and its source", async () => {
  const mei = await signedIn("mei@tallow.example");

  await mei.goto("/today?tab=held");
  const brief = mei.getByRole("complementary");
  const sentence = brief.getByRole("status").getByRole("strong");
  await sentence.waitFor();

  expect(await sentence.textContent()).toMatch(/^(You may not call: |Not before ).+\.$/);
  expect(await brief.locator("li code").first().textContent()).toMatch(/^[A-Z][A-Z0-9-]+$/);
});

const berlin = {
  at: "2026-11-25T10:00:00+01:00",
  attempt: { channel: "call", purpose: "marketing" },
  seller: { country: "DE" },
  contact: { audience: "consumer", locations: [{ country: "DE", timeZone: "Europe/Berlin" }] },
};

async function signedIn(email: string): Promise<Page> {
  const page = await it.open();
  const answer = await page.request.post("/api/auth/sign-in/email", {
    data: { email, password },
    headers: { origin: it.url },
  });
  expect(answer.ok()).toBe(true);
  return page;
}

async function somebody(page: Page): Promise<string> {
  return (await (await page.request.get("/api/v1/contacts?limit=1")).json()).items[0].name;
}

async function choose(page: Page, field: ReturnType<Page["getByLabel"]>, name: string): Promise<void> {
  // A dialog that is still opening would take the focus from the field, and with it what was typed.
  await field.click();
  await field.fill(name);
  await page.getByRole("option", { name }).first().click();
}
