import type { Pack } from "#domain/gate/packs/row.ts";
import { homes, listLifts, phone, solicitations } from "#domain/gate/packs/us.ts";

export const usMo: Pack = {
  name: "us-mo",
  title: "Missouri",
  version: "2026.11",
  countries: ["US"],
  region: "MO",
  rows: [
    {
      id: "US-MO-DNC",
      says: "The number is on the do-not-call list of Missouri.",
      citation: "Mo. Rev. Stat. 407.1095 ff.",
      confidence: "K",
      source: "S4",
      modes: phone,
      audience: homes,
      purposes: solicitations,
      unless: listLifts,
      rule: { kind: "list", lists: ["us-mo"] },
    },
    {
      id: "US-MO-DNC",
      says: "Our copy of the do-not-call list of Missouri is older than 31 days, or there is none.",
      citation: "Mo. Rev. Stat. 407.1095 ff.",
      confidence: "K",
      source: "S4",
      modes: phone,
      audience: homes,
      purposes: solicitations,
      unless: listLifts,
      rule: { kind: "fresh", lists: ["us-mo"], days: 31 },
    },
  ],
};
