import pino from "pino";
import { startProduct } from "#server/main.ts";
import { readConfig } from "#server/platform/config.ts";

/** The product as `warmline serve` starts it, with a clock that runs from the given instant on: a story has its day. */
const [data, instant] = process.argv.slice(2);
const aheadMs = new Date(instant ?? "").getTime() - Date.now();
const config = readConfig({ data, port: "0" });
const halves = { web: true, jobs: true };
const product = await startProduct(
  config,
  pino({ level: "warn" }, pino.destination(2)),
  halves,
  () => new Date(Date.now() + aheadMs),
);
process.stdout.write(`ready at ${product.url}\n`);
process.once("SIGTERM", () => void product.stop());
