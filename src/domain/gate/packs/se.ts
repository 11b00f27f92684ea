import type { Lift, Pack } from "#domain/gate/packs/row.ts";

const exempt: readonly Lift[] = [
  { says: "They are a customer of ours.", if: { tie: { kinds: ["purchase", "contract"] } } },
  { says: "They consented to our calls.", if: { consent: { anyTechnology: true } } },
];

export const se: Pack = {
  name: "se",
  title: "Sweden",
  version: "2026.11",
  countries: ["SE"],
  rows: [
    {
      id: "SE-TEL-01",
      says: "The number is blocked for advertising in NIX-Telefon.",
      citation: "MFL § 21; NIX-Telefon",
      confidence: "K",
      source: "SE1",
      modes: ["call", "auto"],
      audience: ["consumer"],
      unless: exempt,
      rule: { kind: "list", lists: ["se-*"] },
    },
    {
      id: "SE-TEL-01",
      says: "The copy of NIX-Telefon is three months old at most.",
      citation: "NIX-Telefon",
      confidence: "K",
      source: "SE1",
      modes: ["call", "auto"],
      audience: ["consumer"],
      unless: exempt,
      rule: { kind: "fresh", lists: ["se-*"], days: 92 },
    },
    {
      id: "SE-TEL-01",
      says: "A contract made by phone binds only after the consumer accepted it in writing, after the call.",
      citation: "Distansavtalslagen 2:3 a",
      confidence: "V1",
      source: "SE1",
      modes: ["call", "auto"],
      audience: ["consumer"],
      from: "2018-09-01",
      rule: {
        kind: "oblige",
        text: "Confirm the offer in writing after the call; it binds only once accepted in writing.",
      },
    },
    {
      id: "SE-EML-01",
      says: "E-mail, texts and direct messages to a person need prior consent; companies may object.",
      citation: "MFL §§ 19–20",
      confidence: "V2",
      source: "ND1",
      modes: ["email", "sms", "dm"],
      audience: ["consumer", "sole_trader", "partnership"],
      unless: [
        {
          says: "A customer may be written to about similar goods of our own.",
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
        fact: { consent: {} },
        missing: { fact: "consents", wouldChange: "a prior consent that names this channel" },
      },
    },
    {
      id: "SE-EML-01",
      says: "Every advertising mail carries a valid address to opt out, to companies too.",
      citation: "MFL § 20",
      confidence: "V2",
      source: "ND1",
      modes: ["email", "sms", "dm"],
      rule: {
        kind: "need",
        fact: { disclosed: ["unsubscribe"] },
        missing: { fact: "attempt.disclosed", wouldChange: "add a valid address to opt out (unsubscribe)" },
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
