import type { Pack } from "#domain/gate/packs/row.ts";

export const cz: Pack = {
  name: "cz",
  title: "Czechia",
  version: "2026.11",
  countries: ["CZ"],
  rows: [
    {
      id: "CZ-TEL-01",
      says: "Numbers are closed to advertising unless the subscriber opened them in the public directory.",
      citation: "Act 127/2005 § 95–96",
      confidence: "K",
      source: "world 3.3",
      modes: ["call", "auto", "vm"],
      from: "2022-01-01",
      rule: {
        kind: "need",
        fact: { any: [{ consent: { anyTechnology: true } }, { directory: ["listed"] }] },
        missing: { fact: "contact.phone.directory", wouldChange: "an open directory entry, or a consent to calls" },
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
