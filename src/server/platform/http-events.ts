import { z } from "zod";
import type { Endpoint } from "#api/endpoint.ts";
import type { Notice } from "#api/notices.ts";
import type { Notices } from "#server/platform/notices.ts";

const keepAliveMs = 25_000;
/** Then the browser asks again, and shows again who it is. */
const streamMinutesMax = 10;

/** Server-sent events for one workspace, until the other end leaves or the stream has lasted long enough. */
export function eventStream(endpoint: Endpoint, notices: Notices, workspaceId: string): Response {
  const encoder = new TextEncoder();
  let stop = () => {};
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string) => controller.enqueue(encoder.encode(text));
      const tell = (notice: Notice) => write(`data: ${JSON.stringify(z.encode(endpoint.output, notice))}\n\n`);
      const end = () => {
        stop();
        controller.close();
      };
      const unwatch = notices.watch({ workspaceId, tell, end });
      const beat = setInterval(() => write(": \n\n"), keepAliveMs);
      const last = setTimeout(end, streamMinutesMax * 60_000);
      stop = () => {
        unwatch();
        clearInterval(beat);
        clearTimeout(last);
      };
      write("retry: 1000\n\n");
    },
    cancel: () => stop(),
  });
  return new Response(stream, {
    headers: { "content-type": "text/event-stream", "cache-control": "no-store", "x-accel-buffering": "no" },
  });
}
