import type { Logger } from "pino";
import { backUpSchedules } from "#server/backup/back-up-schedules.ts";
import { jobs, routes, schedules } from "#server/doors.ts";
import { openInstallation } from "#server/open-installation.ts";
import type { Installation } from "#server/platform/command.ts";
import type { Config } from "#server/platform/config.ts";
import { clock as realClock } from "#server/platform/doors.ts";
import { httpApp } from "#server/platform/http.ts";
import { listen, servePages } from "#server/platform/http-server.ts";
import { startJobs } from "#server/platform/jobs.ts";
import { listenForNotices } from "#server/platform/notices.ts";
import { sessionSecret } from "#server/platform/session-secret.ts";
import { makeSetupToken } from "#server/team/setup-token.ts";
import { signInDoor } from "#server/team/sign-in-door.ts";

export type Halves = { web: boolean; jobs: boolean };

export type Product = {
  /** Where the pages are; undefined for a process that only works on jobs. */
  url: string | undefined;
  /** What the first person must know to create the workspace, where the address is not local. */
  setupToken: string | undefined;
  stop: () => Promise<void>;
};

/** The whole product, or one half of it, until `stop`. */
export async function startProduct(config: Config, log: Logger, halves: Halves, clock = realClock): Promise<Product> {
  const installation = await openInstallation(config, log, clock);
  const running = [installation.close];
  const stop = async () => {
    for (const end of running.splice(0).reverse()) await end();
  };
  try {
    if (halves.jobs) {
      const worker = await startJobs(installation, jobs, [...schedules, ...backUpSchedules(config)]);
      running.push(worker.stop);
    }
    const web = halves.web ? await startWeb(installation) : undefined;
    if (web) running.push(web.close);
    return { url: web?.url, setupToken: web?.setupToken, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startWeb(installation: Installation) {
  const { config, pool, ownerPool, log, clock } = installation;
  const { publicUrl } = config;
  const door = signInDoor({ pool, secret: sessionSecret(config), publicUrl, log, clock });
  const isLocal = ["127.0.0.1", "::1", "localhost"].includes(config.host) && !publicUrl;
  const setupToken = isLocal ? undefined : await makeSetupToken(pool, clock());
  const notices = await listenForNotices(ownerPool, log);
  const app = httpApp({ ...installation, ...door, publicUrl, routes, notices });
  servePages(app, log);
  try {
    const web = await listen(app, config);
    const close = async () => {
      // Open streams would keep the server waiting for their ends.
      await notices.close();
      await web.close();
    };
    return { url: web.url, close, setupToken };
  } catch (error) {
    await notices.close();
    throw error;
  }
}
