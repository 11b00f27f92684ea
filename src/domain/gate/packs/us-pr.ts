import type { Pack } from "#domain/gate/packs/row.ts";
import { homes, phone, solicitations } from "#domain/gate/packs/us.ts";

export const usPr: Pack = {
  name: "us-pr",
  title: "Puerto Rico",
  version: "2026.11",
  countries: ["US"],
  region: "PR",
  ownCountry: "PR",
  rows: [
    {
      id: "US-PR-HOURS",
      says: "Sales calls and texts only from 09:00 to 21:00 where the person is.",
      citation: "10 L.P.R.A. 4033",
      confidence: "V2",
      source: "S4",
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
    {
      id: "US-REC-ALL",
      says: "Puerto Rico wants the consent of all who speak to a recording.",
      citation: "State wiretap law; 18 USC 2511(2)(d)",
      confidence: "V2",
      source: "S1, S4",
      modes: ["call", "auto", "pre", "ai", "visit"],
      purposes: "all",
      when: { recorded: true },
      rule: { kind: "oblige", text: "Announce the recording at the start and keep the announcement on the recording." },
    },
  ],
};
