import Holidays from "date-holidays";
import { zonesOfRegion } from "#domain/place-zones.ts";

type Regions = { codes: Set<string>; byName: Map<string, string> };

const regionsByCountry = new Map<string, Regions>();
/** As people write them and the library does not. */
const otherNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  US: {
    PR: "Puerto Rico",
    GU: "Guam",
    VI: "U.S. Virgin Islands",
    AS: "American Samoa",
    MP: "Northern Mariana Islands",
    DC: "Washington DC",
  },
  CA: { NL: "Newfoundland", YT: "Yukon Territory" },
};

/** The ISO 3166-2 code, without the country, of a region that is written as code or name; else the text in capitals. */
export function regionCodeOf(country: string, region: string): string {
  const text = region.trim().toUpperCase();
  const bare = text.startsWith(`${country}-`) ? text.slice(country.length + 1) : text;
  const { codes, byName } = regionsOf(country);
  const code = bare.replaceAll(".", "");
  return codes.has(code) ? code : (byName.get(plain(bare)) ?? bare);
}

function regionsOf(country: string): Regions {
  const known = regionsByCountry.get(country);
  if (known) return known;
  const regions: Regions = { codes: new Set(), byName: new Map() };
  if (!/^[A-Z]{2}$/.test(country)) return regions;
  const library = new Holidays();
  for (const names of [library.getStates(country), library.getStates(country, "en"), otherNames[country]]) {
    for (const [code, name] of Object.entries(names ?? {})) {
      regions.codes.add(code);
      regions.byName.set(plain(name), code);
    }
  }
  for (const name of zonesOfRegion.keys()) if (name.startsWith(`${country}-`)) regions.codes.add(name.slice(3));
  regionsByCountry.set(country, regions);
  return regions;
}

/** Without accents, marks, and the words that are written or left out. */
function plain(name: string): string {
  return name
    .normalize("NFD")
    .toLowerCase()
    .replace(/\b(kanton|canton|land|hansestadt|province|region|state|comunidad|ciudad|islas|islands|of|de|la)\b/g, "")
    .replace(/[^a-z0-9]/g, "");
}
