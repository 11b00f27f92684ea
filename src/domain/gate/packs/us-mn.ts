import type { Pack } from "#domain/gate/packs/row.ts";
import { homes, phone, solicitations } from "#domain/gate/packs/us.ts";

export const usMn: Pack = {
  name: "us-mn",
  title: "Minnesota",
  version: "2026.11",
  countries: ["US"],
  region: "MN",
  rows: [
    {
      id: "US-MN-HOURS",
      says: "Sales calls and texts only from 09:00 to 21:00 where the person is.",
      citation: "Minn. Stat. 325E.26-.316",
      confidence: "V2",
      source: "S33, S4",
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
