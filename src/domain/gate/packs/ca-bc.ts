import type { Pack } from "#domain/gate/packs/row.ts";

export const caBc: Pack = {
  name: "ca-bc",
  title: "British Columbia",
  version: "2026.11",
  countries: ["CA"],
  region: "BC",
  calendars: {
    holidays: {
      rules: [
        "01-01",
        "3rd monday in February",
        "easter -2",
        "monday before 05-25",
        "07-01",
        "1st monday in August",
        "1st monday in September",
        "09-30",
        "2nd monday in October",
        "11-11",
        "12-25",
      ],
    },
  },
  rows: [
    {
      id: "CA-BC-HOURS",
      says: "Telemarketing to people in British Columbia only from 09:00 to 21:30 on weekdays and from 10:00 to 18:00 at weekends, and not on statutory holidays.",
      citation: "Telemarketer Licensing Regulation",
      confidence: "V1",
      source: "S38",
      modes: ["call", "auto", "pre", "ai", "vm", "rvm"],
      audience: ["consumer"],
      purposes: ["marketing", "fundraising", "consent_request"],
      rule: {
        kind: "hours",
        week: {
          mon: [["09:00", "21:30"]],
          tue: [["09:00", "21:30"]],
          wed: [["09:00", "21:30"]],
          thu: [["09:00", "21:30"]],
          fri: [["09:00", "21:30"]],
          sat: [["10:00", "18:00"]],
          sun: [["10:00", "18:00"]],
        },
        closedOn: "holidays",
      },
    },
    {
      id: "CA-BC-30D",
      says: "One call in 30 days about the same offer.",
      citation: "Telemarketer Licensing Regulation",
      confidence: "V1",
      source: "S38",
      modes: ["call", "auto", "pre", "ai", "vm", "rvm"],
      audience: ["consumer"],
      purposes: ["marketing", "fundraising", "consent_request"],
      rule: { kind: "cap", attempts: 1, hours: 720, perSubject: true, channels: ["call", "voicemail"] },
    },
  ],
};
