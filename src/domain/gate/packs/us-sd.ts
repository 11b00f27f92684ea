import type { Pack } from "#domain/gate/packs/row.ts";
import { homes, solicitations } from "#domain/gate/packs/us.ts";

export const usSd: Pack = {
  name: "us-sd",
  title: "South Dakota",
  version: "2026.11",
  countries: ["US"],
  region: "SD",
  rows: [
    {
      id: "US-SD-AUTO-HOURS",
      says: "Automated calls to South Dakota only on weekdays from 09:00 to 21:00.",
      citation: "SDCL 37-30-28",
      confidence: "V1",
      source: "S31",
      modes: ["auto", "pre", "ai", "rvm"],
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
        },
      },
    },
  ],
};
