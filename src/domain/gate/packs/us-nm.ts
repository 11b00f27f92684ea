import type { Pack } from "#domain/gate/packs/row.ts";
import { homes, phone, solicitations } from "#domain/gate/packs/us.ts";

export const usNm: Pack = {
  name: "us-nm",
  title: "New Mexico",
  version: "2026.11",
  countries: ["US"],
  region: "NM",
  rows: [
    {
      id: "US-NM-HOURS",
      says: "Sales calls and texts only from 09:00 to 21:00 in New Mexico; the sources conflict.",
      citation: "NMSA 57-12-22",
      confidence: "X",
      source: "S33, S4",
      contested: true,
      modes: phone,
      audience: homes,
      purposes: solicitations,
      rule: {
        kind: "hours",
        week: {
          mon: [["09:00", "21:00"]],
          tue: [["09:00", "21:00"]],
          wed: [["09:00", "21:00"]],
          thu: [["09:00", "21:00"]],
          fri: [["09:00", "21:00"]],
          sat: [["09:00", "21:00"]],
          sun: [["09:00", "21:00"]],
        },
      },
    },
  ],
};
