import { frMessageRows } from "#domain/gate/packs/fr-messages.ts";
import type { Fact, Lift, Pack } from "#domain/gate/packs/row.ts";

/** Solicitation by phone, whoever or whatever speaks. */
const phone = ["call", "auto", "vm", "pre", "ai"] as const;
/** Hours and caps count what is dropped without ringing as well. */
const rings = [...phone, "rvm"] as const;
const openHours = [
  ["10:00", "13:00"],
  ["14:00", "20:00"],
] as const;

/** Not older than one year, and says itself for how long it holds (or for which hour). */
const yearOfConsent: Fact = {
  any: [
    { all: [{ consent: { months: 12 } }, { consent: { months: 0, unlessPeriodStated: true } }] },
    { consent: { months: 12, atTimes: "stated" } },
    {
      all: [
        { mode: ["call", "auto"] },
        { consent: { months: 12, anyTechnology: true } },
        { consent: { months: 0, unlessPeriodStated: true, anyTechnology: true } },
      ],
    },
    { all: [{ mode: ["call", "auto"] }, { consent: { months: 12, atTimes: "stated", anyTechnology: true } }] },
  ],
};
const anyConsent: Fact = {
  any: [{ consent: {} }, { all: [{ mode: ["call", "auto"] }, { consent: { anyTechnology: true } }] }],
};

const currentContract: Lift = {
  by: "FR-CON-03",
  says: "It belongs to a contract that runs, and concerns its object.",
  if: { tie: { kinds: ["contract"], current: true, similar: true } },
};
const sector: Fact = { product: ["energy_renovation", "home_adaptation"] };
const ownRequest: Lift = {
  by: "FR-SEC-03",
  says: "It answers the consumer's own request, within five working days.",
  if: {
    all: [sector, { tie: { kinds: ["inquiry"], similar: true, workingDays: 5 } }],
  },
  from: "2026-08-11",
};
const statedTime: readonly Lift[] = [
  {
    by: "FR-HRS-03",
    says: "The consumer consented to exactly this date and time.",
    if: {
      any: [
        { consent: { atTimes: "stated" } },
        { all: [{ mode: ["call", "auto"] }, { consent: { atTimes: "stated", anyTechnology: true } }] },
      ],
    },
  },
  {
    by: "FR-HRS-03",
    says: "Until 10 August 2026 any express consent lifted the hours.",
    if: anyConsent,
    to: "2026-08-11",
  },
];

