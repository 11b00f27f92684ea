import { parseArgs } from "node:util";
import pino from "pino";
import { fillWorkspace } from "#bench/million-rows.ts";
import { openInstallation } from "#server/open-installation.ts";
import { readConfig } from "#server/platform/config.ts";

/** `node bench/million.ts --data DIR [--contacts N]`: a workspace as large as they get, for the benchmarks beside this file. */
const { values } = parseArgs({
  options: {
    data: { type: "string", default: "data/bench" },
    contacts: { type: "string", default: "1000000" },
    reps: { type: "string", default: "100" },
  },
});

const installation = await openInstallation(readConfig({ data: values.data }), pino({ level: "warn" }));
const started = performance.now();
const filled = await fillWorkspace(installation, {
  contacts: Number(values.contacts),
  reps: Number(values.reps),
  say: (line) => console.info(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${line}`),
});
console.info(`${filled.contacts} contacts, ${filled.touchpoints} touchpoints in workspace ${filled.workspaceId}`);
await installation.close();
