import type { Pack } from "#domain/gate/packs/row.ts";

export const tw: Pack = {
  name: "tw",
  title: "Taiwan",
  version: "2026.11",
  countries: ["TW"],
  rows: [
    {
      id: "TW-PDPA-01",
      says: "The person has refused: marketing must stop at once.",
      citation: "Personal Data Protection Act Art. 20(2)",
      confidence: "V1",
      source: "TW1-3",
      when: { refused: {} },
      rule: { kind: "forbid" },
    },
    {
      id: "TW-PDPA-01",
      says: "The first marketing must offer a way to refuse, at our cost, and every contact must say who is speaking.",
      citation: "Personal Data Protection Act Art. 20(3); NDC guideline of 2023-06-13",
      confidence: "V1",
      source: "TW1-3",
      rule: { kind: "oblige", text: "State the seller's name, and offer a free way to refuse further marketing." },
    },
    {
      id: "TW-PDPA-01",
      says: "The data were left for something else, such as a booking: advertising needs a separate consent.",
      citation: "Personal Data Protection Act Arts. 7, 19, 20",
      confidence: "V1",
      source: "TW1-3",
      audience: ["consumer", "sole_trader", "partnership"],
      when: {
        all: [
          { tie: { kinds: ["purchase", "inquiry", "application"] } },
          {
            not: {
              any: [
                { tie: { kinds: ["purchase", "contract", "inquiry", "application", "membership"], similar: true } },
                { tie: { kinds: ["donation", "membership"] } },
              ],
            },
          },
        ],
      },
      rule: {
        kind: "need",
        fact: { consent: {} },
        missing: { fact: "consents", wouldChange: "A separate consent to marketing on this channel would open this." },
      },
    },
    {
      id: "TW-PDPA-01",
      says: "A message dropped into a voicemail is an automated call: it needs consent.",
      citation: "Warmline policy: ringless messages need consent; Personal Data Protection Act",
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
      id: "REC-AP1",
      says: "One party may record, not for unlawful ends; privacy law wants a notice.",
      citation: "Communication Security and Surveillance Act Art. 29; Personal Data Protection Act",
      confidence: "K",
      source: "own knowledge",
      modes: ["call", "auto", "pre", "ai"],
      purposes: "all",
      when: { recorded: true },
      rule: { kind: "oblige", text: "Announce at the beginning that the call is recorded." },
    },
  ],
};
