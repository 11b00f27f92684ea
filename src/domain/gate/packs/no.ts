import type { Fact, Lift, Pack } from "#domain/gate/packs/row.ts";

const day = [["09:00", "21:00"]] as const;
const request: readonly Lift[] = [
  { says: "They agreed to our calls.", if: { consent: { anyTechnology: true } } },
  { says: "They asked for it.", if: { tie: { kinds: ["inquiry", "application"], similar: true } } },
];

const customer: Fact = { tie: { kinds: ["purchase", "contract"] } };

export const no: Pack = {
  name: "no",
  title: "Norway",
  version: "2026.11",
  countries: ["NO"],
  calendars: { holidays: { library: true, regions: true } },
  rows: [
    {
      id: "NO-HRS-01",
      says: "Consumers are called from Monday to Friday between 9:00 and 21:00.",
      citation: "Markedsføringsloven ch. 3 (Prop. 43 L)",
      confidence: "V1",
      source: "NO1",
      modes: ["call", "auto", "vm", "rvm", "pre", "ai"],
      audience: ["consumer"],
      rule: { kind: "hours", week: { mon: day, tue: day, wed: day, thu: day, fri: day } },
    },
    {
      id: "NO-HRS-01",
      says: "Consumers are not called on holidays.",
      citation: "Markedsføringsloven ch. 3 (Prop. 43 L)",
      confidence: "V1",
      source: "NO1",
      modes: ["call", "auto", "vm", "rvm", "pre", "ai"],
      audience: ["consumer"],
      rule: { kind: "closed", calendar: "holidays", conditions: ["holiday", "proclaimed_day"] },
    },
    {
      id: "NO-TEL-01",
      says: "The number is in the Reservasjonsregister.",
      citation: "Markedsføringsloven §§ 12–13",
      confidence: "V1",
      source: "NO1",
      modes: ["call", "auto"],
      audience: ["consumer"],
      when: { not: customer },
      unless: request,
      rule: { kind: "list", lists: ["no-*"] },
    },
    {
      id: "NO-TEL-01",
      says: "The number is in the Reservasjonsregister. Whether own customers may still be called is disputed.",
      citation: "Markedsføringsloven §§ 12–13",
      confidence: "X",
      source: "NO1; the sources conflict, taken as abolished",
      contested: true,
      modes: ["call", "auto"],
      audience: ["consumer"],
      when: customer,
      unless: request,
      rule: { kind: "list", lists: ["no-*"] },
    },
    {
      id: "NO-TEL-01",
      says: "The Reservasjonsregister is checked before the first contact and in each month of calling.",
      citation: "Markedsføringsloven §§ 12–13",
      confidence: "V1",
      source: "NO1",
      modes: ["call", "auto"],
      audience: ["consumer"],
      unless: request,
      rule: { kind: "fresh", lists: ["no-*"], days: 31 },
    },
    {
      id: "NO-EML-01",
      says: "E-mail, texts and direct messages to a person need prior consent.",
      citation: "Markedsføringsloven § 15",
      confidence: "V2",
      source: "ND1",
      modes: ["email", "sms", "dm"],
      audience: ["consumer", "sole_trader", "partnership"],
      unless: [
        {
          says: "A customer may be written to about similar goods of our own.",
          if: {
            all: [
              { mode: ["email", "sms", "sms_auto"] },
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
        missing: { fact: "consents", wouldChange: "a prior consent that names this channel" },
      },
    },
    {
      id: "NO-EML-01",
      says: "A named work address counts as a person: it needs prior consent; a general one (post@) does not.",
      citation: "Markedsføringsloven § 15",
      confidence: "V2",
      source: "ND1",
      modes: ["email"],
      audience: ["business"],
      unless: [
        {
          says: "A customer may be mailed about similar goods of our own.",
          if: {
            all: [
              { tie: { kinds: ["purchase", "contract"], similar: true, optOutOffered: true } },
              { not: { refused: {} } },
              { disclosed: ["unsubscribe"] },
            ],
          },
        },
      ],
      rule: {
        kind: "need",
        fact: { any: [{ emailKind: ["role"] }, { consent: {} }] },
        missing: {
          fact: "contact.email.kind",
          wouldChange: "a general address (role), or the person's consent to e-mail",
        },
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
