import type { Fact, Pack } from "#domain/gate/packs/row.ts";

const consent: Fact = { consent: { anyTechnology: true } };

export const gr: Pack = {
  name: "gr",
  title: "Greece",
  version: "2026.11",
  countries: ["GR"],
  rows: [
    {
      id: "GR-TEL-01",
      says: "The number is in the opt-out register of its telephone provider.",
      citation: "Law 3471/2006 art. 11",
      confidence: "K",
      source: "world 3.3",
      modes: ["call", "auto", "vm"],
      unless: [{ says: "They consented to our calls.", if: consent }],
      rule: { kind: "list", lists: ["gr-*"] },
    },
    {
      id: "GR-TEL-01",
      says: "The providers' opt-out registers are 30 days old at most.",
      citation: "Law 3471/2006 art. 11",
      confidence: "K",
      source: "world 3.3",
      modes: ["call", "auto", "vm"],
      unless: [{ says: "They consented to our calls.", if: consent }],
      rule: { kind: "fresh", lists: ["gr-*"], days: 30 },
    },
    {
      id: "EU-EPD-131",
      says: "Messages to a person need prior consent; being a customer opens e-mail and texts only.",
      citation: "Directive 2002/58 Art. 13(1), 2(h)",
      confidence: "K",
      source: "EU3",
      modes: ["email", "sms", "dm"],
      audience: ["consumer", "sole_trader", "partnership"],
      unless: [
        {
          by: "EU-EPD-132",
          says: "A customer may be written to about similar goods of our own.",
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
        missing: { fact: "consents", wouldChange: "an express consent that names this channel" },
      },
    },
  ],
};
