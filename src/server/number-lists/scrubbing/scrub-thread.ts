import { parentPort, workerData } from "node:worker_threads";
import type { ScrubOrder } from "#server/number-lists/scrubbing/scrub-order.ts";
import { scrubPiece } from "#server/number-lists/scrubbing/scrub-piece.ts";
import { judgeBy } from "#server/number-lists/scrubbing/verdicts.ts";

/* A thread of a scrubbing: pieces of the file come in and go back with their answers; the list is shared memory. */

const order = workerData as ScrubOrder;
const judge = judgeBy(order);

parentPort?.on("message", ({ place, bytes }: { place: number; bytes: Uint8Array }) => {
  const scrubbed = scrubPiece(bytes, order, judge);
  parentPort?.postMessage({ place, ...scrubbed }, [scrubbed.bytes.buffer]);
});
