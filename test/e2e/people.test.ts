import { expect, test } from "vitest";
import { product, warmline } from "#test/e2e/product.ts";

const it = product();
const password = "correct horse battery";

test("an admin invites a colleague, helps with a lost password and ends the membership", async () => {
  const { out } = await warmline(it.dataDir, "setup", "--workspace", "Tallow", "--email", "ana@tallow.example");
  const setUp = new URL(/http\S+/.exec(out)?.[0] ?? "");
  const admin = await it.open();
  await admin.goto(setUp.pathname + setUp.hash);
  await admin.getByLabel("New password").fill(password);
  await admin.getByRole("button", { name: "Set the password" }).click();
  await admin.getByLabel("Password", { exact: true }).fill(password);
  await admin.getByRole("button", { name: "Sign in" }).click();
  await admin.waitForURL("**/today");

  await admin.goto("/settings/people");
  await admin.getByLabel("Email").fill("bo@tallow.example");
  await admin.getByRole("button", { name: "Make a link" }).click();
  const invitation = await admin.getByLabel("Invitation link").getByRole("textbox").inputValue();

  const colleague = await it.open({ locale: "zh-TW", viewport: { width: 390, height: 844 } });
  await colleague.goto(invitation);
  await colleague.getByLabel("您的姓名").fill("陳柏宇");
  await colleague.getByLabel("新密碼").fill(password);
  await colleague.getByRole("button", { name: "加入" }).click();
  await colleague.waitForURL("**/today");

  await admin.reload();
  await admin.getByRole("button", { name: "More for 陳柏宇" }).click();
  await admin.getByRole("menuitem", { name: "Make a link to a new password" }).click();
  const link = await admin.getByLabel("Link to a new password").getByRole("textbox").inputValue();
  await colleague.goto(link);
  await colleague.getByLabel("新密碼").fill("another long password");
  await colleague.getByRole("button", { name: "設定密碼" }).click();
  await colleague.getByLabel("密碼", { exact: true }).fill("another long password");
  await colleague.getByRole("button", { name: "登入" }).click();
  await colleague.waitForURL("**/today");

  await admin.reload();
  await admin.getByRole("button", { name: "More for 陳柏宇" }).click();
  await admin.getByRole("menuitem", { name: "Deactivate" }).click();
  await admin.getByText("陳柏宇").waitFor({ state: "detached" });
  await colleague.goto("/today");
  await colleague.waitForURL("**/workspaces");

  await colleague.getByText("您目前不屬於任何工作區").waitFor();
});

test("whoever follows a link to a page signs in first and arrives there", async () => {
  const page = await it.open();

  await page.goto("/settings/security");
  await page.getByLabel("Email").fill("ana@tallow.example");
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/settings/security");

  await page.getByRole("heading", { name: "Where you are signed in" }).waitFor();
});

test("an admin changes what a kind of touchpoint is worth, and takes the change back", async () => {
  const page = await it.open();
  await page.request.post("/api/auth/sign-in/email", {
    data: { email: "ana@tallow.example", password },
    headers: { origin: it.url },
  });

  await page.goto("/settings/kinds");
  await page.getByRole("button", { name: "Change Webinar attended" }).click();
  await page.getByLabel("Weight").fill("77");
  await page.getByRole("button", { name: "Save" }).click();
  const row = page.getByRole("listitem").filter({ hasText: "Webinar attended" });
  await row.getByText("weight 77").waitFor();
  await row.getByRole("button", { name: "Reset Webinar attended" }).click();
  await row.getByText("weight 77").waitFor({ state: "detached" });

  expect(await row.getByText("changed").count()).toBe(0);
});
