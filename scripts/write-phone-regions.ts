/**
 * Writes src/domain/phone-regions.json from Google's tables of telephone prefixes and places:
 *   node scripts/write-phone-regions.ts path/to/libphonenumber/resources/geocoding/en
 * Only where an area code says in which state or province a number was given out.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const target = new URL("../src/domain/phone-regions.json", import.meta.url);
const folder = process.argv[2];
if (!folder) {
  console.error("Name the folder that holds 1.txt and 55.txt.");
  process.exit(2);
}

const usStates =
  "AL Alabama,AK Alaska,AZ Arizona,AR Arkansas,CA California,CO Colorado,CT Connecticut,DE Delaware,FL Florida,GA Georgia,HI Hawaii,ID Idaho,IL Illinois,IN Indiana,IA Iowa,KS Kansas,KY Kentucky,LA Louisiana,ME Maine,MD Maryland,MA Massachusetts,MI Michigan,MN Minnesota,MS Mississippi,MO Missouri,MT Montana,NE Nebraska,NV Nevada,NH New Hampshire,NJ New Jersey,NM New Mexico,NY New York,NC North Carolina,ND North Dakota,OH Ohio,OK Oklahoma,OR Oregon,PA Pennsylvania,RI Rhode Island,SC South Carolina,SD South Dakota,TN Tennessee,TX Texas,UT Utah,VT Vermont,VA Virginia,WA Washington State,WV West Virginia,WI Wisconsin,WY Wyoming,DC Washington D.C.";
const caProvinces =
  "AB Alberta,BC British Columbia,BC British Colombia,MB Manitoba,NB New Brunswick,NL Newfoundland and Labrador,NS Nova Scotia,NT Northwest Territories,NU Nunavut,ON Ontario,PE Prince Edward Island,QC Quebec,SK Saskatchewan,YT Yukon";
const brStates =
  "AC Acre,AL Alagoas,AP Amapá,AM Amazonas,BA Bahia,CE Ceará,DF Federal District,ES Espirito Santo,GO Goiás,MA Maranhão,MT Mato Grosso,MS Mato Grosso do Sul,MG Minas Gerais,PA Pará,PB Paraiba,PR Paraná,PE Pernambuco,PI Piauí,RJ Rio de Janeiro,RN Rio Grande do Norte,RS Rio Grande do Sul,RO Rondônia,RR Roraima,SC Santa Catarina,SE Sergipe,TO Tocantins";

const regions = new Map<string, string>();
for (const [country, names] of Object.entries({ US: usStates, CA: caProvinces, BR: brStates })) {
  for (const entry of names.split(",")) regions.set(`${country} ${entry.slice(3)}`, `${country}-${entry.slice(0, 2)}`);
}

const prefixesByRegions: Record<string, string[]> = {};
read("1.txt", 4, ["US", "CA"]);
read("55.txt", 4, ["BR"]);
const table = Object.fromEntries(
  Object.entries(prefixesByRegions)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([names, prefixes]) => [names, prefixes.toSorted().join(" ")]),
);
writeFileSync(target, `${JSON.stringify(table, null, 2)}\n`);

/** Some area codes have no line of their own; then their exchanges say where they are. */
function read(file: string, length: number, countries: string[]): void {
  const own = new Map<string, Set<string>>();
  const ofExchanges = new Map<string, Set<string>>();
  for (const line of readFileSync(path.join(folder ?? "", file), "utf8").split("\n")) {
    const [prefix = "", place = ""] = line.trim().split("|");
    if (!/^\d+$/.test(prefix) || prefix.length < length) continue;
    const regionsByAreaCode = prefix.length === length ? own : ofExchanges;
    const areaCode = prefix.slice(0, length);
    const codes = place.split("/").flatMap((name) => codeOf(name, countries) ?? []);
    if (codes.length === 0) continue;
    regionsByAreaCode.set(areaCode, new Set([...(regionsByAreaCode.get(areaCode) ?? []), ...codes]));
  }
  for (const [areaCode, codes] of new Map([...ofExchanges, ...own])) {
    const key = [...codes].toSorted().join(" ");
    prefixesByRegions[key] = [...(prefixesByRegions[key] ?? []), areaCode];
  }
}

/** "New Jersey", or "San Antonio, TX". */
function codeOf(name: string, countries: string[]): string | undefined {
  for (const country of countries) {
    const whole = regions.get(`${country} ${name}`);
    if (whole) return whole;
    const short = /, ([A-Z]{2})$/.exec(name)?.[1];
    if (short && [...regions.values()].includes(`${country}-${short}`)) return `${country}-${short}`;
  }
  return undefined;
}
