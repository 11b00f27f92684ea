import { connect, type Socket } from "node:net";

export type Ask = { path: string; key: string };
export type Times = { p50: number; p95: number; p99: number; perSecond: number; bytes: number };

const percent = 100;

/** Asks everything once, with so many clients that each wait for an answer before they ask again. */
export async function load(url: string, asks: readonly Ask[], clients: number): Promise<Times> {
  const waiting = asks[Symbol.iterator]();
  const millis: number[] = [];
  let bytes = 0;
  const client = async () => {
    const { hostname, port } = new URL(url);
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    for (const ask of waiting) {
      const begun = performance.now();
      const body = await askOn(socket, ask);
      millis.push(performance.now() - begun);
      bytes += body.length;
    }
    socket.destroy();
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - begun) / 1000;
  return { ...percentiles(millis), perSecond: millis.length / seconds, bytes: bytes / millis.length };
}

export function percentiles(millis: readonly number[]): Pick<Times, "p50" | "p95" | "p99"> {
  const sorted = [...millis].sort((one, other) => one - other);
  const at = (wanted: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * wanted) / percent))] ?? 0;
  return { p50: at(50), p95: at(95), p99: at(99) };
}

/** The body of an answer. */
export async function get(url: string, ask: Ask): Promise<Buffer> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) });
  const body = await askOn(socket, ask);
  socket.destroy();
  return body;
}

const headEnd = "\r\n\r\n";

/**
 * Asks on a connection and waits for the last byte; anything but 200 ends the measurement. As little as HTTP needs: Node's
 * own client takes a millisecond of the processors that are measured.
 */
async function askOn(socket: Socket, { path, key }: Ask): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let missing = Number.POSITIVE_INFINITY;
    const finish = (error?: Error) => {
      socket.off("data", read).off("error", finish).off("close", finish);
      const answer = Buffer.concat(chunks);
      const body = answer.subarray(answer.indexOf(headEnd) + headEnd.length);
      if (answer.subarray(0, 12).toString() === "HTTP/1.1 200") resolve(body);
      else reject(error ?? new Error(`for ${path}: ${answer.toString().slice(0, 1000)}`));
    };
    const read = (chunk: Buffer) => {
      chunks.push(chunk);
      if (chunks.length === 1) missing = lengthOf(chunk);
      missing -= chunk.length;
      if (missing === 0) finish();
    };
    socket.on("data", read).on("error", finish).on("close", finish);
    socket.write(`GET ${path} HTTP/1.1\r\nhost: bench\r\nauthorization: Bearer ${key}${headEnd}`);
  });
}

/** Of the whole answer; its head comes in the first piece, and says how long the body is. */
function lengthOf(first: Buffer): number {
  const end = first.indexOf(headEnd);
  const [, length] = /\r\ncontent-length: (\d+)/i.exec(first.subarray(0, end).toString()) ?? [];
  if (length === undefined) throw new Error(`an answer without its length: ${first.subarray(0, end)}`);
  return end + headEnd.length + Number(length);
}
