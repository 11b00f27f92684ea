import type { Pack } from "#domain/gate/packs/row.ts";
import { homes, listLifts, phone, solicitations } from "#domain/gate/packs/us.ts";

export const usCo: Pack = {
  name: "us-co",
  title: "Colorado",
  version: "2026.11",
  countries: ["US"],
  region: "CO",
  rows: [
    {
      id: "US-CO-DNC",
      says: "The number is on the do-not-call list of Colorado.",
      citation: "C.R.S. 6-1-901 ff.",
      confidence: "K",
      source: "S4",
      modes: phone,
      audience: homes,
      purposes: solicitations,
      unless: listLifts,
      rule: { kind: "list", lists: ["us-co"] },
    },
    {
      id: "US-CO-DNC",
      says: "Our copy of the do-not-call list of Colorado is older than 31 days, or there is none.",
      citation: "C.R.S. 6-1-901 ff.",
      confidence: "K",
      source: "S4",
      modes: phone,
      audience: homes,
      purposes: solicitations,
      unless: listLifts,
      rule: { kind: "fresh", lists: ["us-co"], days: 31 },
    },
    {
      id: "US-CO-AI",
      says: "Colorado wants notice that an artificial intelligence is at work.",
      citation: "SB 26-189; HB 26-1263",
      confidence: "V2",
      source: "S1",
      modes: ["ai"],
      purposes: "all",
      from: "2027-01-01",
      rule: { kind: "oblige", text: "Tell the person that an artificial intelligence speaks." },
    },
  ],
};
