import { createServer } from "node:net";
import { join } from "node:path";
import pino from "pino";
import { expect, test } from "vitest";
import { startProduct } from "#server/main.ts";
import { readConfig } from "#server/platform/config.ts";
import { embeddedDatabases, isRunning } from "#test/embedded.ts";

const { base } = embeddedDatabases();

test("a start that fails because the address is taken leaves no database running", async () => {
  const data = join(base, "taken");
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const address = other.address();
  const port = typeof address === "object" && address ? String(address.port) : "";

  const start = startProduct(readConfig({ data, port }), pino({ level: "silent" }), { web: true, jobs: true });

  await expect(start).rejects.toMatchObject({ code: "EADDRINUSE" });
  expect(isRunning(data)).toBe(false);
  other.close();
});
