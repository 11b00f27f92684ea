import type { ConsentTest, Lift, Mode, Pack } from "#domain/gate/packs/row.ts";
import type { Audience } from "#domain/gate/types.ts";

const voice: readonly Mode[] = ["call", "auto", "pre", "ai", "vm", "rvm"];
const texts: readonly Mode[] = ["sms", "dm"];
/** Messages to organisations are outside. */
const people: readonly Audience[] = ["consumer", "sole_trader", "partnership"];

/** "Evidential form", for this number and this seller. */
const inEvidentialForm: ConsentTest = { forms: ["written", "electronic"], names: ["seller", "number"] };
const clearConsent: Lift = {
  says: "The person gave clear and unambiguous consent in evidential form, for this number and this seller.",
  if: {
    any: [
      {
        all: [{ mode: ["call", "auto", "vm"] }, { consent: { ...inEvidentialForm, anyTechnology: true } }],
      },
      { consent: inEvidentialForm },
    ],
  },
};
const ongoingRelationship: Lift = {
  by: "SG-ONG-01",
  says: "An ongoing relationship covers texts about related products, each with an opt-out; never calls.",
  if: {
    all: [
      { mode: ["sms", "sms_auto"] },
      { tie: { kinds: ["membership", "contract"], current: true, similar: true } },
      { disclosed: ["unsubscribe"] },
    ],
  },
};

export const sg: Pack = {
  name: "sg",
  title: "Singapore",
  version: "2026.11",
  countries: ["SG"],
  rows: [
    {
      id: "SG-DNC-01",
      says: "The number is on the Do Not Call register for voice calls.",
      citation: "Personal Data Protection Act 2012 s. 43",
      confidence: "V2",
      source: "SG2, SG3",
      modes: voice,
      audience: people,
      unless: [clearConsent],
      from: "2014-01-02",
      rule: { kind: "list", lists: ["sg-dnc-voice"] },
    },
    {
      id: "SG-DNC-01",
      says: "The number is on the Do Not Call register for text messages.",
      citation: "Personal Data Protection Act 2012 s. 43",
      confidence: "V2",
      source: "SG2, SG3",
      modes: texts,
      audience: people,
      unless: [clearConsent, ongoingRelationship],
      from: "2014-01-02",
      rule: { kind: "list", lists: ["sg-dnc-text"] },
    },
    {
      id: "SG-DNC-02",
      says: "The result of a check against the voice register is valid for 21 days.",
      citation: "Personal Data Protection (Do Not Call Registry) Regulations; PDPC guidance",
      confidence: "V2",
      source: "SG1, SG2",
      modes: voice,
      audience: people,
      unless: [clearConsent],
      rule: { kind: "fresh", lists: ["sg-dnc-voice"], days: 21 },
    },
    {
      id: "SG-DNC-02",
      says: "The result of a check against the text register is valid for 21 days.",
      citation: "Personal Data Protection (Do Not Call Registry) Regulations; PDPC guidance",
      confidence: "V2",
      source: "SG1, SG2",
      modes: texts,
      audience: people,
      unless: [clearConsent, ongoingRelationship],
      rule: { kind: "fresh", lists: ["sg-dnc-text"], days: 21 },
    },
    {
      id: "SG-ONG-01",
      says: "In an ongoing relationship related products may be offered by text without a check, with an opt-out in each; never by voice. A single purchase is no ongoing relationship.",
      citation: "Personal Data Protection Act 2012, Eighth Schedule",
      confidence: "V2",
      source: "SG3",
      rule: { kind: "note" },
    },
    {
      id: "SG-ID-01",
      says: "A marketing call must not hide its number.",
      citation: "Personal Data Protection Act 2012 s. 45",
      confidence: "K",
      source: "own knowledge",
      modes: ["call", "auto", "pre", "ai"],
      audience: people,
      when: { callerId: "withheld" },
      rule: { kind: "forbid", missing: { fact: "attempt.callerId", wouldChange: "A number that is shown would do." } },
    },
    {
      id: "SG-ID-01",
      says: "A text must say who sends it.",
      citation: "Personal Data Protection Act 2012 s. 44",
      confidence: "K",
      source: "own knowledge",
      modes: texts,
      audience: people,
      rule: {
        kind: "need",
        fact: { disclosed: ["sender"] },
        missing: { fact: "attempt.disclosed", wouldChange: "A message that names its sender would do." },
      },
    },
    {
      id: "SG-ID-01",
      says: "The seller must be reachable afterwards. Numbers must not come from harvesting or guessing.",
      citation: "Personal Data Protection Act 2012 ss. 44, 48B",
      confidence: "K",
      source: "own knowledge",
      modes: [...voice, ...texts],
      audience: people,
      rule: {
        kind: "oblige",
        text: "Say who calls or writes and how to reach them; that must stay valid for 30 days.",
      },
    },
    {
      id: "SG-PDPA-01",
      says: "The person has withdrawn their consent or said no.",
      citation: "Personal Data Protection Act 2012 ss. 13-20",
      confidence: "K",
      source: "own knowledge",
      when: { refused: {} },
      rule: { kind: "forbid" },
    },
    {
      id: "SG-PDPA-01",
      says: "A withdrawal is to be honoured within 21 days for calls and texts (30 days for other uses of the data).",
      citation: "Personal Data Protection Act 2012 s. 16; PDPC guidance",
      confidence: "K",
      source: "own knowledge",
      rule: { kind: "clock", of: "optOut", period: "21 days" },
    },
    {
      id: "SG-SPAM-01",
      says: "An unsolicited e-mail must carry an unsubscribe.",
      citation: "Spam Control Act 2007 s. 11, Second Schedule",
      confidence: "K",
      source: "own knowledge",
      modes: ["email"],
      rule: {
        kind: "need",
        fact: { disclosed: ["unsubscribe"] },
        missing: { fact: "attempt.disclosed", wouldChange: "A message with an unsubscribe would do." },
      },
    },
    {
      id: "SG-SPAM-01",
      says: "E-mail in bulk is labelled.",
      citation: "Spam Control Act 2007, Second Schedule",
      confidence: "K",
      source: "own knowledge",
      modes: ["email"],
      when: { not: { consent: {} } },
      rule: { kind: "oblige", text: "If the e-mail goes out in bulk, begin its subject with <ADV>." },
    },
    {
      id: "SG-SPAM-01",
      says: "An unsubscribe must be honoured within 10 business days.",
      citation: "Spam Control Act 2007, Second Schedule",
      confidence: "K",
      source: "own knowledge",
      rule: { kind: "clock", of: "optOut", period: "10 business days" },
    },
    {
      id: "REC-AP1",
      says: "One party may record, not for unlawful ends; privacy law wants a notice.",
      citation: "Personal Data Protection Act 2012 s. 20",
      confidence: "K",
      source: "own knowledge",
      modes: ["call", "auto", "pre", "ai"],
      purposes: "all",
      when: { recorded: true },
      rule: { kind: "oblige", text: "Announce at the beginning that the call is recorded." },
    },
  ],
};
