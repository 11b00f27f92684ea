import axe from "axe-core";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { product, warmline } from "#test/e2e/product.ts";

/* Every screen of a workspace with people in it, looked at by axe: names, roles, contrast, order of headings. */

const it = product();
const compliance = "decisions what-if consents suppressions exceptions packs packs/us-fl conditions our-rules".split(
  " ",
);
const settings = "account security workspace policy kinds people teams fields keys access".split(" ");

let admin = { email: "", password: "" };

beforeAll(async () => {
  const { out, err } = await warmline(it.dataDir, "demo");
  const found = /Sign in as (\S+) with the password (\S+)/.exec(`${out} ${err}`);
  if (!found) throw new Error(`the demo says nobody: ${out} ${err}`);
  admin = { email: found[1] ?? "", password: found[2] ?? "" };
});

const eyes = [
  { who: "a wide, light screen in English", width: 1440, colorScheme: "light", language: "en" },
  { who: "a phone at night in Chinese", width: 390, colorScheme: "dark", language: "zh-Hans" },
] as const;

test.each(eyes)(
  "$who can be used by everybody, and does not scroll sideways",
  async ({ width, colorScheme, language }) => {
    const page = await it.open({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
    const headers = { origin: it.url };
    await page.request.post("/api/auth/sign-in/email", { data: admin, headers });
    await page.request.patch("/api/v1/me", { data: { language }, headers });
    const first = async (list: string): Promise<string> =>
      (await (await page.request.get(`/api/v1/${list}?limit=1`)).json()).items[0].id;
    const [contact, account, imported, decision] = await Promise.all(
      ["contacts", "accounts", "imports", "decisions"].map(first),
    );

    const found: string[] = [];
    for (const path of [
      "/today",
      "/contacts",
      "/contacts/new",
      `/contacts/${contact}`,
      `/contacts/${contact}/edit`,
      "/accounts",
      `/accounts/${account}`,
      "/import",
      `/import/${imported}`,
      `/call/${contact}?log=true`,
      "/playbooks",
      `/compliance/decisions/${decision}`,
      ...compliance.map((page) => `/compliance/${page}`),
      ...settings.map((section) => `/settings/${section}`),
    ]) {
      await page.goto(path);
      await page.locator("main h1, main h2").first().waitFor();
      await page.waitForFunction(() => !document.querySelector(".mantine-Skeleton-root"));
      found.push(...(await flawsOf(page)).map((flaw) => `${path}: ${flaw}`));
    }

    expect(found).toEqual([]);
  },
);

async function flawsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    type Violation = { id: string; nodes: { html: string }[] };
    const { axe } = globalThis as unknown as { axe: { run: () => Promise<{ violations: Violation[] }> } };
    const { violations } = await axe.run();
    const flaws = violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`);
    const root = document.documentElement;
    return root.scrollWidth > root.clientWidth ? [...flaws, "scrolls sideways"] : flaws;
  });
}
