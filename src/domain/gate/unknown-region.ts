import { allPacks } from "#domain/gate/all-packs.ts";
import type { GateLocation } from "#domain/gate/types.ts";
import { zonesOfRegion } from "#domain/place-zones.ts";
import { timeZonesOfPlace } from "#domain/places.ts";
import { isValidTimeZone, wallAt } from "#domain/time.ts";

type Regions = {
  withLaws: string[];
  /** Those among them that are a country elsewhere, such as Puerto Rico: only their own clock points to them. */
  territories: Set<string>;
  /** All that there are; empty where we have no list of them. */
  existing: Set<string>;
};

/** The countries whose regions have laws of their own. */
const regionsByCountry = new Map<string, Regions>();
for (const { countries, region, ownCountry } of allPacks) {
  if (region === undefined) continue;
  for (const country of countries) {
    const regions = regionsByCountry.get(country) ?? { withLaws: [], territories: new Set(), existing: new Set() };
    regions.withLaws.push(region);
    if (ownCountry !== undefined) regions.territories.add(region);
    regionsByCountry.set(country, regions);
  }
}
for (const name of zonesOfRegion.keys()) {
  const [country = "", region] = name.split("-");
  if (region !== undefined) regionsByCountry.get(country)?.existing.add(region);
}

/** Whether its country has regions with laws of their own, and it is not said in which of all regions it lies. */
export function isRegionUnknown({ country, region }: GateLocation): boolean {
  const regions = regionsByCountry.get(country);
  if (!regions) return false;
  if (region === undefined) return true;
  return regions.existing.size > 0 && !regions.existing.has(region) && !regions.withLaws.includes(region);
}

/**
 * A state that is not known may be any of those that keep its time, so the laws of all of them must allow what is done.
 * The country alone stays a candidate, for the regions without laws of their own.
 */
export function withPossibleRegions(locations: readonly GateLocation[]): readonly GateLocation[] {
  if (!locations.some(isRegionUnknown)) return locations;
  return locations.flatMap((location) =>
    isRegionUnknown(location)
      ? [location, ...possibleRegions(location).map((region) => ({ ...location, region }))]
      : location,
  );
}

function possibleRegions({ country, timeZone }: GateLocation): readonly string[] {
  const regions = regionsByCountry.get(country);
  if (!regions) return [];
  if (timeZone === undefined || !isValidTimeZone(timeZone)) {
    return regions.withLaws.filter((region) => !regions.territories.has(region));
  }
  return regions.withLaws.filter((region) =>
    timeZonesOfPlace(country, region).some((zone) => isSameClock(zone, timeZone)),
  );
}

const winter = Date.UTC(2026, 0, 15);
const summer = Date.UTC(2026, 6, 15);

/** Whether clocks in both zones show the same, winter and summer, such as in Detroit and New York. */
function isSameClock(one: string, other: string): boolean {
  return [winter, summer].every((instant) => wallAt(instant, one) === wallAt(instant, other));
}
