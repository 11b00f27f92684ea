import { getCountries, parsePhoneNumberFromString } from "libphonenumber-js/max";
import type { GateLocation, PlaceBasis } from "#domain/gate/types.ts";
import phoneRegions from "#domain/phone-regions.json" with { type: "json" };
import phoneZones from "#domain/phone-zones.json" with { type: "json" };
import { type Phone, parsePhone } from "#domain/phones.ts";
import { zonesOfRegion } from "#domain/place-zones.ts";
import { regionCodeOf } from "#domain/region-codes.ts";
import { isSameTimeZone, isValidTimeZone } from "#domain/time.ts";

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

const prefixLengthMax = 9;
/** North America, Mexico, Argentina, Brazil. */
const callingCodesWithAreaCodes: ReadonlySet<string> = new Set(["1", "52", "54", "55"]);
const zonesByPrefix = new Map(
  Object.entries(phoneZones).flatMap(([zones, prefixes]) =>
    prefixes.split(" ").map((prefix) => [prefix, zones.split(" ")] as const),
  ),
);
const regionsByPrefix = new Map(
  Object.entries(phoneRegions).flatMap(([regions, prefixes]) =>
    prefixes.split(" ").map((prefix) => [prefix, regions.split(" ")] as const),
  ),
);
const areaCodeLength = 4;
const zonesByCountry = new Map<string, readonly string[]>();

/**
 * The time zones in which the owner of a number may be; none where its prefix is nowhere. The prefix settles it
 * for landlines and where mobiles have area codes; elsewhere a mobile may be anywhere in its country.
 */
export function timeZonesOfNumber(e164: string): readonly string[] {
  const phone = parsePhone(e164);
  return "refused" in phone ? [] : zonesOfPhone(phone);
}

function zonesOfPhone({ e164, line }: Phone): readonly string[] {
  const code = callingCodeOf(e164);
  const isSettledByPrefix = line === "landline" || callingCodesWithAreaCodes.has(code);
  return zonesOfPrefix(isSettledByPrefix ? e164.slice(1) : code);
}

function callingCodeOf(e164: string): string {
  return parsePhoneNumberFromString(e164)?.countryCallingCode ?? "";
}

function zonesOfPrefix(digits: string): readonly string[] {
  for (let length = Math.min(prefixLengthMax, digits.length); length > 0; length--) {
    const zones = zonesByPrefix.get(digits.slice(0, length));
    if (zones) return zones;
  }
  return [];
}

/** All time zones of a country, or of one of its regions where those are known; none where the country is unknown. */
export function timeZonesOfPlace(country: string, region?: string | null): readonly string[] {
  const code = country.toUpperCase();
  const ofRegion = region ? zonesOfRegion.get(`${code}-${region.toUpperCase()}`) : undefined;
  return ofRegion ?? zonesOfRegion.get(code) ?? timeZonesOfCountry(code);
}

/** The country that a time zone belongs to; undefined for zones such as "UTC" that are nowhere. */
export function countryOfTimeZone(timeZone: string): string | undefined {
  const countries = getCountries();
  return (
    countries.find((country) => timeZonesOfCountry(country).includes(timeZone)) ??
    countries.find((country) => timeZonesOfCountry(country).some((zone) => isSameTimeZone(zone, timeZone)))
  );
}

/**
 * Every place in which the contact may be, for the gate: each of them must be open. Only a verified place
 * removes what the number says, because people keep their numbers when they move.
 */
export function locationsFor(facts: PlaceFacts): GateLocation[] {
  const known = knownLocations(facts);
  if (known.length > 0 && facts.basis === "verified") return known;
  const isSomewhere = known.some(({ region }) => region !== undefined);
  const phones = isSomewhere ? facts.phones?.filter((phone) => !isPlaceless(phone)) : facts.phones;
  const ofNumbers = (phones ?? []).flatMap(locationsOfNumber);
  return isRepeated(facts, ofNumbers) ? ofNumbers : [...known, ...ofNumbers];
}

const placelessTypes: ReadonlySet<string> = new Set(["TOLL_FREE", "PREMIUM_RATE", "SHARED_COST", "PERSONAL_NUMBER"]);

/** A number such as a toll-free one, which says nothing of where its owner is that an address does not say better. */
function isPlaceless(e164: string): boolean {
  if (locationsOfNumber(e164).some(({ region }) => region !== undefined)) return false;
  return kept(placelessByNumber, e164, () => placelessTypes.has(parsePhoneNumberFromString(e164)?.getType() ?? ""));
}

/** An address that is no more than a country says nothing that a number of that country does not say better. */
function isRepeated({ country, region, place, timeZone }: PlaceFacts, ofNumbers: readonly GateLocation[]): boolean {
  if (region || place || timeZone) return false;
  return ofNumbers.some((location) => location.country === country?.toUpperCase());
}

function knownLocations({ country, region, place, timeZone, basis = "address" }: PlaceFacts): GateLocation[] {
  const zone = timeZone && isValidTimeZone(timeZone) ? timeZone : undefined;
  const code = country?.toUpperCase() || (zone && countryOfTimeZone(zone));
  if (!code) return [];

  const part = region ? regionCodeOf(code, region) : undefined;
  const where = { country: code, ...(part && { region: part }), ...(place && { place }), basis };
  if (!country && zone) return [{ country: code, timeZone: zone, basis }];
  const zones = timeZonesOfPlace(code, part);
  if (!zone) return zones.length > 0 ? zones.map((each) => ({ ...where, timeZone: each })) : [where];
  if (zones.length === 0 || zones.some((each) => isSameTimeZone(each, zone))) return [{ ...where, timeZone: zone }];
  // The address is in one zone and the person speaks of another: both are possible.
  return [zone, ...zones].map((each) => ({ ...where, timeZone: each }));
}

const locationsByNumber = new Map<string, readonly GateLocation[]>();
const placelessByNumber = new Map<string, boolean>();
const numbersKeptMax = 20_000;

function locationsOfNumber(e164: string): readonly GateLocation[] {
  return kept(locationsByNumber, e164, readNumber);
}

/** Reading a number takes longer than all that the gate does with it, and a queue asks for the same ones all day. */
function kept<Value>(byNumber: Map<string, Value>, e164: string, read: (e164: string) => Value): Value {
  const known = byNumber.get(e164);
  if (known !== undefined) return known;
  if (byNumber.size >= numbersKeptMax) byNumber.clear();
  const value = read(e164);
  byNumber.set(e164, value);
  return value;
}

function readNumber(e164: string): GateLocation[] {
  const phone = parsePhone(e164);
  if ("refused" in phone || !phone.country) return [];
  const country = phone.country;
  const zones = zonesOfPhone(phone);
  return regionsOfPhone(phone).flatMap((region) =>
    zones.map((timeZone): GateLocation => ({ country, ...(region && { region }), timeZone, basis: "number" })),
  );
}

/** The states or provinces whose area code it has; one that is not known where the number does not say. */
function regionsOfPhone({ e164, country }: Phone): readonly (string | undefined)[] {
  const named = regionsByPrefix.get(e164.slice(1, 1 + areaCodeLength)) ?? [];
  const here = named.filter((name) => name.startsWith(`${country}-`)).map((name) => name.slice(3));
  return here.length > 0 ? here : [undefined];
}

function timeZonesOfCountry(country: string): readonly string[] {
  const known = zonesByCountry.get(country);
  if (known) return known;
  const zones = /^[A-Z]{2}$/.test(country) ? (new Intl.Locale("und", { region: country }).getTimeZones() ?? []) : [];
  zonesByCountry.set(country, zones);
  return zones;
}
