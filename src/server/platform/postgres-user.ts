import { existsSync, readFileSync, statSync } from "node:fs";

/** The person the database process runs as; `undefined` is the person who runs the program. */
export type PostgresUser = { uid: number; gid: number } | undefined;

/** Never root's own name: PostgreSQL refuses it, and what owns the files should own nothing else of worth. */
const unprivilegedNames = ["warmline", "postgres", "_postgres", "nobody"];

/** PostgreSQL refuses to run as root. An existing cluster keeps its owner, so that it can change machines. */
export function postgresUser(clusterDir: string): PostgresUser {
  if (process.getuid?.() !== 0) return undefined;
  if (existsSync(clusterDir)) {
    const { uid, gid } = statSync(clusterDir);
    if (uid !== 0) return { uid, gid };
  }
  const accounts = readAccounts();
  for (const name of unprivilegedNames) {
    const account = accounts.get(name);
    if (account) return account;
  }
  return { uid: 65534, gid: 65534 };
}

function readAccounts(): Map<string, { uid: number; gid: number }> {
  const accounts = new Map<string, { uid: number; gid: number }>();
  for (const line of existsSync("/etc/passwd") ? readFileSync("/etc/passwd", "utf8").split("\n") : []) {
    const [name, , uid, gid] = line.split(":");
    // macOS writes nobody's number as -2; the kernel counts it from the other end.
    if (name && uid && gid) accounts.set(name, { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 });
  }
  return accounts;
}
