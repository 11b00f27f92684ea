import { createHash, randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { AppError } from "#domain/errors.ts";
import { postgresMajor, temporaryDir } from "#server/platform/postgres-binaries.ts";
import { type PostgresUser, postgresUser } from "#server/platform/postgres-user.ts";
import { syncFolder } from "#server/platform/sync-folder.ts";

/** Where the embedded database keeps its files: `cluster` is PostgreSQL's, the rest is the program's. */
export type DataFolder = {
  root: string;
  home: string;
  cluster: string;
  passwordFile: string;
  logFile: string;
  user: PostgresUser;
  /** Whether a database is in it already. */
  exists: boolean;
};

const freeMbMin = 100;
const leftoverHoursMax = 1;

/** Makes sure that the folder exists and is ours to use; the database in it may not be there yet. */
export function openDataFolder(dataDir: string): DataFolder {
  const root = resolve(dataDir);
  const folder = folderIn(root, join(root, "postgres"));
  if (asWritable(root, () => mkdirSync(root, { recursive: true, mode: 0o700 }))) syncFolder(dirname(root));
  if (!folder.exists) return folder;

  checkOwner(folder);
  checkVersion(folder);
  return folder;
}

/** Builds a new database beside its place and moves it there when it is whole: a crash leaves all or nothing. */
export async function createDatabaseFolder(
  folder: DataFolder,
  fill: (fresh: DataFolder) => Promise<void>,
): Promise<void> {
  checkSpace(folder.root);
  removeLeftovers(folder.root);
  const home = asWritable(folder.root, () => mkdtempSync(join(folder.root, "postgres.new-")));
  const fresh = folderIn(home, home);
  try {
    chmodSync(home, 0o711);
    writeFileSync(fresh.passwordFile, randomBytes(24).toString("base64url"), { mode: 0o600, flush: true });
    mkdirSync(fresh.cluster, { mode: 0o700 });
    asWritable(folder.root, () => giveTo(fresh.cluster, fresh.user));
    await fill(fresh);
    syncFolder(home);
    renameSync(home, folder.home);
    syncFolder(folder.root);
  } catch (error) {
    rmSync(home, { recursive: true, force: true });
    // Two programs on a new folder: the other was first, and its database is as good as ours.
    if (isCode(error, "ENOTEMPTY") || isCode(error, "EEXIST")) return;
    throw error;
  }
}

/**
 * A short private folder for the socket: paths of sockets end at about a hundred bytes. Its name follows from the
 * identity of the data folder, so that a start after a crash finds and reuses it.
 */
export function socketFolder(folder: DataFolder): string {
  const { dev, ino } = statSync(folder.cluster);
  const identity = createHash("sha256").update(`${dev}:${ino}`).digest("hex").slice(0, 12);
  const wanted = join(temporaryDir(), `warmline-${identity}`);
  const owner = folder.user?.uid ?? process.getuid?.() ?? 0;

  try {
    mkdirSync(wanted, { mode: 0o700 });
    giveTo(wanted, folder.user);
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error;
  }
  const stat = lstatSync(wanted);
  if (stat.isDirectory() && stat.uid === owner && (stat.mode & 0o077) === 0) return wanted;

  // Somebody else took the name: any private folder will do, since postmaster.pid says which it was.
  const other = mkdtempSync(`${wanted}-`);
  giveTo(other, folder.user);
  return other;
}

export function readPassword(folder: DataFolder): string {
  return asWritable(folder.root, () => readFileSync(folder.passwordFile, "utf8").trim());
}

export function giveTo(path: string, user: PostgresUser): void {
  if (user) chownSync(path, user.uid, user.gid);
}

function folderIn(root: string, home: string): DataFolder {
  const cluster = join(home, "cluster");
  return {
    root,
    home,
    cluster,
    passwordFile: join(home, "password"),
    logFile: join(home, "server.log"),
    user: postgresUser(cluster),
    exists: existsSync(cluster),
  };
}

function checkOwner({ root, cluster }: DataFolder): void {
  const uid = process.getuid?.();
  const owner = asWritable(root, () => statSync(cluster, { throwIfNoEntry: false })?.uid);
  if (uid !== undefined && uid !== 0 && owner !== undefined && owner !== uid) {
    throw new AppError("data_folder_not_writable", { folder: root, ownedBy: owner, runningAs: uid });
  }
}

function checkVersion({ root, cluster }: DataFolder): void {
  const versionFile = join(cluster, "PG_VERSION");
  if (!existsSync(versionFile)) throw new AppError("data_folder_damaged", { folder: root, missing: versionFile });

  const found = readFileSync(versionFile, "utf8").trim();
  if (found !== postgresMajor) {
    throw new AppError("data_folder_other_version", { folder: root, found, needed: postgresMajor });
  }
}

function checkSpace(root: string): void {
  const { bavail, bsize } = statfsSync(root);
  const freeMb = Math.floor((bavail * bsize) / 2 ** 20);
  if (freeMb < freeMbMin) throw new AppError("data_folder_full", { folder: root, freeMb, neededMb: freeMbMin });
}

/** What a crash during the first start left behind; younger ones may be another program's, at work. */
function removeLeftovers(root: string): void {
  const probe = join(root, `.now-${process.pid}`);
  asWritable(root, () => writeFileSync(probe, ""));
  const nowMs = statSync(probe).mtimeMs;
  rmSync(probe);
  for (const name of readdirSync(root).filter((entry) => entry.startsWith("postgres.new-"))) {
    const stat = statSync(join(root, name), { throwIfNoEntry: false });
    if (stat && nowMs - stat.mtimeMs > leftoverHoursMax * 3_600_000) rmSync(join(root, name), { recursive: true });
  }
}

/** Runs what touches the folder and says in our own words why it could not. */
function asWritable<T>(root: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (isCode(error, "EACCES") || isCode(error, "EROFS") || isCode(error, "EPERM") || isCode(error, "ENOTDIR")) {
      throw Object.assign(new AppError("data_folder_not_writable", { folder: root }), { cause: error });
    }
    if (isCode(error, "ENOSPC")) throw new AppError("data_folder_full", { folder: root });
    throw error;
  }
}

export function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
