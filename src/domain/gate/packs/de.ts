import type { Fact, Pack } from "#domain/gate/packs/row.ts";

const softOptIn: Fact = {
  all: [
    { mode: ["email"] },
    { tie: { kinds: ["purchase", "contract"], similar: true, optOutOffered: true } },
    { not: { refused: {} } },
    { disclosed: ["unsubscribe"] },
  ],
};

export const de: Pack = {
  name: "de",
  title: "Germany",
  version: "2026.11",
  countries: ["DE"],
  rows: [
    {
      id: "DE-TEL-01",
      says: "Consumers are called only with their own prior express consent; customers and friends of customers too.",
      citation: "UWG § 7(2) Nr. 1",
      confidence: "V1",
      source: "DE1, DE2",
      modes: ["call", "auto"],
      audience: ["consumer"],
      rule: {
        kind: "need",
        fact: { consent: { anyTechnology: true } },
        missing: { fact: "consents", wouldChange: "an express consent to calls, given by the called person" },
      },
    },
    {
      id: "DE-TEL-02",
      says: "A business is called only if concrete facts from before the call show its interest in this offer.",
      citation: "UWG § 7(2) Nr. 1; BGH I ZR 191/03",
      confidence: "V1",
      source: "DE1, DE3",
      modes: ["call", "auto"],
      audience: ["sole_trader", "partnership", "business"],
      unless: [
        {
          says: "Presumed consent: they asked for this or bought the like. Keep these facts; the first refusal ends it.",
          if: {
            all: [
              { tie: { kinds: ["inquiry", "purchase", "contract", "application"], similar: true } },
              { not: { refused: {} } },
            ],
          },
        },
        {
          says: "They agreed to calls.",
          if: { consent: { forms: ["written", "electronic", "oral", "implied"], anyTechnology: true } },
        },
      ],
      rule: {
        kind: "forbid",
        missing: {
          fact: "relationships",
          wouldChange: "their own inquiry, application or purchase of something similar, or a consent to calls",
        },
      },
    },
    {
      id: "DE-EML-01",
      says: "E-mail, texts, direct messages and machines need prior express consent, from companies too.",
      citation: "UWG § 7(2) Nr. 2",
      confidence: "V1",
      source: "DE1, DE2",
      modes: ["email", "sms", "dm", "pre", "ai", "rvm", "vm"],
      unless: [
        {
          by: "DE-EML-02",
          says: "A customer may be mailed about similar goods of our own.",
          if: softOptIn,
        },
      ],
      rule: {
        kind: "need",
        fact: { consent: {} },
        missing: { fact: "consents", wouldChange: "an express consent that names this channel" },
      },
    },
    {
      id: "DE-EML-02",
      says: "E-mail to customers: address from a sale, own similar goods, no objection, notice then and each time.",
      citation: "UWG § 7(3)",
      confidence: "V1",
      source: "DE1",
      modes: ["email"],
      when: { all: [{ tie: { kinds: ["purchase", "contract", "inquiry", "application"] } }, { not: softOptIn }] },
      rule: {
        kind: "need",
        fact: { consent: {} },
        missing: {
          fact: "relationships",
          wouldChange: "a sale of similar goods at which the person could object, or consent",
        },
      },
    },
    {
      id: "DE-REC-01",
      says: "Keep the proof of a consent to calls five years from its grant and from each use.",
      citation: "UWG § 7a, § 20",
      confidence: "V1",
      source: "DE1",
      from: "2021-10-01",
      rule: { kind: "clock", of: "retention", period: "P5Y" },
    },
    {
      id: "DE-ID-01",
      says: "The number is not suppressed for advertising calls.",
      citation: "TDDDG § 15",
      confidence: "K",
      source: "world 3.2",
      modes: ["call", "auto", "pre", "ai"],
      when: { callerId: "withheld" },
      rule: { kind: "forbid", missing: { fact: "attempt.callerId", wouldChange: "show your number" } },
    },
    {
      id: "DE-ID-01",
      says: "Who calls and why is said at the start.",
      citation: "BGB § 312a(1)",
      confidence: "K",
      source: "world 3.2",
      modes: ["call", "auto", "pre", "ai"],
      rule: {
        kind: "oblige",
        text: "Say at the start who you are, for whom you call and that the call is commercial.",
      },
    },
    {
      id: "DE-HRS-00",
      says: "There are no hours in German law; our own apply.",
      citation: "POL-HRS-01",
      confidence: "K",
      source: "world 3.2",
      rule: { kind: "note" },
    },
    {
      id: "DE-VIS-01",
      says: "No visit once it is plain that none is wanted; a sticker at the door is enough.",
      citation: "UWG § 7(1) S. 2",
      confidence: "K",
      source: "DE1",
      modes: ["visit"],
      audience: ["consumer"],
      when: { refused: {} },
      rule: { kind: "forbid" },
    },
    {
      id: "DE-VIS-01",
      says: "A sticker at the door forbids the visit; contracts at the door can be withdrawn for 14 days.",
      citation: "UWG § 7(1) S. 2",
      confidence: "K",
      source: "DE1",
      modes: ["visit"],
      audience: ["consumer"],
      rule: {
        kind: "oblige",
        text: "Leave where a sign at the door refuses advertising; tell of the 14 days to withdraw.",
      },
    },
    {
      id: "DE-FIN-01",
      says: "Fines go to €300 000 for calls to consumers, to €50 000 for missing proof.",
      citation: "UWG § 20",
      confidence: "V2",
      source: "DE2",
      rule: { kind: "note" },
    },
    {
      id: "REC-DE",
      says: "Recording without the consent of everybody in the conversation is a crime.",
      citation: "StGB § 201",
      confidence: "K",
      source: "RC1",
      purposes: "all",
      when: { recorded: true },
      rule: { kind: "oblige", text: "Ask first; record only after everybody has said yes on the line, and log it." },
    },
  ],
};
