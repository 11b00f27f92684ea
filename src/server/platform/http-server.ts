import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import type { Hono } from "hono";
import type { Log } from "#server/platform/log.ts";

const webRoot = join(import.meta.dirname, "../../../dist/web");
const yearSeconds = 31_536_000;

/** The pages that `vite build` wrote: hashed files for ever, the first page always fresh. */
export function servePages(app: Hono, log: Log): void {
  if (!existsSync(webRoot)) {
    log.warn({ folder: webRoot }, "the pages are not built: npm run build");
    return;
  }
  app.use(
    "/assets/*",
    serveStatic({
      root: webRoot,
      onFound: (_path, c) => c.header("cache-control", `public, max-age=${yearSeconds}, immutable`),
    }),
  );
  app.get("*", async (c) => {
    if (c.req.path.startsWith("/api/")) return c.notFound();
    return c.html(await readFile(join(webRoot, "index.html"), "utf8"), 200, { "cache-control": "no-cache" });
  });
}

/** Listens, and answers with the address that it got and a `close` that lets open requests finish. */
export async function listen(
  app: Hono,
  { host, port }: { host: string; port: number },
): Promise<{ url: string; close: () => Promise<void> }> {
  const server = serve({ fetch: app.fetch, hostname: host, port });
  await new Promise<void>((resolve, reject) => {
    server.once("listening", resolve);
    server.once("error", reject);
  });
  const address = server.address() as AddressInfo;
  const name = address.family === "IPv6" ? `[${address.address}]` : address.address;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      if ("closeIdleConnections" in server) server.closeIdleConnections();
    });
  return { url: `http://${name}:${address.port}`, close };
}
