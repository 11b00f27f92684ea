import type { Fact, Pack } from "#domain/gate/packs/row.ts";

const natural = ["consumer", "sole_trader", "partnership"] as const;
const day = [["09:00", "22:00"]] as const;
const companyConsent: Fact = { consent: {} };

export const pt: Pack = {
  name: "pt",
  title: "Portugal",
  version: "2026.11",
  countries: ["PT"],
  rows: [
    {
      id: "PT-EML-01",
      says: "E-mail, texts, direct messages and machines need the person's prior express consent; keep the list of consents.",
      citation: "Lei 41/2004 art. 13-A, 13-B; CNPD 2022/1",
      confidence: "V1",
      source: "PT1",
      modes: ["email", "sms", "dm", "pre", "ai", "rvm", "vm"],
      audience: natural,
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
      ],
      rule: {
        kind: "need",
        fact: { consent: {} },
        missing: { fact: "consents", wouldChange: "an express consent that names this channel" },
      },
    },
    {
      id: "PT-EML-01",
      says: "The company is on the list of those that refuse advertising.",
      citation: "Lei 41/2004 art. 13-B",
      confidence: "V1",
      source: "PT1",
      modes: ["email", "sms", "dm", "pre", "ai"],
      audience: ["business"],
      unless: [{ says: "The company consented.", if: companyConsent }],
      rule: { kind: "list", lists: ["pt-*"] },
    },
    {
      id: "PT-EML-01",
      says: "The list of companies that refuse advertising is consulted each quarter.",
      citation: "Lei 41/2004 art. 13-B",
      confidence: "K",
      source: "PT1",
      modes: ["email", "sms", "dm", "pre", "ai"],
      audience: ["business"],
      unless: [{ says: "The company consented.", if: companyConsent }],
      rule: { kind: "fresh", lists: ["pt-*"], days: 92 },
    },
    {
      id: "PT-TEL-01",
      says: "Consumers are called with their consent, or as customers about similar goods until they object.",
      citation: "CNPD 2022/1",
      confidence: "V2",
      source: "PT1",
      modes: ["call", "auto"],
      audience: ["consumer"],
      unless: [
        {
          says: "A customer may be called about similar goods of our own.",
          if: { tie: { kinds: ["purchase", "contract"], similar: true } },
        },
      ],
      rule: {
        kind: "need",
        fact: { consent: { anyTechnology: true } },
        missing: { fact: "consents", wouldChange: "a consent to calls, or a purchase of something similar from us" },
      },
    },
    {
      id: "PT-TEL-01",
      says: "Consumers are called between 9:00 and 22:00, their own time.",
      citation: "DL 134/2009",
      confidence: "K",
      source: "world 3.3",
      modes: ["call", "auto", "vm", "rvm", "pre", "ai"],
      audience: ["consumer"],
      rule: { kind: "hours", week: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day } },
    },
    {
      id: "REC-PT",
      says: "Recording without the consent of everybody in the conversation is a crime.",
      citation: "Código Penal art. 199",
      confidence: "K",
      source: "world 9",
      purposes: "all",
      when: { recorded: true },
      rule: { kind: "oblige", text: "Ask first; record only after everybody has said yes on the line, and log it." },
    },
  ],
};
