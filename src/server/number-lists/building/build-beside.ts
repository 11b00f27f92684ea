import { Worker } from "node:worker_threads";
import { AppError, type ErrorCode } from "#domain/errors.ts";
import type { OnRead } from "#server/number-lists/building/build-copies.ts";
import type { BuildOrder, Built } from "#server/number-lists/building/build-order.ts";

type Message =
  | { read: Parameters<OnRead>[0] }
  | { built: Built }
  | { refused: { code: ErrorCode; details: Record<string, unknown> } };

/** Builds copies in a thread of their own. */
export async function buildBeside(order: BuildOrder, onRead: OnRead): Promise<Built> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./build-thread.ts", import.meta.url), { workerData: order });
    worker.on("message", (message: Message) => {
      if ("read" in message) onRead(message.read);
      else if ("built" in message) resolve(message.built);
      else reject(new AppError(message.refused.code, message.refused.details));
    });
    worker.on("error", reject);
    worker.on("exit", (code) => reject(new Error(`the import of a list ended early, with ${code}`)));
  });
}
