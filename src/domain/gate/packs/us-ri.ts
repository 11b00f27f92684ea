import type { Lift, Pack } from "#domain/gate/packs/row.ts";
import { homes, phone, recentInquiry, solicitations } from "#domain/gate/packs/us.ts";

/** Only calls that nobody asked for are bound. */
const solicited: readonly Lift[] = [
  { says: "They agreed to be called: it is not unsolicited.", if: { consent: { anyTechnology: true } } },
  { says: "They asked for it: it is not unsolicited.", if: recentInquiry },
];

export const usRi: Pack = {
  name: "us-ri",
  title: "Rhode Island",
  version: "2026.11",
  countries: ["US"],
  region: "RI",
  calendars: {
    holidays: {
      rules: [
        "01-01 and if sunday then next monday if saturday then previous friday",
        "3rd monday in January",
        "3rd monday in February",
        "monday before 06-01",
        "06-19 and if sunday then next monday if saturday then previous friday",
        "07-04 and if sunday then next monday if saturday then previous friday",
        "2nd monday in August",
        "1st monday in September",
        "2nd monday in October",
        "tuesday after 1st monday in November in even years",
        "11-11 and if sunday then next monday if saturday then previous friday",
        "4th thursday in November",
        "12-25 and if sunday then next monday if saturday then previous friday",
      ],
    },
  },
  rows: [
    {
      id: "US-RI-HOURS",
      says: "Unsolicited sales calls to Rhode Island only from 09:00 to 18:00 on weekdays and from 10:00 to 17:00 on Saturdays.",
      citation: "R.I. Gen. Laws 5-61-2, 5-61-3.6",
      confidence: "V1",
      source: "S17",
      modes: phone,
      audience: homes,
      purposes: solicitations,
      unless: solicited,
      rule: {
        kind: "hours",
        week: {
          mon: [["09:00", "18:00"]],
          tue: [["09:00", "18:00"]],
          wed: [["09:00", "18:00"]],
          thu: [["09:00", "18:00"]],
          fri: [["09:00", "18:00"]],
          sat: [["10:00", "17:00"]],
          sun: [["10:00", "17:00"]],
        },
      },
    },
    {
      id: "US-RI-SUN",
      says: "No unsolicited sales calls on Sundays in Rhode Island.",
      citation: "R.I. Gen. Laws 5-61-2, 5-61-3.6",
      confidence: "V1",
      source: "S17",
      modes: phone,
      audience: homes,
      purposes: solicitations,
      unless: solicited,
      rule: { kind: "closed", weekdays: ["sun"] },
    },
    {
      id: "US-RI-HOL",
      says: "No unsolicited sales calls on state and federal holidays in Rhode Island.",
      citation: "R.I. Gen. Laws 5-61-2, 5-61-3.6",
      confidence: "V1",
      source: "S17",
      modes: phone,
      audience: homes,
      purposes: solicitations,
      unless: solicited,
      rule: { kind: "closed", calendar: "holidays", conditions: ["holiday", "proclaimed_day", "election_day"] },
    },
  ],
};
