import type { Fact, Pack } from "#domain/gate/packs/row.ts";
import { homes, phone, solicitations } from "#domain/gate/packs/us.ts";

const custom: Fact = {
  any: [
    { tie: { kinds: ["purchase", "contract"], months: 18 } },
    { tie: { kinds: ["inquiry", "application"], months: 3 } },
  ],
};

export const usNy: Pack = {
  name: "us-ny",
  title: "New York",
  version: "2026.11",
  countries: ["US"],
  region: "NY",
  rows: [
    {
      id: "US-NY-HOURS",
      says: "Sales calls and texts only from 08:00 to 21:00 where the person is.",
      citation: "GBL 399-z(2), 399-pp",
      confidence: "V1",
      source: "S21",
      modes: phone,
      audience: homes,
      purposes: solicitations,
      unless: [
        { says: "They expressly agreed to another time.", if: { consent: { atTimes: true, anyTechnology: true } } },
      ],
      rule: {
        kind: "hours",
        week: {
          mon: [["08:00", "21:00"]],
          tue: [["08:00", "21:00"]],
          wed: [["08:00", "21:00"]],
          thu: [["08:00", "21:00"]],
          fri: [["08:00", "21:00"]],
          sat: [["08:00", "21:00"]],
          sun: [["08:00", "21:00"]],
        },
      },
    },
    {
      id: "US-NY-SOE",
      says: "A state of emergency holds there: no unsolicited sales calls.",
      citation: "GBL 399-z(5-a), 399-pp(7)(f)",
      confidence: "V2",
      source: "S21",
      modes: phone,
      audience: homes,
      purposes: solicitations,
      when: { not: custom },
      unless: [{ says: "They asked to be called then.", if: { consent: { atTimes: true, anyTechnology: true } } }],
      from: "2019-12-01",
      rule: { kind: "during", conditions: ["state_of_emergency", "disaster_emergency"] },
    },
    {
      id: "US-NY-SOE",
      says: "A state of emergency holds there; one of two laws would let a customer be called, the other was not read in full.",
      citation: "GBL 399-z(5-a), 399-pp(7)(f)",
      confidence: "X",
      source: "S21",
      contested: true,
      modes: phone,
      audience: homes,
      purposes: solicitations,
      when: custom,
      unless: [{ says: "They asked to be called then.", if: { consent: { atTimes: true, anyTechnology: true } } }],
      from: "2019-12-01",
      rule: { kind: "during", conditions: ["state_of_emergency", "disaster_emergency"] },
    },
    {
      id: "US-NY-ID",
      says: "Say name, seller, purpose, recording and the right not to be called at the start.",
      citation: "GBL 399-z(2)",
      confidence: "V1",
      source: "S21, S4",
      modes: ["call", "auto", "vm", "sms"],
      audience: homes,
      purposes: solicitations,
      from: "2021-08-12",
      rule: {
        kind: "oblige",
        text: "Within 30 seconds say your name, the seller, the purpose, that the call is recorded, and offer the do-not-call list.",
      },
    },
  ],
};
