import type { Lift, Pack } from "#domain/gate/packs/row.ts";
import { homes, listLifts, phone, solicitations, voice } from "#domain/gate/packs/us.ts";

/** Outside the act altogether; a seller that sits elsewhere or closes by telephone is not known to be one. */
const residentDealer: Lift = {
  says: "A licensed resident dealer in real estate or insurance is outside the act.",
  if: { all: [{ sector: ["real_estate", "insurance"] }, { sellerIn: ["US-MS"] }] },
};

export const usMs: Pack = {
  name: "us-ms",
  title: "Mississippi",
  version: "2026.11",
  countries: ["US"],
  region: "MS",
  rows: [
    {
      id: "US-MS-HOURS",
      says: "Sales calls and texts only from 08:00 to 20:00 where the person is.",
      citation: "Miss. Code 77-3-723; 77-3-603(a)",
      confidence: "V2",
      source: "S19, S4",
      modes: phone,
      audience: homes,
      purposes: solicitations,
      unless: [residentDealer],
      rule: {
        kind: "hours",
        week: {
          mon: [["08:00", "20:00"]],
          tue: [["08:00", "20:00"]],
          wed: [["08:00", "20:00"]],
          thu: [["08:00", "20:00"]],
          fri: [["08:00", "20:00"]],
          sat: [["08:00", "20:00"]],
          sun: [["08:00", "20:00"]],
        },
      },
    },
    {
      id: "US-MS-SUN",
      says: "No sales calls on Sundays in Mississippi.",
      citation: "Miss. Code 77-3-723",
      confidence: "V2",
      source: "S19, S4",
      modes: phone,
      audience: homes,
      purposes: solicitations,
      unless: [residentDealer],
      rule: { kind: "closed", weekdays: ["sun"] },
    },
    {
      id: "US-MS-DNC",
      says: "The number is on the do-not-call list of Mississippi.",
      citation: "Miss. Code 77-3-701 ff.",
      confidence: "V2",
      source: "S19, S4",
      modes: phone,
      audience: homes,
      purposes: solicitations,
      unless: [...listLifts, residentDealer],
      rule: { kind: "list", lists: ["us-ms"] },
    },
    {
      id: "US-MS-DNC",
      says: "Our copy of the do-not-call list of Mississippi is older than 31 days, or there is none.",
      citation: "Miss. Code 77-3-701 ff.",
      confidence: "V2",
      source: "S19, S4",
      modes: phone,
      audience: homes,
      purposes: solicitations,
      unless: [...listLifts, residentDealer],
      rule: { kind: "fresh", lists: ["us-ms"], days: 31 },
    },
    {
      id: "US-MEDICARE",
      says: "Mississippi bars outbound calls about Medicare Advantage.",
      citation: "Miss. Code 77-3-707(4)",
      confidence: "V2",
      source: "S4",
      modes: voice,
      purposes: solicitations,
      when: { product: ["medicare"] },
      rule: { kind: "forbid", missing: { fact: "attempt", wouldChange: "Wait until they call" } },
    },
  ],
};
