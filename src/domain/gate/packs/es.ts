import type { Fact, Lift, Pack } from "#domain/gate/packs/row.ts";

const natural = ["consumer", "sole_trader", "partnership"] as const;
const day = [["09:00", "21:00"]] as const;

const consent: Fact = { consent: { anyTechnology: true } };
const customer: Lift = {
  says: "A customer, similar products, within a year of the end (legitimate interest, AEPD Circular 1/2023).",
  if: { tie: { kinds: ["purchase", "contract"], similar: true, months: 12 } },
};
const askedForElectricity: Lift = {
  by: "ES-SEC-01",
  says: "The consumer asked for this offer.",
  if: {
    all: [{ product: ["electricity", "energy"] }, { tie: { kinds: ["inquiry", "application"], similar: true } }],
  },
};

const outsideTheRange: Fact = { any: [{ callerIdNotIn: ["+34400"] }, { callerId: "withheld" }] };
/** Sellers to whom Ley 10/2025 surely applies; for all others the readings of the resolution differ. */
const basicService: Fact = {
  any: [
    { sector: ["telecom", "energy", "bank", "insurance"] },
    { product: ["telecom", "energy", "electricity", "gas"] },
  ],
};

export const es: Pack = {
  name: "es",
  title: "Spain",
  version: "2026.11",
  countries: ["ES"],
  calendars: { holidays: { library: true, regions: true } },
  rows: [
    {
      id: "ES-TEL-01",
      says: "No commercial call without prior consent, or a recent relation about similar products.",
      citation: "LGTel 11/2022 art. 66.1.b; AEPD Circular 1/2023",
      confidence: "V2",
      source: "ES3",
      modes: ["call", "auto"],
      audience: natural,
      from: "2023-06-29",
      unless: [customer, askedForElectricity],
      rule: {
        kind: "need",
        fact: consent,
        missing: { fact: "consents", wouldChange: "the person's own consent to calls" },
      },
    },
    {
      id: "ES-TEL-01",
      says: "The person is on the Robinson list.",
      citation: "LOPDGDD art. 23; AEPD Circular 1/2023",
      confidence: "K",
      source: "ES3",
      modes: ["call", "auto"],
      audience: natural,
      unless: [{ says: "They consented to our calls.", if: consent }],
      rule: { kind: "list", lists: ["es-robinson"] },
    },
    {
      id: "ES-TEL-01",
      says: "The Robinson list is checked before a campaign.",
      citation: "LOPDGDD art. 23; AEPD Circular 1/2023",
      confidence: "K",
      source: "ES3",
      modes: ["call", "auto"],
      audience: natural,
      unless: [{ says: "They consented to our calls.", if: consent }],
      rule: { kind: "fresh", lists: ["es-robinson"], days: 31 },
    },
    {
      id: "ES-TEL-01",
      says: "The right to object is offered in the call.",
      citation: "AEPD Circular 1/2023",
      confidence: "K",
      source: "ES3",
      modes: ["call", "auto"],
      audience: natural,
      rule: {
        kind: "oblige",
        text: "Say in the call that the person can object to further calls, and take it down at once.",
      },
    },
    {
      id: "ES-CON-02",
      says: "The consent is older than two years and was not renewed.",
      citation: "Ley 10/2025",
      confidence: "V2",
      source: "ES2",
      modes: ["call", "auto"],
      audience: ["consumer"],
      from: "2025-12-28",
      when: { all: [consent, { not: { consent: { months: 24, anyTechnology: true } } }] },
      unless: [customer, askedForElectricity],
      rule: { kind: "forbid", missing: { fact: "consents", wouldChange: "a consent renewed within two years" } },
    },
    {
      id: "ES-HRS-01",
      says: "Consumers are called from Monday to Friday between 9:00 and 21:00, their own time.",
      citation: "TRLGDCU art. 96.2",
      confidence: "V2",
      source: "ES4",
      modes: ["call", "auto", "vm", "rvm", "pre", "ai"],
      audience: ["consumer"],
      rule: { kind: "hours", week: { mon: day, tue: day, wed: day, thu: day, fri: day } },
    },
    {
      id: "ES-HRS-01",
      says: "Consumers are not called on holidays of the country, the region or the town.",
      citation: "TRLGDCU art. 96.2",
      confidence: "V2",
      source: "ES4",
      modes: ["call", "auto", "vm", "rvm", "pre", "ai"],
      audience: ["consumer"],
      rule: {
        kind: "closed",
        calendar: "holidays",
        conditions: ["holiday", "proclaimed_day"],
      },
    },
    {
      id: "ES-CLI-01",
      says: "Commercial calls come from the 400 range only.",
      citation: "Resolución 14-4-2026 (BOE-A-2026-8409); Orden TDF/149/2025",
      confidence: "V2",
      source: "ES1",
      modes: ["call", "auto", "pre", "ai"],
      from: "2026-10-17",
      when: { all: [outsideTheRange, basicService] },
      rule: {
        kind: "forbid",
        missing: { fact: "attempt.callerId", wouldChange: "call from a number of the 400 range" },
      },
    },
    {
      id: "ES-CLI-01",
      says: "Commercial calls come from the 400 range only; whether small sellers of other things must is disputed.",
      citation: "Resolución 14-4-2026 (BOE-A-2026-8409); Orden TDF/149/2025; Ley 10/2025",
      confidence: "X",
      source: "ES1",
      contested: true,
      modes: ["call", "auto", "pre", "ai"],
      from: "2026-10-17",
      when: { all: [outsideTheRange, { not: basicService }] },
      rule: {
        kind: "forbid",
        missing: { fact: "attempt.callerId", wouldChange: "call from a number of the 400 range" },
      },
    },
    {
      id: "ES-CLI-01",
      says: "Commercial calls do not come from mobile numbers.",
      citation: "Orden TDF/149/2025",
      confidence: "K",
      source: "ES1",
      modes: ["call", "auto", "pre", "ai"],
      from: "2025-06-07",
      to: "2026-10-17",
      when: { callerIdIn: ["+346", "+347"] },
      rule: {
        kind: "forbid",
        missing: { fact: "attempt.callerId", wouldChange: "call from a number that is not mobile" },
      },
    },
    {
      id: "ES-CLI-01",
      says: "The 400 range is for selling; customer care uses another number.",
      citation: "Resolución 14-4-2026 (BOE-A-2026-8409)",
      confidence: "V2",
      source: "ES1",
      modes: ["call", "auto", "pre", "ai"],
      purposes: ["service"],
      from: "2026-10-17",
      when: { callerIdIn: ["+34400"] },
      rule: {
        kind: "forbid",
        missing: { fact: "attempt.callerId", wouldChange: "call from a number outside the 400 range" },
      },
    },
    {
      id: "ES-SEC-01",
      says: "Electricity is not sold to consumers by phone unless they asked for it.",
      citation: "RD 88/2026 (BOE-A-2026-3212)",
      confidence: "V2",
      source: "ES1",
      modes: ["call", "auto", "vm", "pre", "ai"],
      audience: ["consumer"],
      from: "2026-01-01",
      when: { product: ["electricity", "energy"] },
      unless: [{ says: "The consumer asked for this offer.", if: askedForElectricity.if }],
      rule: {
        kind: "forbid",
        missing: { fact: "relationships", wouldChange: "the consumer's own express request about this offer" },
      },
    },
    {
      id: "ES-EML-01",
      says: "E-mail, texts and direct messages need prior consent or a request, from companies too.",
      citation: "LSSI art. 21",
      confidence: "K",
      source: "world 3.3",
      modes: ["email", "sms", "dm", "vm", "rvm"],
      unless: [
        {
          says: "A customer may be written to about similar goods of our own.",
          if: {
            all: [
              { mode: ["email", "sms", "sms_auto", "dm"] },
              { tie: { kinds: ["purchase", "contract"], similar: true, optOutOffered: true } },
              { not: { refused: {} } },
              { disclosed: ["unsubscribe"] },
            ],
          },
        },
        { says: "They asked for it.", if: { tie: { kinds: ["inquiry", "application"], similar: true } } },
      ],
      rule: {
        kind: "need",
        fact: { consent: {} },
        missing: { fact: "consents", wouldChange: "a consent that names this channel" },
      },
    },
    {
      id: "REC-EU1",
      says: "A participant may record; the person is told of it, and an objection holds.",
      citation: "GDPR Art. 6, 13, 21",
      confidence: "K",
      source: "world 9",
      purposes: "all",
      when: { recorded: true },
      rule: { kind: "oblige", text: "Announce the recording and what it is for at the start; stop it on objection." },
    },
  ],
};
