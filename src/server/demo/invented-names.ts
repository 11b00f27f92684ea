type Name = { given: string } | { given: string; family: string; latin: string; full: string };
type Many<Item> = readonly [Item, ...Item[]];

export type City = {
  name: string;
  region: string;
  country: string;
  timeZone: string;
  /** A number that the country's regulator keeps for fiction. */
  phone: (index: number) => string;
};

const two = (index: number) => String(index % 100).padStart(2, "0");
const three = (index: number) => String(index % 1000).padStart(3, "0");
const four = (index: number) => String(index % 10_000).padStart(4, "0");

/** NANP 555-0100 to 555-0199; Ofcom, ACMA, Bundesnetzagentur, Arcep and PTS keep ranges of their own. */
const northAmerica = (areaCode: number) => (index: number) => `+1 ${areaCode} 555 01${two(index)}`;

export const CITIES: Many<City> = [
  { name: "Chicago", region: "IL", country: "US", timeZone: "America/Chicago", phone: northAmerica(312) },
  { name: "New York", region: "NY", country: "US", timeZone: "America/New_York", phone: northAmerica(212) },
  { name: "San Francisco", region: "CA", country: "US", timeZone: "America/Los_Angeles", phone: northAmerica(415) },
  { name: "Denver", region: "CO", country: "US", timeZone: "America/Denver", phone: northAmerica(303) },
  { name: "Austin", region: "TX", country: "US", timeZone: "America/Chicago", phone: northAmerica(512) },
  { name: "Boston", region: "MA", country: "US", timeZone: "America/New_York", phone: northAmerica(617) },
  { name: "Toronto", region: "ON", country: "CA", timeZone: "America/Toronto", phone: northAmerica(416) },
  { name: "Vancouver", region: "BC", country: "CA", timeZone: "America/Vancouver", phone: northAmerica(604) },
  { name: "London", region: "ENG", country: "GB", timeZone: "Europe/London", phone: (i) => `+44 20 7946 0${three(i)}` },
  {
    name: "Manchester",
    region: "ENG",
    country: "GB",
    timeZone: "Europe/London",
    phone: (i) => `+44 161 496 0${three(i)}`,
  },
  { name: "Berlin", region: "BE", country: "DE", timeZone: "Europe/Berlin", phone: (i) => `+49 30 23125 ${three(i)}` },
  {
    name: "Paris",
    region: "IDF",
    country: "FR",
    timeZone: "Europe/Paris",
    phone: (i) => `+33 1 99 00 ${two(Math.floor(i / 100))} ${two(i)}`,
  },
  {
    name: "Stockholm",
    region: "AB",
    country: "SE",
    timeZone: "Europe/Stockholm",
    phone: (i) => `+46 8 465 004 ${two(i)}`,
  },
  { name: "Sydney", region: "NSW", country: "AU", timeZone: "Australia/Sydney", phone: (i) => `+61 2 5550 ${four(i)}` },
  {
    name: "Melbourne",
    region: "VIC",
    country: "AU",
    timeZone: "Australia/Melbourne",
    phone: (i) => `+61 3 5550 ${four(i)}`,
  },
];

export const COMPANIES: Many<{ name: string; domain: string }> = [
  { name: "Northwind Freight", domain: "northwind.example.com" },
  { name: "Almendra Foods", domain: "almendra.example.com" },
  { name: "Tallgren", domain: "tallgren.example.org" },
  { name: "Barrett & Sons", domain: "barrett.example.net" },
  { name: "华辰科技", domain: "huachen.example.com" },
  { name: "Kestrel Logistics", domain: "kestrel.example.com" },
  { name: "Ostara Health", domain: "ostara.example.org" },
  { name: "Meridian Print Works", domain: "meridian.example.com" },
  { name: "Blue Harbour Insurance", domain: "blueharbour.example.net" },
  { name: "Cedar & Lane Architects", domain: "cedarlane.example.com" },
  { name: "Fjordkraft Systems", domain: "fjordkraft.example.org" },
  { name: "Brightwater Utilities", domain: "brightwater.example.com" },
  { name: "Solano Robotics", domain: "solano.example.net" },
  { name: "Hartmann Werkzeuge", domain: "hartmann.example.com" },
  { name: "Atelier Roussel", domain: "roussel.example.org" },
  { name: "Pinecrest Schools", domain: "pinecrest.example.org" },
  { name: "Corvid Analytics", domain: "corvid.example.com" },
  { name: "Lumen Street Studios", domain: "lumenstreet.example.net" },
  { name: "Okonjo Ventures", domain: "okonjo.example.com" },
  { name: "Sagebrush Outfitters", domain: "sagebrush.example.com" },
  { name: "Whitlock Dental Group", domain: "whitlock.example.net" },
  { name: "遠見物流", domain: "yuanjian.example.com" },
  { name: "Riverbend Foods", domain: "riverbend.example.org" },
  { name: "Quayside Marine", domain: "quayside.example.net" },
  { name: "Halcyon Hotels", domain: "halcyon.example.com" },
  { name: "Vesta Home Care", domain: "vesta.example.org" },
  { name: "Ironbridge Components", domain: "ironbridge.example.com" },
  { name: "Tidewell Software", domain: "tidewell.example.net" },
  { name: "Maple & Stone", domain: "maplestone.example.com" },
  { name: "Arclight Energy", domain: "arclight.example.org" },
];

