import { expect, test } from "vitest";
import { product, warmline } from "#test/e2e/product.ts";

const it = product();
const password = "correct horse battery";

test("an officer answers a request for erasure, and the person cannot be added again", async () => {
  const { out } = await warmline(it.dataDir, "setup", "--workspace", "Tallow", "--email", "ana@tallow.example");
  const setUp = new URL(/http\S+/.exec(out)?.[0] ?? "");
  const page = await it.open();
  await page.goto(setUp.pathname + setUp.hash);
  await page.getByLabel("New password").fill(password);
  await page.getByRole("button", { name: "Set the password" }).click();
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/today");
  await page.goto("/settings/people");
  await page.getByLabel("Email").fill("uta@tallow.example");
  await page.getByRole("combobox", { name: "Role", exact: true }).click();
  await page.getByRole("option", { name: "Compliance officer" }).click();
  await page.getByRole("button", { name: "Make a link" }).click();
  const invitation = await page.getByLabel("Invitation link").getByRole("textbox").inputValue();
  const added = await addContact();
  expect(added).toBe(201);

  const officer = await it.open();
  await officer.goto(invitation);
  await officer.getByLabel("Your name").fill("Uta Brandt");
  await officer.getByLabel("New password").fill(password);
  await officer.getByRole("button", { name: "Join" }).click();
  await officer.waitForURL("**/today");
  await officer.goto("/compliance/requests");
  await officer.getByRole("button", { name: "New request" }).first().click();
  await officer.getByRole("combobox", { name: "Request", exact: true }).click();
  await officer.getByRole("option", { name: "Erasure" }).click();
  await officer.getByRole("combobox", { name: "Contact", exact: true }).fill("Ottilie");
  await officer.getByRole("option", { name: "Ottilie Vandersteen" }).click();
  await officer.getByRole("button", { name: "Take it in" }).click();
  await officer.getByLabel("How it was made sure").fill("Passport shown");
  await officer.getByRole("button", { name: "Identity is checked" }).click();
  await officer.getByRole("button", { name: "Erase this person" }).click();
  await officer.getByLabel('Type "erase" to confirm').fill("erase");
  await officer.getByRole("dialog").getByRole("button", { name: "Erase this person" }).click();
  await officer.getByRole("heading", { name: "Erasure: Erased" }).waitFor();
  await officer.locator("dd a[href*='/compliance/certificates/']").click();
  await officer.getByRole("heading", { name: "Certificate of erasure" }).waitFor();

  expect(await addContact()).toBe(422);

  /** As a program would, in the admin's session. */
  async function addContact(): Promise<number> {
    return page.evaluate(async () => {
      const answer = await fetch("/api/v1/contacts", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          fullName: "Ottilie Vandersteen",
          points: [{ kind: "email", value: "ottilie@vandersteen.example" }],
        }),
      });
      return answer.status;
    });
  }
});
