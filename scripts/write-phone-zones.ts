/**
 * Writes src/domain/phone-zones.json from Google's table of telephone prefixes and time zones:
 *   node scripts/write-phone-zones.ts path/to/libphonenumber/resources/timezones/map_data.txt
 * North American numbers move freely inside their area code, so there an area code has the zones of all its exchanges.
 */
import { readFileSync, writeFileSync } from "node:fs";

const areaCodeLength = 4; // "1" and three digits
/** Area codes laid over an older one that lies in several zones; of the newer one Google's table names only one of them. */
const laidOver: Readonly<Record<string, readonly string[]>> = {
  1208: ["1986"],
  1250: ["1236", "1672", "1778"],
  1270: ["1364"],
  1418: ["1367", "1581"],
  1423: ["1729"],
  1541: ["1458"],
  1709: ["1879"],
  1812: ["1930"],
  1850: ["1448"],
};
const target = new URL("../src/domain/phone-zones.json", import.meta.url);

const source = process.argv[2];
if (!source) {
  console.error("Name the map_data.txt to read.");
  process.exit(2);
}

const zonesByPrefix = new Map<string, Set<string>>();
for (const line of readFileSync(source, "utf8").split("\n")) {
  const [prefix, zones] = line.trim().split("|");
  if (!prefix || !zones || prefix.startsWith("#")) continue;
  const key = prefix.startsWith("1") ? prefix.slice(0, areaCodeLength) : prefix;
  const known = zonesByPrefix.get(key) ?? new Set();
  zonesByPrefix.set(key, known.union(new Set(zones.split("&"))));
}
for (const [older, newer] of Object.entries(laidOver)) {
  for (const key of newer) {
    zonesByPrefix.set(key, (zonesByPrefix.get(key) ?? new Set()).union(zonesByPrefix.get(older) ?? new Set()));
  }
}

const prefixesByZones: Record<string, string[]> = {};
for (const [prefix, zones] of [...zonesByPrefix].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
  const key = [...zones].toSorted().join(" ");
  prefixesByZones[key] = [...(prefixesByZones[key] ?? []), prefix];
}
const table = Object.fromEntries(
  Object.entries(prefixesByZones).map(([zones, prefixes]) => [zones, prefixes.join(" ")]),
);
writeFileSync(target, `${JSON.stringify(table, null, 2)}\n`);
