import { describe, expect, test } from "vitest";
import phoneZones from "#domain/phone-zones.json" with { type: "json" };
import { zonesOfRegion } from "#domain/place-zones.ts";
import { countryOfTimeZone, locationsFor, timeZonesOfNumber, timeZonesOfPlace } from "#domain/places.ts";
import { isValidTimeZone } from "#domain/time.ts";

test("every zone in our tables is one that this runtime knows", () => {
  const zones = [...Object.keys(phoneZones).flatMap((each) => each.split(" ")), ...[...zonesOfRegion.values()].flat()];

  expect(zones.filter((zone) => !isValidTimeZone(zone))).toEqual([]);
});

describe("a number may be", () => {
  test.each([
    ["in the zone of its area code", "+12125550123", ["America/New_York"]],
    ["in all zones of an area code that has two", "+18505550103", ["America/Chicago", "America/New_York"]],
    ["in all zones of the area code under it", "+13645550103", ["America/Chicago", "America/New_York"]],
    ["where its landline stands", "+61292345678", ["Australia/Sydney"]],
    ["nowhere, in a network without a country", "+88213300655", []],
    ["nowhere, when it is none", "+1", []],
  ])("%s", (_name, e164, expected) => {
    expect(timeZonesOfNumber(e164)).toEqual(expected);
  });

  test("anywhere in its country, when it is a mobile without an area code", () => {
    expect(timeZonesOfNumber("+61412345678")).toEqual(expect.arrayContaining(["Australia/Perth", "Australia/Sydney"]));
    expect(timeZonesOfNumber("+4915112345678")).toEqual(["Europe/Berlin"]);
  });

  test("anywhere in North America, when it is toll-free", () => {
    expect(timeZonesOfNumber("+18005550199").length).toBeGreaterThan(20);
  });
});

test.each([
  ["US", "TX", ["America/Chicago", "America/Denver"]],
  ["us", "ca", ["America/Los_Angeles"]],
  ["CN", null, ["Asia/Shanghai"]],
  ["FR", "ARA", ["Europe/Paris"]],
  ["FR", "974", ["Indian/Reunion"]],
  ["ZZ", null, []],
  ["", null, []],
])("%s %s has the zones %j", (country, region, expected) => {
  expect(timeZonesOfPlace(country, region)).toEqual(expected);
});

test.each([
  ["Europe/Berlin", "DE"],
  ["Asia/Calcutta", "IN"],
  ["America/Indiana/Indianapolis", "US"],
  ["UTC", undefined],
])("%s lies in %s", (zone, country) => {
  expect(countryOfTimeZone(zone)).toBe(country);
});

describe("the places of a contact", () => {
  const phones = ["+12125550123"];
  const fromNumber = { country: "US", region: "NY", timeZone: "America/New_York", basis: "number" };

  test("are those of the number alone where the address says no more than its country", () => {
    expect(locationsFor({ phones, country: "US" })).toEqual([fromNumber]);
    expect(locationsFor({ phones, country: "DE" })).toHaveLength(3);
  });

  test("are those of the number and those of the address together", () => {
    expect(locationsFor({ phones, country: "US", region: "CA", place: "Fresno" })).toEqual([
      { country: "US", region: "CA", place: "Fresno", timeZone: "America/Los_Angeles", basis: "address" },
      fromNumber,
    ]);
  });

  test.each([
    ["Bridgeport", "+12035550123", "CT"],
    ["Los Angeles", "+13105550123", "CA"],
    ["Houston", "+17135550123", "TX"],
    ["Brooklyn", "+17185550123", "NY"],
    ["Mississauga", "+19055550123", "ON"],
    ["Porto Alegre", "+555132345678", "RS"],
  ])("name the state of an area code such as that of %s", (_town, phone, region) => {
    expect(locationsFor({ phones: [phone] }).map((location) => location.region)).toEqual([region]);
  });

  test("are those of the address alone where the number is toll-free and belongs nowhere", () => {
    const ohio = { country: "US", region: "OH", timeZone: "America/New_York", basis: "address" };

    expect(locationsFor({ phones: ["+18005550199"], country: "US", region: "OH" })).toEqual([ohio]);
    expect(locationsFor({ phones: ["+18005550199"], country: "US" }).length).toBeGreaterThan(20);
  });

  test("leave out what the number says only when another place is verified", () => {
    const utah = { phones, country: "US", region: "UT", timeZone: "America/Denver" };

    expect(locationsFor({ ...utah, basis: "verified" }).map(({ basis }) => basis)).toEqual(["verified"]);
    expect(locationsFor({ ...utah, basis: "stated" }).map(({ basis }) => basis)).toEqual(["stated", "number"]);
  });

  test("are narrowed by a zone that fits the address, and widened by one that does not", () => {
    const zones = (timeZone: string) =>
      locationsFor({ country: "US", region: "TX", timeZone, basis: "stated" }).map((location) => location.timeZone);

    expect(zones("America/Denver")).toEqual(["America/Denver"]);
    expect(zones("Europe/Paris")).toEqual(["Europe/Paris", "America/Chicago", "America/Denver"]);
  });

  test("may be known from a zone alone, or not at all", () => {
    expect(locationsFor({ timeZone: "Asia/Kolkata", basis: "stated" })).toEqual([
      { country: "IN", timeZone: "Asia/Kolkata", basis: "stated" },
    ]);
    expect(locationsFor({ timeZone: "Nowhere/Else" })).toEqual([]);
    expect(locationsFor({})).toEqual([]);
  });
});
