import type { Pack } from "#domain/gate/packs/row.ts";
import { homes, listLifts, phone, solicitations } from "#domain/gate/packs/us.ts";

export const usAr: Pack = {
  name: "us-ar",
  title: "Arkansas",
  version: "2026.11",
  countries: ["US"],
  region: "AR",
  rows: [
    {
      id: "US-AR-DNC",
      says: "The number is on the do-not-call list of Arkansas.",
      citation: "Ark. Code 4-99",
      confidence: "K",
      source: "-",
      modes: phone,
      audience: homes,
      purposes: solicitations,
      unless: listLifts,
      rule: { kind: "list", lists: ["us-ar"] },
    },
  ],
};
