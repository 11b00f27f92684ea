import { Agent, request } from "node:http";

export type Ask = { path: string; key: string };
export type Times = { p50: number; p95: number; p99: number; perSecond: number; bytes: number };

const percent = 100;

/** Asks everything once, with so many clients that each wait for an answer before they ask again. */
export async function load(url: string, asks: readonly Ask[], clients: number): Promise<Times> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const waiting = asks[Symbol.iterator]();
  const millis: number[] = [];
  let bytes = 0;
  const client = async () => {
    for (const ask of waiting) {
      const begun = performance.now();
      const body = await get(url, ask, agent);
      millis.push(performance.now() - begun);
      bytes += body.length;
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - begun) / 1000;
  agent.destroy();
  return { ...percentiles(millis), perSecond: millis.length / seconds, bytes: bytes / millis.length };
}

export function percentiles(millis: readonly number[]): Pick<Times, "p50" | "p95" | "p99"> {
  const sorted = [...millis].sort((one, other) => one - other);
  const at = (wanted: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * wanted) / percent))] ?? 0;
  return { p50: at(50), p95: at(95), p99: at(99) };
}

/** The body of an answer; anything but 200 ends the measurement. */
export async function get(url: string, { path, key }: Ask, agent?: Agent): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const asked = request(url + path, { agent, headers: { authorization: `Bearer ${key}` } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => {
        const body = Buffer.concat(chunks);
        if (answer.statusCode === 200) resolve(body);
        else reject(new Error(`${answer.statusCode} for ${path}: ${body.toString().slice(0, 500)}`));
      });
      answer.on("error", reject);
    });
    asked.on("error", reject);
    asked.end();
  });
}
