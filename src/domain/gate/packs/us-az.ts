import type { Pack } from "#domain/gate/packs/row.ts";
import { homes, listLifts, solicitations } from "#domain/gate/packs/us.ts";

export const usAz: Pack = {
  name: "us-az",
  title: "Arizona",
  version: "2026.11",
  countries: ["US"],
  region: "AZ",
  rows: [
    {
      id: "US-AZ-TEXT",
      says: "The number is on the do-not-call registry; Arizona protects it from texts too, up to $1,000 each.",
      citation: "A.R.S. 44-1271 ff.; HB 2498",
      confidence: "V2",
      source: "S43",
      modes: ["sms"],
      audience: homes,
      purposes: solicitations,
      unless: listLifts,
      from: "2023-04-12",
      rule: { kind: "list", lists: ["us-dnc"] },
    },
  ],
};
