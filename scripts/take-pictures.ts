import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import chromium from "@sparticuz/chromium";
import { type Page, chromium as playwright } from "playwright-core";

/** `npm run pictures`: the pictures of README and docs, taken from the running product with the demo's invented people. */
const program = join(import.meta.dirname, "../bin/warmline");
const folder = join(import.meta.dirname, "../docs/pictures");
const dataDir = mkdtempSync(join(tmpdir(), "warmline-pictures-"));

type Picture = {
  name: string;
  path: string;
  language?: "en" | "zh-Hans" | "zh-Hant";
  scheme?: "light" | "dark";
  width?: number;
  height?: number;
  keys?: string[];
  /** The first of these is followed. */
  follow?: string;
};

const PICTURES: Picture[] = [
  { name: "today", path: "/today" },
  { name: "call", path: "/today", keys: ["c"] },
  { name: "contacts", path: "/contacts" },
  { name: "import", path: "/import" },
  { name: "held-call", path: "/today?tab=held", keys: ["j", "c"] },
  { name: "compliance", path: "/compliance/decisions" },
  { name: "decision", path: "/compliance/decisions", follow: "main ul[aria-label] a" },
  { name: "rule-pack", path: "/compliance/packs/us-fl" },
  {
    name: "compliance-phone",
    path: "/compliance/packs/de",
    width: 390,
    height: 844,
    language: "zh-Hans",
    scheme: "dark",
  },
  { name: "today-zh-hans-dark", path: "/today", language: "zh-Hans", scheme: "dark" },
  { name: "today-phone", path: "/today", width: 390, height: 844, language: "zh-Hant" },
];

const demo = JSON.parse(await output(["demo", "--json", "--data", dataDir])) as { email: string; password: string };
const server = spawn(program, ["serve", "--port", "0", "--data", dataDir], { stdio: ["ignore", "pipe", "inherit"] });
const url = await new Promise<string>((resolve) => {
  createInterface({ input: server.stdout }).on("line", (line) => {
    const found = /ready at (\S+)/.exec(line)?.[1];
    if (found) resolve(found);
  });
});
mkdirSync(folder, { recursive: true });
const browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: ["--no-sandbox"] });
for (const picture of PICTURES) await take(picture);
await browser.close();
server.kill("SIGTERM");
await new Promise((resolve) => server.once("exit", resolve));
rmSync(dataDir, { recursive: true, force: true });

async function take({
  name,
  path,
  language = "en",
  scheme = "light",
  width = 1440,
  height = 900,
  keys = [],
  follow,
}: Picture) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme, locale: language });
  const page = await context.newPage();
  const answer = await page.request.post(`${url}/api/auth/sign-in/email`, { data: demo, headers: { origin: url } });
  if (!answer.ok()) throw new Error(`cannot sign in: ${answer.status()}`);
  await page.request.patch(`${url}/api/v1/me`, { data: { language }, headers: { origin: url } });
  await page.goto(url + path);
  await settle(page);
  for (const key of keys) {
    await page.keyboard.press(key);
    await settle(page);
  }
  if (follow) {
    await page.locator(follow).first().click();
    await settle(page);
  }
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await context.close();
}

/** The page asks again from time to time, so it never falls silent: what can be seen has to be there. */
async function settle(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForTimeout(1500);
}

async function output(line: string[]): Promise<string> {
  const child = spawn(program, line, { stdio: ["ignore", "pipe", "inherit"] });
  let text = "";
  for await (const piece of child.stdout) text += String(piece);
  return text;
}
