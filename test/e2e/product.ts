import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import chromium from "@sparticuz/chromium";
import { type Browser, type BrowserContextOptions, type Page, chromium as playwright } from "playwright-core";
import { afterAll, beforeAll } from "vitest";

const program = join(import.meta.dirname, "../../bin/warmline");
const readySecondsMax = 60;
const dayMs = 86_400_000;

/** The coming Monday at 15:00 in UTC: a working hour on both sides of the Atlantic, whenever the tests run. */
export const monday = nextMonday(new Date());

/**
 * The real product on an empty data folder, and a real browser, for the file that calls this at its top. With a `day`
 * the clocks of both run from that instant on, for stories that depend on the hour.
 */
export function product({ day }: { day?: Date } = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), "warmline-e2e-"));
  let running: { process: ChildProcess; url: string } | undefined;
  let browser: Browser | undefined;

  beforeAll(async () => {
    running = await start(dataDir, day);
    browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: ["--no-sandbox"] });
  });

  afterAll(async () => {
    await browser?.close();
    if (running) await stop(running.process);
    rmSync(dataDir, { recursive: true, force: true });
  });

  return {
    get url(): string {
      if (!running) throw new Error("the product runs only while tests run");
      return running.url;
    },
    dataDir,
    /** A page of a browser of its own: no cookies of another. */
    async open(options: BrowserContextOptions = {}): Promise<Page> {
      if (!browser) throw new Error("the browser runs only while tests run");
      const viewport = { width: 1440, height: 900 };
      const context = await browser.newContext({
        baseURL: this.url,
        viewport,
        timezoneId: "Europe/London",
        ...options,
      });
      context.setDefaultTimeout(20_000);
      const page = await context.newPage();
      if (day) await page.clock.install({ time: day });
      return page;
    },
  };
}

/** What a command prints, run beside the product on the same data folder. */
export async function warmline(
  dataDir: string,
  ...line: string[]
): Promise<{ code: number; out: string; err: string }> {
  const child = spawn(program, [...line, "--data", dataDir], { stdio: ["ignore", "pipe", "pipe"] });
  const read = async (stream: NodeJS.ReadableStream) => {
    let text = "";
    for await (const piece of stream) text += String(piece);
    return text;
  };
  const ended = new Promise<number>((resolve) => child.once("exit", (status) => resolve(status ?? -1)));
  const [out, err, code] = await Promise.all([read(child.stdout), read(child.stderr), ended]);
  return { code, out, err };
}

function nextMonday(now: Date): Date {
  const days = (8 - now.getUTCDay()) % 7 || 7;
  return new Date(Math.floor(now.getTime() / dayMs) * dayMs + days * dayMs + 15 * 3_600_000);
}

async function start(dataDir: string, day: Date | undefined): Promise<{ process: ChildProcess; url: string }> {
  const [file, line] = day
    ? [process.execPath, [join(import.meta.dirname, "serve-at.ts"), dataDir, day.toISOString()]]
    : [program, ["serve", "--port", "0", "--data", dataDir]];
  const child = spawn(file, line, { stdio: ["ignore", "pipe", "pipe"] });
  const said: string[] = [];
  child.stderr.on("data", (piece) => said.push(String(piece)));
  const url = new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      const found = /ready at (\S+)/.exec(line)?.[1];
      if (found) resolve(found);
    });
    child.once("exit", (code) => reject(new Error(`the product ended with ${code}: ${said.join("")}`)));
    setTimeout(() => reject(new Error(`not ready: ${said.join("")}`)), readySecondsMax * 1000).unref();
  });
  return { process: child, url: await url };
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}
