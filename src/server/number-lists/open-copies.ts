import { rmSync } from "node:fs";
import { copyPath, fileOfCopy } from "#server/number-lists/copy-files.ts";
import { type OpenNumbers, openNumbers } from "#server/number-lists/file/open-numbers.ts";
import { findCopiesInForce } from "#server/number-lists/queries.ts";
import type { CopyInForce } from "#server/number-lists/stored-copy.ts";
import type { Context } from "#server/platform/context.ts";

export type OpenCopy = CopyInForce & { numbersIn: OpenNumbers };

/** Files that are open in this process, by their path. They never change, so what is kept here is never wrong. */
const opened = new Map<string, OpenNumbers>();

/**
 * The copies in force, open to be looked into. To be used before the next `await`: what another request finds replaced
 * is closed.
 */
export async function openCopies(tx: Context): Promise<OpenCopy[]> {
  const copies = await findCopiesInForce(tx);
  const found: OpenCopy[] = [];
  for (const copy of copies) if (!opened.has(copyPath(tx, copy.id))) await openCopy(tx, copy);
  for (const copy of copies) {
    // Another request, which began earlier or later, may have closed it meanwhile.
    const path = copyPath(tx, copy.id);
    const numbersIn = opened.get(path) ?? openNumbers(path);
    if (!numbersIn) throw new Error(`the copy ${copy.id} of ${copy.list} was taken away while it was wanted`);
    opened.set(path, numbersIn);
    found.push({ ...copy, numbersIn });
  }
  closeOthers(tx, copies);
  return found;
}

async function openCopy(tx: Context, copy: CopyInForce): Promise<void> {
  const path = await fileOfCopy(tx, copy);
  let found = openNumbers(path);
  if (!found) {
    rmSync(path, { force: true });
    found = openNumbers(await fileOfCopy(tx, copy));
  }
  if (!found) throw new Error(`the copy ${copy.id} of ${copy.list} cannot be read`);
  opened.get(path)?.close();
  opened.set(path, found);
}

function closeOthers(tx: Context, copies: readonly CopyInForce[]): void {
  const folder = copyPath(tx, "").slice(0, -".numbers".length);
  const wanted = new Set(copies.map(({ id }) => copyPath(tx, id)));
  for (const [path, numbers] of opened) {
    if (!path.startsWith(folder) || wanted.has(path)) continue;
    numbers.close();
    opened.delete(path);
  }
}
