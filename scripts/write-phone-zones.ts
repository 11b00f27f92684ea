/**
 * Writes src/domain/phone-zones.json from Google's table of telephone prefixes and time zones:
 *   node scripts/write-phone-zones.ts path/to/libphonenumber/resources/timezones/map_data.txt
 * North American numbers move freely inside their area code, so there an area code has the zones of all its exchanges.
 */
import { readFileSync, writeFileSync } from "node:fs";

const areaCodeLength = 4; // "1" and three digits
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

const prefixesByZones: Record<string, string[]> = {};
for (const [prefix, zones] of [...zonesByPrefix].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
  const key = [...zones].toSorted().join(" ");
  prefixesByZones[key] = [...(prefixesByZones[key] ?? []), prefix];
}
const table = Object.fromEntries(
  Object.entries(prefixesByZones).map(([zones, prefixes]) => [zones, prefixes.join(" ")]),
);
writeFileSync(target, `${JSON.stringify(table, null, 2)}\n`);