export const fr: Pack = {
  name: "fr",
  title: "France",
  version: "2026.11",
  countries: ["FR", "GP", "MQ", "GF", "RE", "YT", "PM", "BL", "MF"],
  calendars: {
    // Article L3133-1 of the labour code; the extra days of Alsace and Moselle are not in it.
    holidays: {
      rules: [
        ...["01-01", "easter 1", "05-01", "05-08", "easter 39", "easter 50", "07-14", "08-15", "11-01", "11-11"],
        "12-25",
      ],
    },
  },
  rows: [
    {
      id: "FR-CON-01",
      says: "Consumers are called only with their prior consent; without it the contract is void.",
      citation: "C. conso L223-1 (loi 2025-594 art. 13)",
      confidence: "V2",
      source: "FR3, FR5",
      modes: phone,
      audience: ["consumer"],
      from: "2026-08-11",
      unless: [currentContract, ownRequest],
      rule: {
        kind: "need",
        fact: yearOfConsent,
        missing: { fact: "consents", wouldChange: "the consumer's own consent to calls, for at most a year" },
      },
    },
    {
      id: "FR-CON-02",
      says: "The consent states no period or is older than one year; calling to renew it is prospecting.",
      citation: "C. conso R223-1 (décret 2026-662)",
      confidence: "V2",
      source: "FR3, FR4",
      modes: phone,
      audience: ["consumer"],
      from: "2026-08-11",
      when: { all: [anyConsent, { not: yearOfConsent }] },
      unless: [currentContract, ownRequest],
      rule: { kind: "forbid", missing: { fact: "consents", wouldChange: "a new consent of the consumer's own" } },
    },
    {
      id: "FR-CON-03",
      says: "A running contract opens calls about its object; one that ended, or that is about something else, does not.",
      citation: "C. conso L223-1 al. 4",
      confidence: "V2",
      source: "FR3, FR1",
      modes: phone,
      audience: ["consumer"],
      from: "2026-08-11",
      when: { all: [{ tie: { kinds: ["contract"] } }, { not: currentContract.if }, { not: yearOfConsent }] },
      unless: [ownRequest],
      rule: { kind: "forbid", missing: { fact: "relationships", wouldChange: "a contract that runs, about this" } },
    },
    {
      id: "FR-CON-04",
      says: "The consumer withdrew the consent, or refused; a word on the phone is enough.",
      citation: "C. conso R223-3",
      confidence: "V2",
      source: "FR3",
      modes: phone,
      audience: ["consumer"],
      from: "2026-08-11",
      when: { refused: {} },
      rule: { kind: "forbid" },
    },
    {
      id: "FR-BLOCTEL",
      says: "The number was on the Bloctel list (abolished on 11 August 2026).",
      citation: "C. conso L223-1 in the version until 2026-08-10",
      confidence: "K",
      source: "FR1",
      modes: phone,
      audience: ["consumer"],
      to: "2026-08-11",
      unless: [currentContract, { says: "The consumer asked us to call.", if: anyConsent }],
      rule: { kind: "list", lists: ["fr-bloctel"] },
    },
    {
      id: "FR-HRS-01",
      says: "Consumers are called between 10:00 and 13:00 and between 14:00 and 20:00, their own time.",
      citation: "C. conso D223-9",
      confidence: "V1",
      source: "FR1, FR3, FR4",
      modes: rings,
      audience: ["consumer"],
      from: "2023-03-01",
      unless: statedTime,
      rule: {
        kind: "hours",
        week: {
          mon: openHours,
          tue: openHours,
          wed: openHours,
          thu: openHours,
          fri: openHours,
          // The days themselves are closed by FR-HRS-02.
          sat: openHours,
          sun: openHours,
        },
      },
    },
    {
      id: "FR-HRS-02",
      says: "Consumers are not called on Saturdays, Sundays and public holidays.",
      citation: "C. conso D223-9; C. trav. L3133-1",
      confidence: "V1",
      source: "FR1, FR3",
      modes: rings,
      audience: ["consumer"],
      from: "2023-03-01",
      unless: statedTime,
      rule: { kind: "closed", weekdays: ["sat", "sun"], calendar: "holidays" },
    },
    {
      id: "FR-CAP-01",
      says: "Not more than four calls or attempts in 30 calendar days; no consent lifts this.",
      citation: "C. conso D223-9",
      confidence: "V1",
      source: "FR1, FR3",
      modes: rings,
      audience: ["consumer"],
      from: "2023-03-01",
      rule: { kind: "cap", attempts: 4, days: 30, channels: ["call", "voicemail"] },
    },
    {
      id: "FR-CAP-02",
      says: "After a refusal on the phone 60 calendar days were closed.",
      citation: "C. conso D223-9 in the version until 2026-08-10",
      confidence: "V1",
      source: "FR1, FR3",
      modes: rings,
      audience: ["consumer"],
      from: "2023-03-01",
      to: "2026-08-11",
      when: { refused: { withinDays: 60 } },
      rule: { kind: "forbid" },
    },
    {
      id: "FR-SEC-01",
      says: "Works for saving energy are not sold by phone, whatever consent there is.",
      citation: "C. conso L223-1 al. 5",
      confidence: "V1",
      source: "FR1",
      modes: phone,
      audience: ["consumer"],
      from: "2020-07-26",
      when: { product: ["energy_renovation"] },
      unless: [currentContract, ownRequest],
      rule: { kind: "forbid" },
    },
    {
      id: "FR-SEC-01",
      says: "Adapting homes to age or disability is not sold by phone, whatever consent there is.",
      citation: "C. conso L223-1 al. 5",
      confidence: "V2",
      source: "FR3",
      modes: phone,
      audience: ["consumer"],
      from: "2026-08-11",
      when: { product: ["home_adaptation"] },
      unless: [currentContract, ownRequest],
      rule: { kind: "forbid" },
    },
    {
      id: "FR-SEC-03",
      says: "In these sectors the consumer's own request is answered within five working days; this is later.",
      citation: "C. conso R223-4",
      confidence: "V2",
      source: "FR3",
      modes: phone,
      audience: ["consumer"],
      from: "2026-08-11",
      when: { all: [sector, { tie: { kinds: ["inquiry"], similar: true } }] },
      unless: [currentContract, ownRequest],
      rule: { kind: "forbid", missing: { fact: "relationships", wouldChange: "a new request of the consumer's own" } },
    },
    {
      id: "FR-ID-01",
      says: "No hidden number for calls to consumers.",
      citation: "C. conso L221-16, L221-17",
      confidence: "V1",
      source: "FR1",
      modes: phone,
      audience: ["consumer"],
      when: { callerId: "withheld" },
      rule: { kind: "forbid", missing: { fact: "attempt.callerId", wouldChange: "show a number of the seller" } },
    },
    {
      id: "FR-ID-01",
      says: "Calls that sell to consumers do not come from mobile numbers (06, 07).",
      citation: "ARCEP numbering plan",
      confidence: "K",
      source: "world 3.1",
      modes: phone,
      audience: ["consumer"],
      when: { callerIdIn: ["+336", "+337"] },
      rule: { kind: "forbid", missing: { fact: "attempt.callerId", wouldChange: "show a number of an open range" } },
    },
    {
      id: "FR-ID-01",
      says: "At the start: who calls, for whom, and that it is commercial.",
      citation: "C. conso L221-16",
      confidence: "V1",
      source: "FR1",
      modes: phone,
      audience: ["consumer"],
      rule: {
        kind: "oblige",
        text: "Say at the start who you are, for whom you call and that the call is commercial; an offer binds only once signed.",
      },
    },
    ...frMessageRows,
  ],
};
