import type { Fact, Pack } from "#domain/gate/packs/row.ts";

const natural = ["consumer", "sole_trader", "partnership"] as const;

/** Charities, their lotteries and publishers, to those who gave, played or subscribed. */
const kept: Fact = {
  all: [
    { any: [{ sector: ["charity", "charity_fundraiser"] }, { product: ["lottery", "newspaper"] }] },
    {
      any: [
        { tie: { kinds: ["donation"], months: 36 } },
        { tie: { kinds: ["purchase", "membership", "contract"], similar: true, months: 36 } },
      ],
    },
  ],
};

export const nl: Pack = {
  name: "nl",
  title: "Netherlands",
  version: "2026.11",
  countries: ["NL"],
  rows: [
    {
      id: "NL-TEL-01",
      says: "People, sole traders and partnerships are called only with prior consent for this product.",
      citation: "Telecommunicatiewet 11.7",
      confidence: "V2",
      source: "NL4, NL1-3",
      modes: ["call", "auto"],
      audience: natural,
      from: "2021-07-01",
      unless: [
        {
          by: "NL-TEL-02",
          says: "Until 30 June 2026 customers could be called about similar products for three years.",
          if: { tie: { kinds: ["purchase", "contract"], similar: true, months: 36 } },
          to: "2026-07-01",
        },
        {
          by: "NL-TEL-02",
          says: "Charities, their lotteries and publishers may still call those who gave, played or subscribed.",
          if: kept,
        },
      ],
      rule: {
        kind: "need",
        fact: { consent: { anyTechnology: true } },
        missing: { fact: "consents", wouldChange: "an express consent to calls about this product" },
      },
    },
    {
      id: "NL-TEL-01",
      says: "The number is shown in advertising calls.",
      citation: "Telecommunicatiewet 11.7",
      confidence: "V2",
      source: "NL4",
      modes: ["call", "auto", "pre", "ai"],
      audience: natural,
      when: { callerId: "withheld" },
      rule: { kind: "forbid", missing: { fact: "attempt.callerId", wouldChange: "show your number" } },
    },
    {
      id: "NL-TEL-01",
      says: "The right to object is offered in every call.",
      citation: "Telecommunicatiewet 11.7",
      confidence: "V2",
      source: "NL4",
      modes: ["call", "auto", "pre", "ai"],
      audience: natural,
      from: "2021-07-01",
      rule: { kind: "oblige", text: "Offer in this call, and in every other, the right to object to further calls." },
    },
    {
      id: "NL-TEL-02",
      says: "The exception for customers ended; charities, their lotteries, newspapers and magazines keep it.",
      citation: "Telecommunicatiewet 11.7 as amended",
      confidence: "V2",
      source: "NL1-3",
      modes: ["call", "auto"],
      audience: natural,
      from: "2026-07-01",
      when: { all: [{ tie: { kinds: ["purchase", "contract"] } }, { not: kept }] },
      rule: {
        kind: "need",
        fact: { consent: { anyTechnology: true } },
        missing: { fact: "consents", wouldChange: "an express consent of the customer to calls about this product" },
      },
    },
    {
      id: "NL-EML-01",
      says: "E-mail, texts, direct messages and machines need prior consent, from companies too.",
      citation: "Telecommunicatiewet 11.7(1)–(4)",
      confidence: "K",
      source: "world 3.3",
      modes: ["email", "sms", "dm", "pre", "ai", "rvm", "vm"],
      unless: [
        {
          says: "A customer may be mailed about similar goods of our own.",
          if: {
            all: [
              { mode: ["email"] },
              { tie: { kinds: ["purchase", "contract"], similar: true, optOutOffered: true } },
              { not: { refused: {} } },
              { disclosed: ["unsubscribe"] },
            ],
          },
        },
        {
          says: "The company published this contact for that purpose.",
          if: { all: [{ audience: ["business"] }, { tie: { kinds: ["published_address"], similar: true } }] },
        },
      ],
      rule: {
        kind: "need",
        fact: { consent: {} },
        missing: { fact: "consents", wouldChange: "an express consent that names this channel" },
      },
    },
    {
      id: "NL-B2B-01",
      says: "Companies (BV, NV) may be called until they object.",
      citation: "Telecommunicatiewet 11.7",
      confidence: "K",
      source: "world 3.3",
      audience: ["business"],
      rule: { kind: "note" },
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
