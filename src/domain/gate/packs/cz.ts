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
      says: "Direct messages to a person need prior consent; being a customer opens e-mail and texts only.",
      citation: "Directive 2002/58 Art. 13(1), 2(h)",
      confidence: "K",
      source: "EU3",
      modes: ["dm"],
      audience: ["consumer", "sole_trader", "partnership"],
      rule: {
        kind: "need",
        fact: { consent: {} },
        missing: { fact: "consents", wouldChange: "an express consent that names direct messages" },
      },
    },
  ],
};
