import { parentPort, workerData } from "node:worker_threads";
import { AppError } from "#domain/errors.ts";
import { buildCopies } from "#server/number-lists/building/build-copies.ts";
import type { BuildOrder } from "#server/number-lists/building/build-order.ts";

/* The thread of one import: sorting hundreds of millions of numbers must not keep the server from answering. */

const progressMs = 200;
let shownMs = 0;

try {
  const built = await buildCopies(workerData as BuildOrder, (read) => {
    if (performance.now() - shownMs < progressMs) return;
    shownMs = performance.now();
    parentPort?.postMessage({ read });
  });
  parentPort?.postMessage({ built });
} catch (error) {
  // An error loses its class on the way to the other thread.
  if (!(error instanceof AppError)) throw error;
  parentPort?.postMessage({ refused: { code: error.code, details: error.details } });
}
