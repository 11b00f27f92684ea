import { CITIES, type City, COMPANIES, NAMES, TITLES } from "#server/demo/invented-names.ts";
import type { Random } from "#server/demo/random.ts";

export type InventedPerson = {
  givenName: string;
  familyName: string;
  fullName: string;
  company: string;
  jobTitle: string;
  email: string;
  phone: string;
  city: string;
  region: string;
  country: string;
  timeZone: string;
  profileUrl: string;
};

/** Invented people: numbers of the ranges that are reserved for fiction, addresses below example domains. */
export function inventPeople(random: Random, count: number): InventedPerson[] {
  const people: InventedPerson[] = [];
  const taken = new Set<string>();
  const inCity = new Map<string, number>();
  while (people.length < count) {
    const city = random.pick(CITIES);
    const person = invent(random, city, inCity.get(city.name) ?? 0);
    if (taken.has(person.email) || taken.has(person.fullName)) continue;
    inCity.set(city.name, (inCity.get(city.name) ?? 0) + 1);
    taken.add(person.email).add(person.fullName);
    people.push(person);
  }
  return people;
}

function invent(random: Random, city: City, index: number): InventedPerson {
  const company = random.pick(COMPANIES);
  const name = random.pick(random.chance(0.12) ? NAMES.chinese : NAMES.latin);
  const family = random.pick(random.chance(0.5) ? NAMES.families : NAMES.moreFamilies);
  const person =
    "full" in name
      ? name
      : { given: name.given, family, latin: `${name.given} ${family}`, full: `${name.given} ${family}` };
  const slug = person.latin
    .normalize("NFD")
    .replaceAll(/[^a-zA-Z ]/g, "")
    .toLowerCase()
    .trim()
    .replaceAll(/ +/g, ".");
  return {
    givenName: person.given,
    familyName: person.family,
    fullName: person.full,
    company: company.name,
    jobTitle: random.pick(TITLES),
    email: `${slug}@${company.domain}`,
    phone: city.phone(index),
    city: city.name,
    region: city.region,
    country: city.country,
    timeZone: city.timeZone,
    profileUrl: `https://www.linkedin.com/in/${slug.replaceAll(".", "-")}-example`,
  };
}
