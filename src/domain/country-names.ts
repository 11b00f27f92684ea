import { getCountries } from "libphonenumber-js/max";

const languages = ["en", "zh-Hans", "zh-Hant", "de", "fr", "es", "it", "pt", "nl", "ja"];

/** What people write and no list of names holds. */
const also: Record<string, string> = {
  usa: "US",
  "u.s.a.": "US",
  "u.s.": "US",
  "united states of america": "US",
  america: "US",
  uk: "GB",
  "u.k.": "GB",
  "great britain": "GB",
  england: "GB",
  scotland: "GB",
  wales: "GB",
  "northern ireland": "GB",
  holland: "NL",
  "hong kong": "HK",
  macau: "MO",
  macao: "MO",
  "south korea": "KR",
  "republic of korea": "KR",
  russia: "RU",
  "russian federation": "RU",
  "czech republic": "CZ",
  uae: "AE",
  vietnam: "VN",
  turkey: "TR",
  "people's republic of china": "CN",
  "mainland china": "CN",
  中国: "CN",
  中國: "CN",
  香港: "HK",
  澳门: "MO",
  澳門: "MO",
  台湾: "TW",
  台灣: "TW",
  臺灣: "TW",
};

let names: Map<string, string> | undefined;

/** The ISO 3166 code of a country, given its code or its name in one of the languages that files come in. */
export function countryOfName(text: string): string | null {
  const name = text.trim().toLowerCase();
  if (name === "") return null;
  names ??= namesOfCountries();
  return names.get(name) ?? null;
}

function namesOfCountries(): Map<string, string> {
  const found = new Map<string, string>();
  for (const language of languages) {
    const display = new Intl.DisplayNames([language], { type: "region" });
    for (const code of getCountries()) found.set((display.of(code) ?? code).toLowerCase(), code);
  }
  for (const code of getCountries()) found.set(code.toLowerCase(), code);
  for (const [name, code] of Object.entries(also)) found.set(name, code);
  return found;
}
