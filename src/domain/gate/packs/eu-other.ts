import type { Pack } from "#domain/gate/packs/row.ts";

/** Member states and EEA states whose own law on calls has no rows yet. */
export const euOther: Pack = {
  name: "eu-other",
  title: "EU and EEA states without rows of their own",
  version: "2026.11",
  countries: ["BG", "HR", "CY", "EE", "HU", "LV", "LT", "LU", "MT", "RO", "SI", "SK", "IS", "LI"],
  rows: [
    {
      id: "EU-OTH-00",
      says: "This country's law on calls is not written down yet: consumers are called with their consent only.",
      citation: "No row for this state yet: opt-in is required",
      confidence: "K",
      source: "world 3.3",
      modes: ["call", "auto"],
      audience: ["consumer"],
      rule: {
        kind: "need",
        fact: { consent: { anyTechnology: true } },
        missing: { fact: "consents", wouldChange: "an express consent of the person to calls" },
      },
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
