import { performance } from "node:perf_hooks";

/** How long each part of some long work took, added up over its repetitions, in milliseconds. */
export type Stopwatch = {
  measure: <Result>(part: string, work: () => Promise<Result>) => Promise<Result>;
  read: () => Record<string, number>;
};

export function stopwatch(): Stopwatch {
  const parts = new Map<string, number>();
  return {
    measure: async (part, work) => {
      const startedMs = performance.now();
      try {
        return await work();
      } finally {
        parts.set(part, (parts.get(part) ?? 0) + performance.now() - startedMs);
      }
    },
    read: () => Object.fromEntries([...parts].map(([part, ms]) => [part, Math.round(ms)])),
  };
}
