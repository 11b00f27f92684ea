import type { Pack } from "#domain/gate/packs/row.ts";

export const usNh: Pack = {
  name: "us-nh",
  title: "New Hampshire",
  version: "2026.11",
  countries: ["US"],
  region: "NH",
  rows: [
    {
      id: "US-REC-ALL",
      says: "New Hampshire wants the consent of all who speak to a recording.",
      citation: "State wiretap law; 18 USC 2511(2)(d)",
      confidence: "V2",
      source: "S1, S4",
      modes: ["call", "auto", "pre", "ai", "visit"],
      purposes: "all",
      when: { recorded: true },
      rule: { kind: "oblige", text: "Announce the recording at the start and keep the announcement on the recording." },
    },
  ],
};
