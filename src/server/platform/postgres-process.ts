import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { AppError } from "#domain/errors.ts";
import {
  createDatabaseFolder,
  type DataFolder,
  giveTo,
  isCode,
  readPassword,
  socketFolder,
} from "#server/platform/data-folder.ts";
import { postgresBinaries } from "#server/platform/postgres-binaries.ts";
import { postgresSettings } from "#server/platform/postgres-settings.ts";
import { isAlive } from "#server/platform/processes.ts";

/** What `postmaster.pid` says about the server on a folder. */
export type RunningServer = { pid: number; socketDir: string; ready: boolean };

export const ownerName = "warmline";

const logMbMax = 10;
const pollMs = 25;
const puzzlingSecondsMax = 2;
const lingeringSecondsMax = 20;

/** Makes a new cluster in the folder, unless another program is faster. */
export async function initialise(folder: DataFolder, durable: boolean): Promise<void> {
  await createDatabaseFolder(folder, async (fresh) => {
    const passwordFile = join(socketFolder(fresh), `password-${process.pid}`);
    writeFileSync(passwordFile, readPassword(fresh), { mode: 0o600 });
    giveTo(passwordFile, fresh.user);
    try {
      runInitdb(fresh, passwordFile, durable);
    } finally {
      rmSync(passwordFile, { force: true });
    }
  });
}

/**
 * The trigram extension asks the C library what a letter is, so its locale must know all of Unicode; everything else
 * sorts by code point, the same on every machine, which paging by key relies on.
 */
function runInitdb(fresh: DataFolder, passwordFile: string, durable: boolean): void {
  const { initdb } = postgresBinaries(fresh.user);
  let output = "";
  for (const characters of ["C.UTF-8", "C.utf8", "en_US.UTF-8", "UTF-8"]) {
    const result = spawnSync(
      initdb,
      [
        ...["-D", insideOf(fresh), "-U", ownerName, `--pwfile=${passwordFile}`],
        ...["--auth-local=scram-sha-256", "--auth-host=scram-sha-256", "--data-checksums", "--no-instructions"],
        ...["--encoding=UTF8", "--locale=C", `--lc-ctype=${characters}`],
        ...["--locale-provider=builtin", "--builtin-locale=C.UTF-8", ...(durable ? [] : ["--no-sync"])],
      ],
      { ...processOptions(fresh), encoding: "utf8" },
    );
    if (result.status === 0) return;
    // The file is there, so what is missing is its loader: a system without the GNU C library, such as Alpine.
    if (isCode(result.error, "ENOENT")) throw new AppError("database_platform_unsupported", { package: "glibc" });
    output = `${result.stderr ?? ""}${result.error?.message ?? ""}`;
    if (!output.includes("locale")) break;
  }
  throw startFailure(fresh, output);
}

/** Starts the server and waits until it accepts connections; a crash before is recovered from on the way. */
export async function startServer(folder: DataFolder, durable: boolean): Promise<void> {
  removeStalePid(folder);
  for (let waitedMs = 0; ; waitedMs += 200) {
    const output = await attemptStart(folder, durable);
    if (output === undefined) return;
    // Another program started it between our look and now: the caller attaches.
    if (output.includes('"postmaster.pid" already exists') && findServer(folder)) return;

    const lingers = output.includes("pre-existing shared memory block");
    const isSocketTaken = /\.s\.PGSQL\.\d+\.lock/.test(output);
    if (isSocketTaken) removeSockets(folder);
    const failure = startFailure(folder, output);
    // Programs that start and stop at the same moment see half of what the others do: that passes.
    const mayPass = failure.code === "database_start_failed" && waitedMs < puzzlingSecondsMax * 1000;
    if (!isSocketTaken && !lingers && !mayPass) throw failure;
    if (waitedMs > lingeringSecondsMax * 1000) throw failure;
    await sleep(200);
  }
}

/** Answers with what the server wrote if it ended before it was ready. */
async function attemptStart(folder: DataFolder, durable: boolean): Promise<string | undefined> {
  const { postgres } = postgresBinaries(folder.user);
  const settings = postgresSettings(socketFolder(folder), durable);
  const logStart = rotateLog(folder.logFile);
  const log = openSync(folder.logFile, "a", 0o600);
  const options = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const child = spawn(postgres, ["-D", insideOf(folder), ...options], {
    ...processOptions(folder),
    stdio: ["ignore", log, log],
    // A group of its own: Ctrl-C in the terminal reaches the program, which stops the server when its work is done.
    detached: true,
  });
  closeSync(log);
  const ended = new Promise<"ended">((resolve) => {
    child.once("exit", () => resolve("ended"));
    child.once("error", () => resolve("ended"));
  });

  while (!isReady(folder, child)) {
    if ((await Promise.race([ended, sleep(pollMs)])) === "ended") {
      return readFileSync(folder.logFile, "utf8").slice(logStart);
    }
  }
  child.unref();
  return undefined;
}

