import type { GateLocation, PlaceBasis } from "#domain/gate/types.ts";

export type PlaceFacts = {
  /** Telephone numbers in E.164. */
  phones?: readonly string[];
  /** The postal address, or what the contact said of his place. */
  country?: string | null;
  region?: string | null;
  place?: string | null;
  /** A time zone that the contact gave or that his calendar showed. */
  timeZone?: string | null;
  /** How country, region and time zone are known. */
  basis?: Exclude<PlaceBasis, "number">;
};

/** The time zones in which the owner of a number may be, by its prefix; none where the prefix is nowhere. */
export function timeZonesOfNumber(_e164: string): string[] {
  return [];
}

/** All time zones of a country or of one of its regions. Where the region's are not known, those of the country. */
export function timeZonesOfPlace(_country: string, _region?: string | null): string[] {
  return [];
}

/** Every place in which the contact may be, for the gate: each of them must be open. */
export function locationsFor(_facts: PlaceFacts): GateLocation[] {
  return [];
}
