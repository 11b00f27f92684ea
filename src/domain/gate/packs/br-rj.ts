import type { Mode, Pack, Week } from "#domain/gate/packs/row.ts";

/** A voicemail that a person leaves is a call first. */
const calls: readonly Mode[] = ["call", "auto", "vm"];
const week: Week = {
  mon: [["08:00", "18:00"]],
  tue: [["08:00", "18:00"]],
  wed: [["08:00", "18:00"]],
  thu: [["08:00", "18:00"]],
  fri: [["08:00", "18:00"]],
};

export const brRj: Pack = {
  name: "br-rj",
  title: "Rio de Janeiro",
  version: "2026.11",
  countries: ["BR"],
  region: "RJ",
  calendars: {
    holidays: { library: true, regions: true },
    // National since 2024 (Lei 14.759/2023), before that a holiday of the state; the library does not know it.
    blackAwareness: { rules: ["11-20"] },
  },
  rows: [
    {
      id: "BR-RJ-01",
      says: "Telemarketing in Rio de Janeiro: Monday to Friday 8 to 18, never on weekends and holidays.",
      citation: "Lei estadual (RJ) 7.853/2018",
      confidence: "V2",
      source: "BR4",
      modes: calls,
      audience: ["consumer"],
      from: "2018-05-01",
      rule: { kind: "hours", week, closedOn: "holidays" },
    },
    {
      id: "BR-RJ-01",
      says: "No telemarketing in Rio de Janeiro on Black Awareness Day, 20 November.",
      citation: "Lei estadual (RJ) 7.853/2018; Lei 14.759/2023",
      confidence: "V2",
      source: "BR4",
      modes: calls,
      audience: ["consumer"],
      from: "2018-05-01",
      rule: { kind: "closed", calendar: "blackAwareness", conditions: ["holiday", "proclaimed_day"] },
    },
    {
      id: "BR-RJ-01",
      says: "Telemarketing in Rio de Janeiro must show its number.",
      citation: "Lei estadual (RJ) 7.853/2018",
      confidence: "V2",
      source: "BR4",
      modes: calls,
      audience: ["consumer"],
      from: "2018-05-01",
      when: { callerId: "withheld" },
      rule: { kind: "forbid", missing: { fact: "attempt.callerId", wouldChange: "A number that is shown would do." } },
    },
    {
      id: "BR-RJ-01",
      says: "The person is on the state's privacy list.",
      citation: "Lei estadual (RJ) 7.853/2018",
      confidence: "V2",
      source: "BR4",
      modes: calls,
      audience: ["consumer"],
      from: "2018-05-01",
      rule: { kind: "list", lists: ["br-rj"] },
    },
    {
      id: "BR-RJ-01",
      says: "The state's privacy list must have been checked within 31 days.",
      citation: "Lei estadual (RJ) 7.853/2018",
      confidence: "V2",
      source: "BR4; the age of the copy is our own",
      modes: calls,
      audience: ["consumer"],
      from: "2018-05-01",
      rule: { kind: "fresh", lists: ["br-rj"], days: 31 },
    },
    {
      id: "BR-RJ-01",
      says: "The caller must say at the beginning who is calling.",
      citation: "Lei estadual (RJ) 7.853/2018",
      confidence: "V2",
      source: "BR4",
      modes: calls,
      audience: ["consumer"],
      from: "2018-05-01",
      rule: { kind: "oblige", text: "Give your name and the seller's at the beginning." },
    },
  ],
};
