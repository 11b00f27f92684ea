import type { Fact, Lift, Mode, Pack } from "#domain/gate/packs/row.ts";
import type { Audience } from "#domain/gate/types.ts";

/** Texts and machines; there is no register for e-mail and none for calls between people. */
const registered: readonly Mode[] = ["pre", "ai", "rvm", "sms"];
const people: readonly Audience[] = ["consumer", "sole_trader", "partnership"];
const onlyOral: Fact = {
  all: [
    { consent: { forms: ["oral"], anyTechnology: true } },
    { not: { consent: { forms: ["written", "electronic"], anyTechnology: true } } },
  ],
};
const consentToMessages: Lift = {
  says: "The person consented to it, before or after the registration.",
  if: { consent: {} },
};

export const hk: Pack = {
  name: "hk",
  title: "Hong Kong",
  version: "2026.11",
  countries: ["HK"],
  rows: [
    {
      id: "HK-UEM-01",
      says: "The number is on a do-not-call register (recorded calls, short messages). It counts from the day we know.",
      citation: "Unsolicited Electronic Messages Ordinance (Cap. 593) s. 11",
      confidence: "V1",
      source: "HK1",
      modes: registered,
      unless: [consentToMessages],
      rule: { kind: "list", lists: ["hk-dnc*"] },
    },
    {
      id: "HK-UEM-01",
      says: "The do-not-call registers are to be checked before sending; a copy may be 31 days old.",
      citation: "Unsolicited Electronic Messages Ordinance (Cap. 593) s. 11",
      confidence: "V1",
      source: "HK1; the age of the copy is our own",
      modes: registered,
      unless: [consentToMessages],
      rule: { kind: "fresh", lists: ["hk-dnc*"], days: 31 },
    },
    {
      id: "HK-UEM-01",
      says: "A commercial message must name its sender and carry an unsubscribe.",
      citation: "Unsolicited Electronic Messages Ordinance (Cap. 593) ss. 8, 9",
      confidence: "V1",
      source: "HK1",
      modes: ["sms", "email"],
      rule: {
        kind: "need",
        fact: { disclosed: ["sender", "unsubscribe"] },
        missing: { fact: "attempt.disclosed", wouldChange: "A message with its sender and an unsubscribe would do." },
      },
    },
    {
      id: "HK-UEM-01",
      says: "A recorded message must name its sender and offer a way to unsubscribe.",
      citation: "Unsolicited Electronic Messages Ordinance (Cap. 593) ss. 8, 9",
      confidence: "V1",
      source: "HK1",
      modes: ["pre", "ai", "rvm"],
      rule: { kind: "oblige", text: "Let the recording name the sender and say how to unsubscribe." },
    },
    {
      id: "HK-UEM-01",
      says: "An unsubscribe must be honoured within 10 working days.",
      citation: "Unsolicited Electronic Messages Ordinance (Cap. 593) s. 10",
      confidence: "K",
      source: "own knowledge",
      rule: { kind: "clock", of: "optOut", period: "10 working days" },
    },
    {
      id: "HK-UEM-01",
      says: "A request to unsubscribe is kept for 3 years.",
      citation: "Unsolicited Electronic Messages Ordinance (Cap. 593) s. 9",
      confidence: "K",
      source: "own knowledge",
      rule: { kind: "clock", of: "retention", period: "3 years" },
    },
    {
      id: "HK-PDPO-01",
      says: "Personal data may be used for direct marketing only after informing the person and with consent or an explicit no-objection.",
      citation: "Personal Data (Privacy) Ordinance (Cap. 486) ss. 35C, 35E",
      confidence: "K",
      source: "own knowledge",
      modes: ["call", "auto", "vm", "sms", "email", "post", "dm"],
      audience: people,
      from: "2013-04-01",
      unless: [
        {
          says: "The person was informed and consented, or said that they do not object.",
          if: {
            any: [{ all: [{ mode: ["call", "auto"] }, { consent: { anyTechnology: true } }] }, { consent: {} }],
          },
        },
      ],
      rule: {
        kind: "forbid",
        missing: { fact: "consents", wouldChange: "A consent, or a no-objection that was said, would open this." },
      },
    },
    {
      id: "HK-PDPO-01",
      says: "The person has asked that their data be no longer used for direct marketing.",
      citation: "Personal Data (Privacy) Ordinance (Cap. 486) s. 35G",
      confidence: "K",
      source: "own knowledge",
      from: "2013-04-01",
      when: { refused: {} },
      rule: { kind: "forbid" },
    },
    {
      id: "HK-PDPO-01",
      says: "At the first use of the data the person must be told of the right to opt out, free of charge.",
      citation: "Personal Data (Privacy) Ordinance (Cap. 486) s. 35F",
      confidence: "K",
      source: "own knowledge",
      audience: people,
      from: "2013-04-01",
      when: { not: onlyOral },
      rule: { kind: "oblige", text: "Tell the person that we stop on request, free of charge." },
    },
    {
      id: "HK-PDPO-01",
      says: "A consent that was given orally must be confirmed in writing within 14 days, and the person told of the opt-out.",
      citation: "Personal Data (Privacy) Ordinance (Cap. 486) ss. 35E(2), 35F",
      confidence: "K",
      source: "own knowledge",
      audience: people,
      from: "2013-04-01",
      when: onlyOral,
      rule: {
        kind: "oblige",
        text: "Confirm the oral consent in writing within 14 days of its date, and tell the person that we stop on request, free of charge.",
      },
    },
    {
      id: "HK-UEM-01",
      says: "A message dropped into a voicemail is an automated call: it needs consent.",
      citation: "Warmline policy: ringless messages need consent; Cap. 593",
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
      id: "HK-P2P-01",
      says: "A law on calls between people was announced in 2019 and not found enacted; banks, insurers, telecoms and call centres have codes.",
      citation: "none; codes of the trades",
      confidence: "K",
      source: "HK2",
      rule: { kind: "note" },
    },
    {
      id: "REC-AP1",
      says: "One party may record, not for unlawful ends; privacy law wants a notice.",
      citation: "Personal Data (Privacy) Ordinance (Cap. 486)",
      confidence: "K",
      source: "own knowledge",
      modes: ["call", "auto", "pre", "ai"],
      purposes: "all",
      when: { recorded: true },
      rule: { kind: "oblige", text: "Announce at the beginning that the call is recorded." },
    },
  ],
};
