import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { ScrubbedPiece, ScrubOrder } from "#server/number-lists/scrubbing/scrub-order.ts";

const threadsMax = 4;
/** Pieces that are with a thread at once: one at work and one waiting. */
const piecesEach = 2;

/** Scrubs pieces on several processors, and gives them back in the order in which they came. */
export async function* scrubInThreads(
  pieces: AsyncIterable<Uint8Array<ArrayBuffer>>,
  order: ScrubOrder,
): AsyncGenerator<ScrubbedPiece> {
  const threads = Array.from({ length: Math.min(threadsMax, availableParallelism()) }, () => openThread(order));
  const waiting: Promise<ScrubbedPiece>[] = [];
  try {
    let place = 0;
    for await (const piece of pieces) {
      const thread = threads[place % threads.length];
      if (!thread) throw new Error("a machine has at least one processor");
      waiting.push(thread.scrub(piece, place));
      place += 1;
      if (waiting.length < threads.length * piecesEach) continue;
      const oldest = await waiting.shift();
      if (oldest) yield oldest;
    }
    for (const each of waiting) yield await each;
  } finally {
    await Promise.all(threads.map(({ close }) => close()));
  }
}

type Answer = ScrubbedPiece & { place: number };

function openThread(order: ScrubOrder) {
  const worker = new Worker(new URL("./scrub-thread.ts", import.meta.url), { workerData: order });
  const asked = new Map<number, { resolve: (piece: ScrubbedPiece) => void; reject: (error: unknown) => void }>();
  worker.on("message", ({ place, bytes, counts }: Answer) => {
    asked.get(place)?.resolve({ bytes, counts });
    asked.delete(place);
  });
  worker.on("error", (error) => {
    for (const { reject } of asked.values()) reject(error);
  });
  return {
    scrub: (bytes: Uint8Array<ArrayBuffer>, place: number) =>
      new Promise<ScrubbedPiece>((resolve, reject) => {
        asked.set(place, { resolve, reject });
        worker.postMessage({ place, bytes }, [bytes.buffer]);
      }),
    close: () => worker.terminate(),
  };
}
