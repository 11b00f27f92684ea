import type { Pack } from "#domain/gate/packs/row.ts";
import { homes, phone, solicitations } from "#domain/gate/packs/us.ts";

export const usMi: Pack = {
  name: "us-mi",
  title: "Michigan",
  version: "2026.11",
  countries: ["US"],
  region: "MI",
  rows: [
    {
      id: "US-MI-HOURS",
      says: "Sales calls and texts only from 09:00 to 21:00 where the person is.",
      citation: "MCL 445.111 ff.",
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
    {
      id: "US-REC-ALL",
      says: "Michigan was disputed; we treat it as all-party.",
      citation: "State wiretap law; 18 USC 2511(2)(d)",
      confidence: "V2",
      source: "S4",
      modes: ["call", "auto", "pre", "ai", "visit"],
      purposes: "all",
      when: { recorded: true },
      rule: { kind: "oblige", text: "Announce the recording at the start and keep the announcement on the recording." },
    },
  ],
};
