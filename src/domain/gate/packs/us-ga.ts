import type { Pack } from "#domain/gate/packs/row.ts";
import { homes, listLifts, phone, solicitations } from "#domain/gate/packs/us.ts";

export const usGa: Pack = {
  name: "us-ga",
  title: "Georgia",
  version: "2026.11",
  countries: ["US"],
  region: "GA",
  rows: [
    {
      id: "US-GA-DNC",
      says: "The number is on the do-not-call list of Georgia.",
      citation: "O.C.G.A. 46-5-27",
      confidence: "V2",
      source: "S4, S43",
      modes: phone,
      audience: homes,
      purposes: solicitations,
      unless: listLifts,
      rule: { kind: "list", lists: ["us-ga"] },
    },
    {
      id: "US-GA-PRA",
      says: "Class actions and liability for those who call for you.",
      citation: "SB 73",
      confidence: "V2",
      source: "S4",
      from: "2024-07-01",
      rule: { kind: "note" },
    },
  ],
};