export const TITLES: Many<string> = [
  "Head of Operations",
  "Chief Financial Officer",
  "VP People",
  "Owner",
  "Purchasing Manager",
  "Director of Logistics",
  "IT Manager",
  "Office Manager",
  "Managing Director",
  "Head of Sales",
  "Marketing Lead",
  "Plant Manager",
  "Chief of Staff",
  "Facilities Manager",
  "Operations Analyst",
];

const given = (list: string): Name[] => list.split(" ").map((name) => ({ given: name }));

export const NAMES: {
  latin: Many<Name>;
  chinese: Many<Name>;
  families: Many<string>;
  moreFamilies: Many<string>;
} = {
  latin: [
    { given: "Daniel" },
    ...given(
      "Lucía Sarah Tom Ingrid Walter Priya Amara Jonas Elena Marcus Chloé Hiro Fatima Owen Greta Rafael Nadia Theo Imani Lukas Sofia Ethan Maya Viktor Leila Connor Anika Diego Freya Samuel Noor Henrik Zara Patrick Yuki Bruno Alice Omar Hannah Felix Carmen Idris Julia Kofi Laura Mateo Nina Oscar Petra Quentin Rosa Stefan Tara Ulrich Vera William Xenia Yusuf Zoe",
    ),
  ],
  chinese: [
    { given: "思远", family: "陈", latin: "siyuan chen", full: "陈思远" },
    { given: "雅婷", family: "林", latin: "yating lin", full: "林雅婷" },
    { given: "建国", family: "王", latin: "jianguo wang", full: "王建国" },
    { given: "晓梅", family: "李", latin: "xiaomei li", full: "李晓梅" },
    { given: "志豪", family: "張", latin: "zhihao zhang", full: "張志豪" },
    { given: "佩珊", family: "黃", latin: "peishan huang", full: "黃佩珊" },
    { given: "子涵", family: "刘", latin: "zihan liu", full: "刘子涵" },
    { given: "明哲", family: "周", latin: "mingzhe zhou", full: "周明哲" },
    { given: "欣怡", family: "吳", latin: "xinyi wu", full: "吳欣怡" },
    { given: "浩然", family: "孙", latin: "haoran sun", full: "孙浩然" },
    { given: "文杰", family: "郑", latin: "wenjie zheng", full: "郑文杰" },
    { given: "怡君", family: "蔡", latin: "yijun tsai", full: "蔡怡君" },
  ],
  families: [
    "Okafor",
    ..."Ferrer Lindqvist Barrett Baumann Jefferson Raman Nwosu Keller Petrova Reed Dubois Tanaka Haddad Bennett Olsen Moreno Rahman Clarke Diallo Schmidt Rossi Walsh Patel Novak Farahani Murphy".split(
      " ",
    ),
  ],
  moreFamilies: [
    "Iyer",
    ..."Castillo Jensen Brooks Qureshi Larsen Khan Doyle Sato Ribeiro Martin Aziz Fischer Vidal Bello Kovac Mensah Berg Silva Horvat Lang Weiss Ortiz Frank Sharma Costa Lopez Evans".split(
      " ",
    ),
  ],
};
