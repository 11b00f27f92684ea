import type { Fact, Pack } from "#domain/gate/packs/row.ts";

const natural = ["consumer", "sole_trader", "partnership"] as const;
const anyConsent: Fact = {
  any: [{ consent: {} }, { all: [{ mode: ["call", "auto"] }, { consent: { anyTechnology: true } }] }],
};
/** Books, newspapers and magazines, insurance, rescue subscriptions. */
const excepted: Fact = {
  any: [{ product: ["book", "newspaper", "rescue", "health_insurance"] }, { sector: ["insurance"] }],
};
const request: Fact = {
  any: [anyConsent, { tie: { kinds: ["inquiry", "application"], similar: true } }],
};

export const dk: Pack = {
  name: "dk",
  title: "Denmark",
  version: "2026.11",
  countries: ["DK"],
  rows: [
    {
      id: "DK-TEL-01",
      says: "Consumers are neither called nor visited unless they asked for it; the contract would be void.",
      citation: "Forbrugeraftaleloven § 4",
      confidence: "K",
      source: "world 3.3",
      modes: ["call", "auto", "pre", "ai", "visit"],
      audience: ["consumer"],
      unless: [
        { says: "They asked for it.", if: request },
        {
          says: "Books, newspapers, insurance and rescue subscriptions may be offered by call and visit.",
          if: excepted,
        },
      ],
      rule: {
        kind: "forbid",
        missing: { fact: "consents", wouldChange: "the consumer's own request or consent to this call or visit" },
      },
    },
    {
      id: "DK-TEL-01",
      says: "The person is on the Robinson list.",
      citation: "Forbrugeraftaleloven § 4; MFL § 10(4)",
      confidence: "K",
      source: "world 3.3",
      modes: ["call", "auto", "pre", "ai", "visit"],
      audience: ["consumer"],
      when: excepted,
      unless: [{ says: "They asked for it.", if: request }],
      rule: { kind: "list", lists: ["dk-robinson*"] },
    },
    {
      id: "DK-TEL-01",
      says: "The Robinson list is checked before these calls.",
      citation: "Forbrugeraftaleloven § 4; MFL § 10(4)",
      confidence: "K",
      source: "world 3.3",
      modes: ["call", "auto", "pre", "ai", "visit"],
      audience: ["consumer"],
      when: excepted,
      unless: [{ says: "They asked for it.", if: request }],
      rule: { kind: "fresh", lists: ["dk-robinson*"], days: 31 },
    },
    {
      id: "DK-EML-01",
      says: "E-mail, texts and machines need prior consent, from anyone, general company addresses too.",
      citation: "MFL § 10(1)",
      confidence: "V2",
      source: "ND1",
      modes: ["email", "sms", "dm", "pre", "ai", "rvm", "vm"],
      unless: [
        {
          says: "A customer may be written to about similar goods of our own (§ 10(2)).",
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
      id: "DK-EML-01",
      says: "The person is on the Robinson list.",
      citation: "MFL § 10(4)",
      confidence: "V2",
      source: "ND1",
      modes: ["email", "sms", "dm", "pre", "ai", "post"],
      audience: natural,
      unless: [{ says: "They consented.", if: { consent: {} } }],
      rule: { kind: "list", lists: ["dk-robinson*"] },
    },
    {
      id: "DK-CVR-01",
      says: "The company is protected from advertising in the CVR: its register data are used in no channel.",
      citation: "CVR-loven § 19",
      confidence: "V2",
      source: "ND1",
      audience: ["business", "sole_trader", "partnership"],
      unless: [{ says: "The company consented itself.", if: anyConsent }],
      rule: { kind: "list", lists: ["dk-cvr*", "dk-rekl*"] },
    },
    {
      id: "DK-CVR-01",
      says: "Data from the CVR are used only after the flag against advertising was looked up that day.",
      citation: "CVR-loven § 19",
      confidence: "V2",
      source: "ND1",
      audience: ["business", "sole_trader", "partnership"],
      when: { source: ["register"] },
      unless: [{ says: "The company consented itself.", if: anyConsent }],
      rule: { kind: "fresh", lists: ["dk-cvr*"], days: 0 },
    },
    {
      id: "REC-DK",
      says: "A participant may record, but the authority wants consent for recordings that train staff.",
      citation: "Datatilsynet, decision of 2019-04-11",
      confidence: "V2",
      source: "RC2",
      purposes: "all",
      when: { recorded: true },
      rule: { kind: "oblige", text: "Ask for consent before recording, and record only after a yes." },
    },
  ],
};
