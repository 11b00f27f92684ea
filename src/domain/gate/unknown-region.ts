import { allPacks } from "#domain/gate/all-packs.ts";
import type { GateLocation } from "#domain/gate/types.ts";
import { zonesOfRegion } from "#domain/place-zones.ts";
import { timeZonesOfPlace } from "#domain/places.ts";
import { isSameClock, isValidTimeZone } from "#domain/time.ts";

/** The regions that have laws of their own, by country. */
const regionsWithLaws = new Map<string, string[]>();
/** Those among them that are a country elsewhere, such as Puerto Rico: only their own clock points to them. */
const territories = new Set<string>();
for (const { countries, region, ownCountry } of allPacks) {
  if (region === undefined) continue;
  for (const country of countries) {
    regionsWithLaws.set(country, [...(regionsWithLaws.get(country) ?? []), region]);
    if (ownCountry !== undefined) territories.add(`${country}-${region}`);
  }
}

/** Whether its country has regions with laws of their own, and it is not said in which of all regions it lies. */
export function isRegionUnknown({ country, region }: GateLocation): boolean {
  const regions = regionsWithLaws.get(country);
  if (!regions) return false;
  if (region === undefined) return true;
  const isListed = zonesOfRegion.has(`${country}-${region}`) || regions.includes(region);
  return !isListed && zonesOfRegion.has(`${country}-${regions[0]}`);
}

/**
 * A state that is not known may be any of those that keep its time, so the laws of all of them must allow what is done.
 * The country alone stays a candidate, for the regions without laws of their own.
 */
export function withPossibleRegions(locations: readonly GateLocation[]): readonly GateLocation[] {
  if (!locations.some(isRegionUnknown)) return locations;
  return locations.flatMap((location) =>
    isRegionUnknown(location)
      ? [location, ...regionsOf(location).map((region) => ({ ...location, region }))]
      : location,
  );
}

function regionsOf({ country, timeZone }: GateLocation): readonly string[] {
  const regions = regionsWithLaws.get(country) ?? [];
  if (timeZone === undefined || !isValidTimeZone(timeZone)) {
    return regions.filter((region) => !territories.has(`${country}-${region}`));
  }
  return regions.filter((region) => timeZonesOfPlace(country, region).some((zone) => isSameClock(zone, timeZone)));
}
