import type { Pack } from "#domain/gate/packs/row.ts";

export const usHi: Pack = {
  name: "us-hi",
  title: "Hawaii",
  version: "2026.11",
  countries: ["US"],
  region: "HI",
  rows: [
    {
      id: "US-REC-ALL",
      says: "Hawaii protects private places; we treat it as all-party.",
      citation: "State wiretap law; 18 USC 2511(2)(d)",
      confidence: "V2",
      source: "S4",
      modes: ["call", "auto", "pre", "ai", "visit"],
      purposes: "all",
      when: { recorded: true },
      rule: { kind: "oblige", text: "Announce the recording at the start and keep the announcement on the recording." },
    },
  ],
};
