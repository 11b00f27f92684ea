import type { Fact, Pack } from "#domain/gate/packs/row.ts";
import { homes, phone, solicitations } from "#domain/gate/packs/us.ts";

/** What alone reopens a number in Virginia. */
const signedSince: Fact = {
  consent: { forms: ["written", "electronic"], names: ["seller", "number"], anyTechnology: true, afterRefusals: true },
};

export const usVa: Pack = {
  name: "us-va",
  title: "Virginia",
  version: "2026.11",
  countries: ["US"],
  region: "VA",
  rows: [
    {
      id: "US-VA-HOURS",
      says: "Sales calls and texts only from 08:00 to 21:00 where the person is.",
      citation: "Va. Code 59.1-511",
      confidence: "V1",
      source: "S23",
      modes: phone,
      audience: homes,
      purposes: solicitations,
      unless: [{ says: "They agreed to this time before.", if: { consent: { atTimes: true, anyTechnology: true } } }],
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
      id: "US-VA-10Y",
      says: "They asked not to be called or texted; Virginia keeps that for at least 10 years.",
      citation: "Va. Code 59.1-514; SB 1339",
      confidence: "V2",
      source: "S23",
      modes: ["call", "auto", "pre", "ai", "vm", "rvm"],
      audience: homes,
      purposes: solicitations,
      when: { refused: { ever: true } },
      rule: {
        kind: "need",
        fact: signedSince,
        missing: { fact: "consents", wouldChange: "A signed written permission" },
      },
    },
    {
      id: "US-VA-10Y",
      says: "They asked not to be called or texted; Virginia keeps that for at least 10 years.",
      citation: "Va. Code 59.1-514; SB 1339",
      confidence: "V2",
      source: "S23",
      modes: ["sms"],
      audience: homes,
      purposes: solicitations,
      when: { refused: { ever: true } },
      from: "2026-01-01",
      rule: {
        kind: "need",
        fact: signedSince,
        missing: { fact: "consents", wouldChange: "A signed written permission" },
      },
    },
    {
      id: "US-VA-ID",
      says: "Say your first and last name and the seller.",
      citation: "Va. Code 59.1-510, -512",
      confidence: "V1",
      source: "S23",
      modes: ["call", "auto", "vm"],
      audience: homes,
      purposes: solicitations,
      rule: { kind: "oblige", text: "Say your first and last name and for whom you call." },
    },
  ],
};
