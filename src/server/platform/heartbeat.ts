import { existsSync, readFileSync, readlinkSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { AppError } from "#domain/errors.ts";
import type { DataFolder } from "#server/platform/data-folder.ts";

const beatMs = 5000;
const silenceMs = 12_000;
const pollMs = 250;

/**
 * Says to others on the folder that somebody works on it. A process number means nothing on another machine or in
 * another container, so PostgreSQL's own lock does not keep two servers from one shared folder, and from ruining it.
 */
export function startHeartbeat(folder: DataFolder): { stop: () => void } {
  const beat = () => {
    try {
      writeFileSync(fileIn(folder), `${hereId()}\n`, { mode: 0o600 });
    } catch {
      // A full disk must not end the program; the next beat tries again.
    }
  };
  beat();
  const timer = setInterval(beat, beatMs);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

export function removeHeartbeat(folder: DataFolder): void {
  rmSync(fileIn(folder), { force: true });
}

/** Called where no server is found here: one elsewhere shows itself by its next beat, or else it is gone. */
export async function refuseWhereOthersWork(folder: DataFolder, waitMs: number = silenceMs): Promise<void> {
  const file = fileIn(folder);
  const wasStopped = !existsSync(join(folder.cluster, "postmaster.pid")) || !existsSync(file);
  if (wasStopped || readFileSync(file, "utf8").trim() === hereId()) return;

  const last = statSync(file).mtimeMs;
  for (let waitedMs = 0; waitedMs < waitMs; waitedMs += pollMs) {
    await sleep(pollMs);
    const now = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
    if (now === undefined) return;
    if (now !== last) throw new AppError("data_folder_in_use", { folder: folder.root, elsewhere: true });
  }
}

/** The machine and the set of processes that can see each other by number. */
function hereId(): string {
  const machine = existsSync("/etc/machine-id") ? readFileSync("/etc/machine-id", "utf8").trim() : "";
  const processes = process.platform === "linux" ? readlinkSync("/proc/self/ns/pid") : "";
  return [machine, hostname(), processes].join(" ");
}

function fileIn(folder: DataFolder): string {
  return join(folder.home, "alive");
}