function isReady(folder: DataFolder, child: ChildProcess): boolean {
  const server = readPid(folder);
  return server?.ready === true && server.pid === child.pid;
}

/** The server that works on this folder, whoever started it; not one whose `postmaster.pid` outlived it. */
export function findServer(folder: DataFolder): RunningServer | undefined {
  const server = readPid(folder);
  return server && isServerOn(folder, server.pid) ? server : undefined;
}

function readPid(folder: DataFolder): RunningServer | undefined {
  try {
    const lines = readFileSync(join(folder.cluster, "postmaster.pid"), "utf8").split("\n");
    const pid = Number(lines[0]);
    if (!Number.isInteger(pid) || pid < 2) return undefined;
    return { pid, socketDir: lines[4] ?? "", ready: lines[7]?.trim() === "ready" };
  } catch {
    return undefined;
  }
}

/** Process numbers are given out again: one counts only if it is PostgreSQL at work in this very folder. */
function isServerOn(folder: DataFolder, pid: number): boolean {
  try {
    if (process.platform !== "linux") {
      process.kill(pid, 0);
      return spawnSync("ps", ["-o", "comm=", "-p", String(pid)], { encoding: "utf8" }).stdout.includes("postgres");
    }
    const [theirs, ours] = [statSync(`/proc/${pid}/cwd`), statSync(folder.cluster)];
    return (
      theirs.ino === ours.ino &&
      theirs.dev === ours.dev &&
      basename(readlinkSync(`/proc/${pid}/exe`)).startsWith("postgres")
    );
  } catch {
    return false;
  }
}

/** PostgreSQL trusts any living process of its user with the number in the file, for instance after a container restarts. */
function removeStalePid(folder: DataFolder): void {
  const server = readPid(folder);
  if (server && isAlive(server.pid) && !isServerOn(folder, server.pid))
    rmSync(join(folder.cluster, "postmaster.pid"), { force: true });
}

/** Only called when a server that had the folder to itself refused what lies there. */
function removeSockets(folder: DataFolder): void {
  rmSync(socketFolder(folder), { recursive: true, force: true });
}

export async function waitUntilGone(folder: DataFolder, pid: number, secondsMax: number): Promise<boolean> {
  for (let waitedMs = 0; waitedMs < secondsMax * 1000; waitedMs += pollMs) {
    if (!isServerOn(folder, pid)) return true;
    await sleep(pollMs);
  }
  return false;
}

/**
 * The cluster by a path that needs no permission on the folders above it, such as /root: the working directory is
 * entered before the user is changed, and Linux lets a process reach its own through this link.
 */
function insideOf(folder: DataFolder): string {
  return process.platform === "linux" ? "/proc/self/cwd" : folder.cluster;
}

function processOptions(folder: DataFolder) {
  const env = { PATH: "/usr/bin:/bin", TZ: "UTC" };
  return { cwd: folder.cluster, env, ...(folder.user ? { uid: folder.user.uid, gid: folder.user.gid } : {}) };
}

function rotateLog(logFile: string): number {
  const bytes = existsSync(logFile) ? statSync(logFile).size : 0;
  if (bytes < logMbMax * 2 ** 20) return bytes;
  renameSync(logFile, `${logFile}.old`);
  return 0;
}

function startFailure({ root }: DataFolder, output: string): AppError {
  if (output.includes("No space left on device")) return new AppError("data_folder_full", { folder: root });
  if (output.includes("already exists") && output.includes("postmaster.pid")) {
    return new AppError("data_folder_in_use", { folder: root });
  }
  if (output.includes("Permission denied") || output.includes("Read-only file system")) {
    return new AppError("data_folder_not_writable", { folder: root });
  }
  if (output.includes("database files are incompatible")) {
    return new AppError("data_folder_other_version", { folder: root });
  }
  return new AppError("database_start_failed", { folder: root, log: output.trim().split("\n").slice(-8).join("\n") });
}
