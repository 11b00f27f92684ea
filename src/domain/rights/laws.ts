import type { RequestKind } from "#domain/rights/request-kinds.ts";

export type Period = { months: number } | { days: number } | { workingDays: number };

/** What a law says about answering a person's request. Counted from the day on which it came, which is not counted. */
export type RightsLaw = {
  id: string;
  citation: string;
  /** ISO countries, or countries with a region ("US-CA"). */
  places: readonly string[];
  /** "policy": the law names no figure, so this is our own. */
  basis: "law" | "policy";
  answer: Period;
  answerOf?: Partial<Record<RequestKind, Period>>;
  acknowledge?: Period;
  acknowledgeOf?: Partial<Record<RequestKind, Period>>;
  /** Once, and the person must be told within the first period. Counted from the same day. */
  extendedTo?: Period;
  /** A last day on a Saturday, Sunday or holiday becomes the next working day. */
  movesToWorkingDay: boolean;
};

const eea =
  "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK AX GF GP MQ RE YT MF";

/** As the rule packs' rows on clocks say; the first row that names the place holds, the last one holds elsewhere. */
export const RIGHTS_LAWS: readonly RightsLaw[] = [
  {
    id: "eu-gdpr",
    citation: "GDPR Art. 12(3); Reg. (EEC, Euratom) 1182/71 Art. 3",
    places: eea.split(" "),
    basis: "law",
    answer: { months: 1 },
    extendedTo: { months: 3 },
    movesToWorkingDay: true,
  },
  {
    id: "gb-gdpr",
    citation: "UK GDPR Art. 12(3), 12A; complaints: DUAA 2025 s. 103",
    places: ["GB", "GG", "JE", "IM", "GI"],
    basis: "law",
    answer: { months: 1 },
    acknowledgeOf: { complaint: { days: 30 } },
    extendedTo: { months: 3 },
    movesToWorkingDay: true,
  },
  {
    id: "us-ca-ccpa",
    citation: "11 CCR 7021(a), (b), 7026(f); Civ. Code 1798.130",
    places: ["US-CA"],
    basis: "law",
    answer: { days: 45 },
    answerOf: { objection: { workingDays: 15 } },
    acknowledge: { workingDays: 10 },
    extendedTo: { days: 90 },
    movesToWorkingDay: false,
  },
  {
    id: "us-states",
    citation: "State privacy acts (45 days, once 45 more), applied in every state",
    places: ["US", "PR", "GU", "VI", "AS", "MP"],
    basis: "policy",
    answer: { days: 45 },
    answerOf: { objection: { workingDays: 10 } },
    extendedTo: { days: 90 },
    movesToWorkingDay: false,
  },
  {
    id: "ca-pipeda",
    citation: "PIPEDA s. 8(3), (4); Quebec Law 25 s. 32",
    places: ["CA"],
    basis: "law",
    answer: { days: 30 },
    extendedTo: { days: 60 },
    movesToWorkingDay: false,
  },
  {
    id: "br-lgpd",
    citation: "LGPD Art. 19 II",
    places: ["BR"],
    basis: "law",
    answer: { days: 15 },
    movesToWorkingDay: false,
  },
  {
    id: "ch-fadp",
    citation: "DSG Art. 25(7); DSV Art. 18",
    places: ["CH"],
    basis: "law",
    answer: { days: 30 },
    extendedTo: { days: 60 },
    movesToWorkingDay: false,
  },
  {
    id: "nz-privacy",
    citation: "Privacy Act 2020 s. 44, 48",
    places: ["NZ"],
    basis: "law",
    answer: { workingDays: 20 },
    extendedTo: { workingDays: 40 },
    movesToWorkingDay: true,
  },
  {
    id: "hk-pdpo",
    citation: "PDPO s. 19, 23",
    places: ["HK"],
    basis: "law",
    answer: { days: 40 },
    movesToWorkingDay: false,
  },
  {
    id: "tw-pdpa",
    citation: "個人資料保護法 §13",
    places: ["TW"],
    basis: "law",
    answer: { days: 30 },
    answerOf: { access: { days: 15 }, portability: { days: 15 } },
    extendedTo: { days: 60 },
    movesToWorkingDay: false,
  },
  {
    id: "cn-pipl",
    citation: "个人信息保护法 §50; App 违法违规收集使用个人信息行为认定方法 §6",
    places: ["CN"],
    basis: "policy",
    answer: { workingDays: 15 },
    movesToWorkingDay: false,
  },
  {
    id: "au-privacy",
    citation: "Privacy Act 1988 APP 12.4, 13.5",
    places: ["AU"],
    basis: "law",
    answer: { days: 30 },
    movesToWorkingDay: false,
  },
  {
    id: "sg-pdpa",
    citation: "PDPR 2021 reg. 5, 6",
    places: ["SG"],
    basis: "law",
    answer: { days: 30 },
    movesToWorkingDay: false,
  },
  {
    id: "jp-appi",
    citation: "個人情報保護法 §33 (without delay)",
    places: ["JP"],
    basis: "policy",
    answer: { days: 14 },
    movesToWorkingDay: false,
  },
  {
    id: "in-dpdp",
    citation: "DPDP Act 2023 s. 11-13",
    places: ["IN"],
    basis: "policy",
    answer: { days: 30 },
    movesToWorkingDay: false,
  },
  {
    id: "elsewhere",
    citation: "Warmline policy: a month, as in the GDPR",
    places: [],
    basis: "policy",
    answer: { months: 1 },
    movesToWorkingDay: false,
  },
];

/** The law by where the person lives; where that is not known, by where the seller is. */
export function lawOf(place: { country: string | null; region?: string | null }): RightsLaw {
  const { country, region } = place;
  const wanted = region ? [`${country}-${region.replace(`${country}-`, "")}`, country] : [country];
  for (const name of wanted) {
    const law = RIGHTS_LAWS.find(({ places }) => name !== null && places.includes(name));
    if (law) return law;
  }
  return elsewhere();
}

export function lawById(id: string): RightsLaw {
  return RIGHTS_LAWS.find((law) => law.id === id) ?? elsewhere();
}

function elsewhere(): RightsLaw {
  const last = RIGHTS_LAWS.at(-1);
  if (!last) throw new Error("the table of laws is empty");
  return last;
}
