import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Engine } from "json-rules-engine";
import { decide } from "#domain/gate/decide.ts";
import type { GateRequest } from "#domain/gate/types.ts";
import { dayNumberOf } from "#domain/instant-text.ts";
import { clockAt, localTime, minuteMs } from "#domain/time.ts";
import { randomFrom } from "#server/demo/random.ts";

/** `node bench/decide.ts [--decisions N]`: the gate, beside a rule-engine library. See bench/README.md. */
const { values } = parseArgs({ options: { decisions: { type: "string", default: "1000000" } } });
const decisions = Number(values.decisions);
const variants = 5_000;
const warmUp = 50_000;
const peerDecisions = 20_000;

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

const cases = readFileSync("test/fixtures/gate-cases.ndjson", "utf8")
  .trim()
  .split("\n")
  .map((line) => (JSON.parse(line) as { request: GateRequest }).request);
const requests = vary(cases);

rate(warmUp, () => undefined);
collectGarbage();
const heapBefore = process.memoryUsage().heapUsed;
const verdicts = { allow: 0, defer: 0, deny: 0 };
const perSecond = rate(decisions, (verdict) => {
  verdicts[verdict] += 1;
});
collectGarbage();
const growth = (process.memoryUsage().heapUsed - heapBefore) / 1024 / 1024;

console.info(`${decisions} decisions over ${requests.length} different requests: ${Math.round(perSecond)} a second`);
console.info(`  ${JSON.stringify(verdicts)}; heap after collection grew by ${growth.toFixed(2)} MB`);

const calls = requests.filter(({ attempt, contact }) => attempt.channel === "call" && contact.locations.length > 0);
const peer = await peerRate(calls);
console.info(`json-rules-engine, calling hours and lists only, same requests: ${Math.round(peer)} a second`);
console.info(`  the gate with all its rules is ${(perSecond / peer).toFixed(1)} times as fast`);

/** Every case at many hours, with other histories: no two requests are the same. */
function vary(given: readonly GateRequest[]): GateRequest[] {
  const random = randomFrom(1);
  return Array.from({ length: variants }, (_, index) => {
    const base = given[index % given.length] as GateRequest;
    const at = Date.parse(base.at) + Math.floor((random.next() - 0.5) * 4 * 24 * 60) * minuteMs;
    const attempts = Array.from({ length: Math.floor(random.next() * 3) }, () => ({
      channel: "call",
      at: new Date(at - random.next() * 30 * 24 * 60 * minuteMs).toISOString(),
    }));
    const request = { ...base, at: new Date(at).toISOString(), attempts: [...(base.attempts ?? []), ...attempts] };
    return JSON.parse(JSON.stringify(request)) as GateRequest;
  });
}

function rate(count: number, seen: (verdict: "allow" | "defer" | "deny") => void): number {
  const start = process.hrtime.bigint();
  for (let index = 0; index < count; index++) {
    seen(decide(requests[index % requests.length] as GateRequest).verdict);
  }
  return count / (Number(process.hrtime.bigint() - start) / 1e9);
}

/** The same hours of one country and the same list, as that library wants them written. */
async function peerRate(asked: readonly GateRequest[]): Promise<number> {
  const engine = new Engine([], { allowUndefinedFacts: true });
  const deny = (name: string, all: object[]) =>
    engine.addRule({ name, conditions: { all }, event: { type: "deny", params: { name } } } as never);
  deny("too early", [{ fact: "clock", operator: "lessThan", value: 480 }]);
  deny("too late", [{ fact: "clock", operator: "greaterThanInclusive", value: 1260 }]);
  deny("weekend", [{ fact: "weekday", operator: "in", value: ["sat", "sun"] }]);
  deny("listed", [
    { fact: "lists", operator: "contains", value: "us-dnc" },
    { fact: "isCustomer", operator: "equal", value: false },
  ]);
  deny("stale", [{ fact: "listAge", operator: "greaterThan", value: 31 }]);
  const start = process.hrtime.bigint();
  for (let index = 0; index < peerDecisions; index++) {
    await engine.run(factsOf(asked[index % asked.length] as GateRequest));
  }
  return peerDecisions / (Number(process.hrtime.bigint() - start) / 1e9);
}

function factsOf({ at, contact, listings, relationships, seller }: GateRequest) {
  const zone = contact.locations[0]?.timeZone ?? "UTC";
  const instant = Date.parse(at);
  const [hours = 0, minutes = 0] = clockAt(instant, zone).split(":").map(Number);
  const copy = Object.values(seller.registers ?? {})[0];
  return {
    clock: hours * 60 + minutes,
    weekday: localTime(new Date(instant), zone).weekday,
    lists: listings?.map(({ list }) => list) ?? [],
    isCustomer: relationships?.some(({ kind }) => kind === "purchase") ?? false,
    listAge: copy ? dayNumberOf(at.slice(0, 10)) - dayNumberOf(copy.slice(0, 10)) : 999,
  };
}
