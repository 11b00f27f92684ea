import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

const header =
  "Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lead Status,Create Date,Last Modified Date," +
  "Lifecycle Stage,Job Title,City,Country/Region,Associated Company";

const given =
  "Ada Bruno Carla Dmitri Elena Farid Grace Hiro Ines Jonas Kavya Liam Mei Noor Olga Pavel Quinn Rosa Sven Tara".split(
    " ",
  );
const family =
  "Abel Brandt Costa Dubois Eriksen Fischer Garcia Huang Ivanov Jansen Kim Lopez Moreau Nguyen Okafor Patel".split(" ");
const titles = "Buyer,Head of Purchasing,Office Manager,CFO,Founder,Analyst,Plant Manager,Counsel".split(",");
const cities = "Austin,Boston,Chicago,Denver,Miami,New York,Portland,Seattle".split(",");
const peopleOfCompany = 8;

/** A file as HubSpot writes it: people with numbers that nobody has, eight to a company. `from` keeps two files apart. */
export async function writeHubspotExport(path: string, rows: number, from = 0): Promise<void> {
  await pipeline(Readable.from(lines(rows, from)), createWriteStream(path));
}

function* lines(rows: number, from: number): Generator<string> {
  yield `${header}\n`;
  for (let number = from; number < from + rows; number++) yield `${line(number)}\n`;
}

function line(number: number): string {
  const first = pick(given, number);
  const last = `${pick(family, Math.floor(number / given.length))}${letters(number)}`;
  const company = Math.floor(number / peopleOfCompany);
  return [
    String(1_000_000 + number),
    first,
    last,
    `${first}.${last}.${number}@company${company}.example`.toLowerCase(),
    `(${201 + (number % 700)}) 555-${String(Math.floor(number / 700) % 10_000).padStart(4, "0")}`,
    "",
    pick(["NEW", "OPEN", "CONNECTED"], number),
    "2026-03-12 09:14",
    "2026-10-02 16:40",
    pick(["lead", "customer", "opportunity"], number),
    pick(titles, number),
    pick(cities, number),
    "United States",
    `"Company ${company}, Inc."`,
  ].join(",");
}

function pick(list: readonly string[], index: number): string {
  return list[index % list.length] ?? "";
}

/** A tail that makes family names many, as they are. */
function letters(number: number): string {
  return String.fromCharCode(97 + (number % 26), 97 + (Math.floor(number / 26) % 26));
}
