import type { Pack } from "#domain/gate/packs/row.ts";
import { homes, recordings, solicitations } from "#domain/gate/packs/us.ts";

export const usNe: Pack = {
  name: "us-ne",
  title: "Nebraska",
  version: "2026.11",
  countries: ["US"],
  region: "NE",
  calendars: {
    holidays: {
      rules: [
        "01-01",
        "3rd monday in January",
        "3rd monday in February",
        "friday before 05-01",
        "monday before 06-01",
        "06-19",
        "07-04",
        "1st monday in September",
        "2nd monday in October",
        "11-11",
        "4th thursday in November",
        "friday after 4th thursday in November",
        "12-25",
      ],
    },
  },
  rows: [
    {
      id: "US-NE-AUTO-HOURS",
      says: "Recorded calls to Nebraska only from 08:00 to 21:00, on Sundays and holidays from 13:00.",
      citation: "291 NAC ch. 11 s.3",
      confidence: "V2",
      source: "S33",
      modes: recordings,
      audience: homes,
      purposes: solicitations,
      rule: {
        kind: "hours",
        week: {
          mon: [["08:00", "21:00"]],
          tue: [["08:00", "21:00"]],
          wed: [["08:00", "21:00"]],
          thu: [["08:00", "21:00"]],
          fri: [["08:00", "21:00"]],
          sat: [["08:00", "21:00"]],
          sun: [["13:00", "21:00"]],
        },
        closedOn: "holidays",
        holidayWeek: {
          mon: [["13:00", "21:00"]],
          tue: [["13:00", "21:00"]],
          wed: [["13:00", "21:00"]],
          thu: [["13:00", "21:00"]],
          fri: [["13:00", "21:00"]],
          sat: [["13:00", "21:00"]],
          sun: [["13:00", "21:00"]],
        },
      },
    },
  ],
};
