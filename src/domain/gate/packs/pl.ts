import type { Pack } from "#domain/gate/packs/row.ts";

export const pl: Pack = {
  name: "pl",
  title: "Poland",
  version: "2026.11",
  countries: ["PL"],
  rows: [
    {
      id: "PL-ECL-01",
      says: "Calls to sell need prior consent, from companies too; asking for the consent counts as selling.",
      citation: "PKE art. 398",
      confidence: "V2",
      source: "PL1",
      modes: ["call", "auto"],
      from: "2024-11-10",
      rule: {
        kind: "need",
        fact: { consent: { anyTechnology: true } },
        missing: { fact: "consents", wouldChange: "a prior consent that names calls" },
      },
    },
    {
      id: "PL-ECL-01",
      says: "Messages and machines need prior consent for each channel, from companies too.",
      citation: "PKE art. 398",
      confidence: "V2",
      source: "PL1",
      modes: ["email", "sms", "dm", "pre", "ai", "rvm", "vm"],
      from: "2024-11-10",
      rule: {
        kind: "need",
        fact: { consent: {} },
        missing: { fact: "consents", wouldChange: "a prior consent that names this channel" },
      },
    },
    {
      id: "REC-EU1",
      says: "A participant may record; the person is told of it, and an objection holds.",
      citation: "GDPR Art. 6, 13, 21",
      confidence: "K",
      source: "world 9",
      purposes: "all",
      when: { recorded: true },
      rule: { kind: "oblige", text: "Announce the recording and what it is for at the start; stop it on objection." },
    },
  ],
};
