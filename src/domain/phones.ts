import {
  type CountryCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from "libphonenumber-js/max";

export type PhoneLine = "mobile" | "landline" | "voip" | "unknown";

/** A number that can exist. `valid` says whether its range is known to be in use; one that is not is kept all the same. */
export type Phone = { e164: string; extension: string | null; country: string | null; line: PhoneLine; valid: boolean };

export type PhoneRefusal = { refused: "ruined_by_spreadsheet" | "not_a_number" | "country_unknown" | "impossible" };

const textLengthMax = 100;
const spreadsheetNumber = /^[+-]?\d(?:[.,]\d+)?e[+-]?\d{1,2}$/i;
const vanityNumber = /^\+?[\d\s().-]*\d{3}[\s().-]*[a-z][a-z\d\s.-]{3,}$/i;
const extensionAtEnd = /e?xt?n?\.?\s*\d+$/i;
// Most numbers are plain and most time goes into cleaning, so those skip it.
const plainNumber = /^\+?[\d ()-]+$/;
const internationalZeros = /^\+?\s*\(?\+?00(?=\s*[1-9])/;
const anyDigit = /\p{Nd}/u;
const hasLetter = /\p{L}/u;
// Where mobiles look like landlines (North America), the type cannot be known from the number.
const lineOfType: Readonly<Record<string, PhoneLine>> = { MOBILE: "mobile", FIXED_LINE: "landline", VOIP: "voip" };
const keypad = ["abc", "def", "ghi", "jkl", "mno", "pqrs", "tuv", "wxyz"];

/** Reads a telephone number as people and programs write it; `country` (ISO 3166) is where a number without "+" belongs. */
export function parsePhone(text: string, country?: string | null): Phone | PhoneRefusal {
  const written = text.trim();
  if (spreadsheetNumber.test(written)) return { refused: "ruined_by_spreadsheet" };
  if (written.length > textLengthMax || !anyDigit.test(written)) return { refused: "not_a_number" };

  const home = countryCode(country);
  const cleaned = clean(written);
  const seen = ofSeenExchange(cleaned, home);
  if (seen) return seen;
  const found = read(cleaned, home);
  if (found) {
    const phone = phoneOf(found);
    if (phone.valid || found.isPossible()) {
      rememberExchange(phone, home);
      return phone;
    }
  }
  return readGuessing(cleaned, home) ?? { refused: refusalOf(cleaned, home) };
}

/*
 * In North America the first six digits settle all that is known of a number, so that those of one exchange are looked
 * up once: an import asks 100,000 times.
 */
const exchanges = new Map<string, Phone>();
const exchangesMax = 20_000;
const northAmerican = /^(?:\+1)?[ ()-]*([2-9]\d\d)[ ()-]*([2-9]\d\d)[ ()-]*(\d{4})$/;

function ofSeenExchange(cleaned: string, home: CountryCode | undefined): Phone | undefined {
  const digits = northAmerican.exec(cleaned);
  if (!digits || !(cleaned.startsWith("+1") || home === "US" || home === "CA")) return undefined;
  const [, area = "", office = "", line = ""] = digits;
  const known = exchanges.get(`${home ?? ""}${area}${office}`);
  return known && { ...known, e164: `+1${area}${office}${line}` };
}

function rememberExchange(phone: Phone, home: CountryCode | undefined): void {
  if (phone.extension !== null || !/^\+1\d{10}$/.test(phone.e164) || exchanges.size >= exchangesMax) return;
  exchanges.set(`${home ?? ""}${phone.e164.slice(2, 8)}`, phone);
}

/** A spreadsheet ate the "+", or words stand around the number: what we guess must be a number really in use. */
function readGuessing(cleaned: string, home: CountryCode | undefined): Phone | undefined {
  const guess = hasLetter.test(cleaned)
    ? parsePhoneNumberFromString(cleaned, home)
    : read(`+${cleaned.replace(/^\+/, "")}`, undefined);
  const phone = guess && phoneOf(guess);
  return phone?.valid ? phone : undefined;
}

function refusalOf(cleaned: string, home: CountryCode | undefined): PhoneRefusal["refused"] {
  if (hasLetter.test(cleaned)) return "not_a_number";
  return home || cleaned.startsWith("+") ? "impossible" : "country_unknown";
}

function read(text: string, home: CountryCode | undefined): PhoneNumber | undefined {
  return parsePhoneNumberFromString(text, home ? { defaultCountry: home, extract: false } : { extract: false });
}

function clean(written: string): string {
  if (plainNumber.test(written)) return written.replace(internationalZeros, "+");
  const text = written
    .normalize("NFKC")
    .replace(/^['"`´’=\s\p{Cf}]+|["'\s\p{Cf}]+$/gu, "")
    .replace(/^tel:/i, "")
    .replace(/^(\d+)\.0+$/, "$1")
    .replace(/\s*(?:分机|分機|转|轉|доб\.?|durchwahl|poste)\s*[:.]?\s*(\d{1,7})$/iu, " ext. $1")
    .replace(internationalZeros, "+");
  return vanityNumber.test(text) && !extensionAtEnd.test(text) ? onKeypad(text) : text;
}

function onKeypad(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => String(2 + keypad.findIndex((key) => key.includes(letter.toLowerCase()))));
}

function countryCode(country: string | null | undefined): CountryCode | undefined {
  const code = country?.trim().toUpperCase() ?? "";
  return isSupportedCountry(code) ? code : undefined;
}

// With these metadata a number is valid when its type is known; asking once for both halves the time.
function phoneOf(number: PhoneNumber): Phone {
  const type = number.getType();
  return {
    e164: number.number,
    extension: number.ext ?? null,
    country: number.country ?? null,
    line: lineOfType[type ?? "UNKNOWN"] ?? "unknown",
    valid: type !== undefined,
  };
}
