import type { Pack } from "#domain/gate/packs/row.ts";

export const usVi: Pack = {
  name: "us-vi",
  title: "U.S. Virgin Islands",
  version: "2026.11",
  countries: ["US"],
  region: "VI",
  ownCountry: "VI",
  rows: [
    {
      id: "US-REC-ALL",
      says: "The law of U.S. Virgin Islands on recording is not known: no recording.",
      citation: "Not read",
      confidence: "V2",
      source: "S4",
      modes: ["call", "auto", "pre", "ai", "visit"],
      purposes: "all",
      when: { recorded: true },
      rule: { kind: "forbid", missing: { fact: "attempt.recorded", wouldChange: "A call that is not recorded" } },
    },
  ],
};
