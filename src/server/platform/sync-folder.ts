import { closeSync, fsyncSync, openSync } from "node:fs";

/** Puts the names in a folder on the disk: a file that is safe under a name that is not would be lost with it. */
export function syncFolder(dir: string): void {
  const handle = openSync(dir, "r");
  fsyncSync(handle);
  closeSync(handle);
}
