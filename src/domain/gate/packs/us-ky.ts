import type { Pack } from "#domain/gate/packs/row.ts";
import { homes, phone, solicitations } from "#domain/gate/packs/us.ts";

export const usKy: Pack = {
  name: "us-ky",
  title: "Kentucky",
  version: "2026.11",
  countries: ["US"],
  region: "KY",
  rows: [
    {
      id: "US-KY-HOURS",
      says: "Sales calls and texts only from 10:00 to 21:00 where the person is.",
      citation: "KRS 367.46955(16)",
      confidence: "V2",
      source: "S4, S33",
      modes: phone,
      audience: homes,
      purposes: solicitations,
      rule: {
        kind: "hours",
        week: {
          mon: [["10:00", "21:00"]],
          tue: [["10:00", "21:00"]],
          wed: [["10:00", "21:00"]],
          thu: [["10:00", "21:00"]],
          fri: [["10:00", "21:00"]],
          sat: [["10:00", "21:00"]],
          sun: [["10:00", "21:00"]],
        },
      },
    },
  ],
};
