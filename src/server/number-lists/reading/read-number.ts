import { parsePhone } from "#domain/phones.ts";

export type Refused = "empty" | "ruined_by_spreadsheet" | "not_a_number" | "country_unknown" | "impossible";

const plain = /^\+?\d{8,15}$/;
const prefixesMax = 200_000;

/**
 * Reads numbers in any spelling, of this country where they name none, as digits. What a number is, and whether it is
 * possible, does not hang on its last four digits, so that is looked up once for ten thousand neighbours.
 */
export function numberReader(country: string | null): (text: string) => number | Refused {
  const known = new Map<string, number | Refused>();
  return (written) => {
    const text = written.trim();
    if (!plain.test(text)) return text === "" ? "empty" : parsed(text, country);
    const tail = Number(text.slice(-4));
    const key = `${text.length}:${text.slice(0, -4)}`;
    const found = known.get(key);
    if (found !== undefined) return typeof found === "number" ? found + tail : found;

    const number = parsed(text, country);
    if (known.size >= prefixesMax) known.clear();
    known.set(key, typeof number === "number" ? number - tail : number);
    return number;
  };
}

function parsed(text: string, country: string | null): number | Refused {
  const phone = parsePhone(text, country);
  return "refused" in phone ? phone.refused : Number(phone.e164.slice(1));
}

/** Ten digits of North America, as a number; whether they can be one: neither area code nor exchange begins with 0 or 1. */
export function isNorthAmerican(ten: number): boolean {
  return ten >= 2_000_000_000 && ten < 10_000_000_000 && Math.floor(ten / 1_000_000) % 10 >= 2;
}
