import type { Lift, Mode, Pack, Week } from "#domain/gate/packs/row.ts";

const callsAndTexts: readonly Mode[] = ["call", "auto", "vm", "pre", "ai", "rvm", "sms"];
const calls: readonly Mode[] = ["call", "auto"];

const fromNineToNine: Week = {
  mon: [["09:00", "21:00"]],
  tue: [["09:00", "21:00"]],
  wed: [["09:00", "21:00"]],
  thu: [["09:00", "21:00"]],
  fri: [["09:00", "21:00"]],
  sat: [["09:00", "21:00"]],
  sun: [["09:00", "21:00"]],
};
/** Closes only the hour that the sources dispute. */
const notBetweenNineAndTen: Week = {
  mon: [
    ["00:00", "09:00"],
    ["10:00", "24:00"],
  ],
  tue: [
    ["00:00", "09:00"],
    ["10:00", "24:00"],
  ],
  wed: [
    ["00:00", "09:00"],
    ["10:00", "24:00"],
  ],
  thu: [
    ["00:00", "09:00"],
    ["10:00", "24:00"],
  ],
  fri: [
    ["00:00", "09:00"],
    ["10:00", "24:00"],
  ],
  sat: [
    ["00:00", "09:00"],
    ["10:00", "24:00"],
  ],
  sun: [
    ["00:00", "09:00"],
    ["10:00", "24:00"],
  ],
};

const permissions: readonly Lift[] = [
  {
    says: "An explicit digital consent overrides the preference.",
    if: {
      any: [
        { all: [{ mode: calls }, { consent: { forms: ["electronic"], anyTechnology: true } }] },
        { consent: { forms: ["electronic"] } },
      ],
    },
  },
  {
    by: "IN-CON-01",
    says: "A consent is inferred from a transaction of the last 7 days.",
    if: { tie: { kinds: ["purchase"], days: 7 } },
  },
];

export const india: Pack = {
  name: "in",
  title: "India",
  version: "2026.11",
  countries: ["IN"],
  rows: [
    {
      id: "IN-HRS-01",
      says: "No promotional calls and texts between 21 and 9.",
      citation: "TRAI TCCCPR 2010 and 2018",
      confidence: "V2",
      source: "IN2",
      modes: callsAndTexts,
      rule: { kind: "hours", week: fromNineToNine },
    },
    {
      id: "IN-HRS-01",
      says: "Operators let promotional calls and texts begin at 10; whether 9 or 10 opens the day is disputed.",
      citation: "TRAI TCCCPR 2018, practice of the operators",
      confidence: "X",
      source: "IN2, IN3",
      contested: true,
      modes: callsAndTexts,
      rule: { kind: "hours", week: notBetweenNineAndTen },
    },
    {
      id: "IN-DND-01",
      says: "The number has a preference against commercial communication (NCPR/DND).",
      citation: "TRAI TCCCPR 2018, as amended 2025-02-12",
      confidence: "V2",
      source: "IN1",
      modes: callsAndTexts,
      unless: permissions,
      rule: { kind: "list", lists: ["in-ncpr"] },
    },
    {
      id: "IN-DND-01",
      says: "The preferences must have been checked within 31 days.",
      citation: "TRAI TCCCPR 2018, as amended 2025-02-12",
      confidence: "K",
      source: "IN1; the age of the copy is our own",
      modes: callsAndTexts,
      unless: permissions,
      rule: { kind: "fresh", lists: ["in-ncpr"], days: 31 },
    },
    {
      id: "IN-DND-01",
      says: "Preferences are scrubbed per send.",
      citation: "TRAI TCCCPR 2018, as amended 2025-02-12",
      confidence: "V2",
      source: "IN1",
      modes: callsAndTexts,
      unless: permissions,
      rule: { kind: "oblige", text: "Let the operator's platform (DLT) scrub this very send against the preferences." },
    },
    {
      id: "IN-DND-01",
      says: "A promotional text goes out under a registered header and template.",
      citation: "TRAI TCCCPR 2018, as amended 2025-02-12",
      confidence: "V2",
      source: "IN1",
      modes: ["sms"],
      rule: { kind: "oblige", text: "Send under the registered header with the ending -P." },
    },
    {
      id: "IN-CLI-01",
      says: "Promotional calls must come from the 140 series; ordinary numbers are barred.",
      citation: "TRAI TCCCPR, Second Amendment 2025",
      confidence: "V2",
      source: "IN1",
      modes: calls,
      from: "2025-02-12",
      when: { callerIdNotIn: ["+91140"] },
      rule: {
        kind: "forbid",
        missing: { fact: "attempt.callerId", wouldChange: "A number of the 140 series would do." },
      },
    },
    {
      id: "IN-CLI-01",
      says: "Service calls must come from the 1600 series; ordinary numbers are barred.",
      citation: "TRAI TCCCPR, Second Amendment 2025",
      confidence: "V2",
      source: "IN1",
      modes: calls,
      purposes: ["service", "appointment"],
      from: "2025-02-12",
      when: { callerIdNotIn: ["+911600"] },
      rule: {
        kind: "forbid",
        missing: { fact: "attempt.callerId", wouldChange: "A number of the 1600 series would do." },
      },
    },
    {
      id: "IN-CLI-01",
      says: "The seller and the telemarketer must be registered with the operators.",
      citation: "TRAI TCCCPR, Second Amendment 2025",
      confidence: "V2",
      source: "IN1",
      modes: ["call", "auto", "pre", "ai", "sms"],
      from: "2025-02-12",
      when: { not: { registered: "in-dlt" } },
      rule: { kind: "oblige", text: "Register as principal entity, and the telemarketer with it, before calling." },
    },
    {
      id: "IN-DND-01",
      says: "A message dropped into a voicemail is an automated call: it needs consent.",
      citation: "Warmline policy: ringless messages need consent; TRAI TCCCPR 2018",
      confidence: "K",
      source: "world 10",
      basis: "policy",
      modes: ["rvm"],
      rule: {
        kind: "need",
        fact: { consent: {} },
        missing: { fact: "consents", wouldChange: "A consent that names such messages would open this." },
      },
    },
    {
      id: "IN-CON-01",
      says: "A consent that is inferred from a transaction lasts 7 days.",
      citation: "TRAI TCCCPR, Second Amendment 2025",
      confidence: "K",
      source: "own knowledge, doubtful",
      modes: callsAndTexts,
      when: { tie: { kinds: ["purchase"] } },
      unless: permissions,
      rule: { kind: "list", lists: ["in-ncpr"] },
    },
    {
      id: "IN-CPL-01",
      says: "A person may complain within 7 days; the operator acts in 5 days, and against the sender at 5 complaints in 10 days.",
      citation: "TRAI TCCCPR, Second Amendment 2025",
      confidence: "V2",
      source: "IN1",
      rule: { kind: "note" },
    },
    {
      id: "IN-OTT-00",
      says: "Messages on WhatsApp and the like are outside; the Digital Personal Data Protection Act comes in steps until May 2027.",
      citation: "DPDP Act 2023",
      confidence: "V2",
      source: "IN1",
      rule: { kind: "note" },
    },
    {
      id: "REC-IN",
      says: "Recording by a participant is not regulated; the courts' privacy rulings cut both ways.",
      citation: "DPDP Act 2023; case law on privacy",
      confidence: "K",
      source: "own knowledge",
      modes: ["call", "auto", "pre", "ai"],
      purposes: "all",
      when: { recorded: true },
      rule: { kind: "oblige", text: "Announce at the beginning that the call is recorded." },
    },
  ],
};
