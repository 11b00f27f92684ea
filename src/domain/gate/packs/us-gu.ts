import type { Pack } from "#domain/gate/packs/row.ts";

export const usGu: Pack = {
  name: "us-gu",
  title: "Guam",
  version: "2026.11",
  countries: ["US"],
  region: "GU",
  ownCountry: "GU",
  rows: [
    {
      id: "US-REC-ALL",
      says: "The law of Guam on recording is not known: no recording.",
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
