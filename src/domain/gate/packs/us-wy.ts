import type { Pack } from "#domain/gate/packs/row.ts";
import { homes, phone, recordings, solicitations } from "#domain/gate/packs/us.ts";

export const usWy: Pack = {
  name: "us-wy",
  title: "Wyoming",
  version: "2026.11",
  countries: ["US"],
  region: "WY",
  rows: [
    {
      id: "US-WY-HOURS",
      says: "Sales calls and texts only from 08:00 to 20:00 where the person is.",
      citation: "Wyo. Stat. 40-12-302",
      confidence: "V2",
      source: "S4, S18",
      modes: phone,
      audience: homes,
      purposes: solicitations,
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
      id: "US-WY-AUTO",
      says: "Wyoming bars recorded sales messages.",
      citation: "Wyo. Stat. 40-12-303",
      confidence: "V1",
      source: "S31",
      modes: recordings,
      audience: homes,
      purposes: solicitations,
      rule: { kind: "forbid", missing: { fact: "attempt.technology", wouldChange: "A call by a live person" } },
    },
    {
      id: "US-WY-AUTO",
      says: "An autodialer with a live person may not call numbers on the do-not-call registry.",
      citation: "Wyo. Stat. 40-12-303",
      confidence: "V1",
      source: "S31",
      modes: ["auto"],
      audience: homes,
      purposes: solicitations,
      unless: [
        {
          says: "They bought or had a contract within 18 months.",
          if: { tie: { kinds: ["purchase", "contract"], months: 18 } },
        },
        {
          says: "They asked or applied within 3 months.",
          if: { tie: { kinds: ["inquiry", "application"], months: 3 } },
        },
      ],
      rule: { kind: "list", lists: ["us-dnc"] },
    },
    {
      id: "US-WY-AUTO",
      says: "An autodialer with a live person needs numbers screened against the do-not-call registry.",
      citation: "Wyo. Stat. 40-12-303",
      confidence: "V1",
      source: "S31",
      modes: ["auto"],
      audience: homes,
      purposes: solicitations,
      unless: [
        {
          says: "They bought or had a contract within 18 months.",
          if: { tie: { kinds: ["purchase", "contract"], months: 18 } },
        },
        {
          says: "They asked or applied within 3 months.",
          if: { tie: { kinds: ["inquiry", "application"], months: 3 } },
        },
      ],
      rule: { kind: "fresh", lists: ["us-dnc"], days: 31 },
    },
  ],
};
