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

/** The real product on an empty data folder, and a real browser, for the file that calls this at its top. */
export function product() {
  const dataDir = mkdtempSync(join(tmpdir(), "warmline-e2e-"));
  let running: { process: ChildProcess; url: string } | undefined;
  let browser: Browser | undefined;

  beforeAll(async () => {
    running = await start(dataDir);
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
      const context = await browser.newContext({
        baseURL: this.url,
        viewport: { width: 1440, height: 900 },
        ...options,
      });
      return context.newPage();
    },
  };
}

/** What a command prints, run beside the product on the same data folder. */
export async function warmline(
  dataDir: string,
  ...line: string[]
): Promise<{ code: number; out: string; err: string }> {
  const child = spawn(program, [...line, "--data", dataDir], { stdio: ["ignore", "pipe", "pipe"] });
  const read = async (stream: NodeJS.ReadableStream | null) => {
    let text = "";
    for await (const piece of stream ?? []) text += String(piece);
    return text;
  };
  const [out, err, code] = await Promise.all([
    read(child.stdout),
    read(child.stderr),
    new Promise<number>((resolve) => child.once("exit", (status) => resolve(status ?? -1))),
  ]);
  return { code, out, err };
}

async function start(dataDir: string): Promise<{ process: ChildProcess; url: string }> {
  const child = spawn(program, ["serve", "--port", "0", "--data", dataDir], { stdio: ["ignore", "pipe", "pipe"] });
  const said: string[] = [];
  child.stderr?.on("data", (piece) => said.push(String(piece)));
  const url = new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout as NodeJS.ReadableStream }).on("line", (line) => {
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
