import type { Fact, Lift, Pack, Week } from "#domain/gate/packs/row.ts";

const weekday = [["09:00", "20:00"]] as const;
const energy = ["energy", "electricity", "gas"] as const;
const runningContract: Lift = {
  by: "IT-RPO-01",
  says: "A contract runs, or ended not more than 30 days ago.",
  if: { tie: { kinds: ["contract"], days: 30 } },
};
const askedForEnergy: Fact = {
  all: [{ product: energy }, { tie: { kinds: ["inquiry", "application"], similar: true } }],
};

const saturday = [["10:00", "19:00"]] as const;
const shortWeek: Week = { mon: saturday, tue: saturday, wed: saturday, thu: saturday, fri: saturday, sat: saturday };
const allDay = [["00:00", "24:00"]] as const;
/** Other days are left to the row before. */
const allHours: Week = { mon: allDay, tue: allDay, wed: allDay, thu: allDay, fri: allDay, sat: allDay, sun: allDay };

export const it: Pack = {
  name: "it",
  title: "Italy",
  version: "2026.11",
  countries: ["IT"],
  calendars: {
    holidays: { library: true, regions: true },
    // The days before the national holidays; that of Easter is a Saturday.
    eves: { rules: ["01-05", "04-24", "04-30", "06-01", "08-14", "10-03", "10-31", "12-07", "12-24", "12-31"] },
  },
  rows: [
    {
      id: "IT-RPO-01",
      says: "The number or address is in the Registro delle Opposizioni, which cancels earlier consents.",
      citation: "L. 5/2018; DPR 26/2022",
      confidence: "V2",
      source: "IT1",
      modes: ["call", "auto", "pre", "ai", "post"],
      from: "2022-07-27",
      unless: [
        runningContract,
        {
          says: "They consented after they joined the register.",
          if: {
            any: [
              { consent: { afterListing: ["it-rpo"] } },
              { all: [{ mode: ["call", "auto"] }, { consent: { afterListing: ["it-rpo"], anyTechnology: true } }] },
            ],
          },
        },
      ],
      rule: { kind: "list", lists: ["it-rpo"] },
    },
    {
      id: "IT-RPO-01",
      says: "The Registro delle Opposizioni is consulted before each campaign; a check is good for 15 days.",
      citation: "DPR 26/2022",
      confidence: "K",
      source: "IT1",
      modes: ["call", "auto", "pre", "ai", "post"],
      from: "2022-07-27",
      unless: [runningContract],
      rule: { kind: "fresh", lists: ["it-rpo"], days: 15 },
    },
    {
      id: "IT-TEL-01",
      says: "Numbers that do not come from public directories need consent.",
      citation: "Codice privacy art. 130",
      confidence: "K",
      source: "world 3.3",
      modes: ["call", "auto"],
      audience: ["consumer", "sole_trader", "partnership"],
      unless: [runningContract, { by: "IT-SEC-01", says: "They asked for this offer.", if: askedForEnergy }],
      rule: {
        kind: "need",
        fact: { any: [{ consent: { anyTechnology: true } }, { directory: ["listed"] }] },
        missing: { fact: "consents", wouldChange: "the person's own consent to calls, or a public directory entry" },
      },
    },
    {
      id: "IT-HRS-01",
      says: "Calls from Monday to Friday 9–20 and on Saturdays 10–19 (code of conduct).",
      citation: "Garante, codice di condotta telemarketing",
      confidence: "K",
      source: "world 3.3",
      modes: ["call", "auto", "vm", "rvm", "pre", "ai"],
      audience: ["consumer"],
      from: "2024-01-01",
      rule: {
        kind: "hours",
        week: {
          mon: weekday,
          tue: weekday,
          wed: weekday,
          thu: weekday,
          fri: weekday,
          sat: [["10:00", "19:00"]],
        },
      },
    },
    {
      id: "IT-HRS-01",
      says: "On the eve of a holiday calls begin at 10 and end at 19, as on Saturdays (code of conduct).",
      citation: "Garante, codice di condotta telemarketing",
      confidence: "K",
      source: "world 3.3",
      modes: ["call", "auto", "vm", "rvm", "pre", "ai"],
      audience: ["consumer"],
      from: "2024-01-01",
      rule: { kind: "hours", week: allHours, closedOn: "eves", holidayWeek: shortWeek },
    },
    {
      id: "IT-HRS-01",
      says: "No calls on Sundays and holidays (code of conduct).",
      citation: "Garante, codice di condotta telemarketing",
      confidence: "K",
      source: "world 3.3",
      modes: ["call", "auto", "vm", "rvm", "pre", "ai"],
      audience: ["consumer"],
      from: "2024-01-01",
      rule: {
        kind: "closed",
        weekdays: ["sun"],
        calendar: "holidays",
        conditions: ["holiday", "proclaimed_day"],
      },
    },
    {
      id: "IT-SEC-01",
      says: "Electricity and gas: no calls or messages to consumers without their request or specific consent.",
      citation: "DL Bollette 2026, converted",
      confidence: "V2",
      source: "IT2",
      modes: ["call", "auto", "vm", "rvm", "pre", "ai", "sms", "email", "dm"],
      audience: ["consumer"],
      from: "2026-06-19",
      when: { product: energy },
      unless: [{ says: "They asked for this offer.", if: askedForEnergy }],
      rule: {
        kind: "need",
        fact: {
          any: [
            { consent: { namesSubject: true } },
            { all: [{ mode: ["call", "auto"] }, { consent: { namesSubject: true, anyTechnology: true } }] },
          ],
        },
        missing: { fact: "consents", wouldChange: "the consumer's request, or a consent to offers of energy" },
      },
    },
    {
      id: "IT-SEC-01",
      says: "Electricity and gas are offered from a number that can be identified.",
      citation: "DL Bollette 2026, converted",
      confidence: "V2",
      source: "IT2",
      modes: ["call", "auto", "pre", "ai"],
      audience: ["consumer"],
      from: "2026-06-19",
      when: { all: [{ product: energy }, { callerId: "withheld" }] },
      rule: { kind: "forbid", missing: { fact: "attempt.callerId", wouldChange: "show your number" } },
    },
    {
      id: "IT-EML-01",
      says: "E-mail, texts, direct messages and machines need prior consent, from companies too.",
      citation: "Codice privacy art. 130",
      confidence: "K",
      source: "world 3.3",
      modes: ["email", "sms", "dm", "pre", "ai", "rvm", "vm"],
      unless: [
        {
          says: "A customer may be mailed about similar goods of our own (art. 130(4)).",
          if: {
            all: [
              { mode: ["email"] },
              { tie: { kinds: ["purchase", "contract"], similar: true, optOutOffered: true } },
              { not: { refused: {} } },
              { disclosed: ["unsubscribe"] },
            ],
          },
        },
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
      confidence: "V2",
      source: "RC1",
      purposes: "all",
      when: { recorded: true },
      rule: { kind: "oblige", text: "Announce the recording and what it is for at the start; stop it on objection." },
    },
  ],
};
