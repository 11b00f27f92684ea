import type { Pack } from "#domain/gate/packs/row.ts";
import { homes, phone, signed, solicitations } from "#domain/gate/packs/us.ts";

export const usTx: Pack = {
  name: "us-tx",
  title: "Texas",
  version: "2026.11",
  countries: ["US"],
  region: "TX",
  rows: [
    {
      id: "US-TX-HOURS",
      says: "Sales calls and texts to Texas only from 09:00 to 21:00, on Sundays from 12:00.",
      citation: "Bus. & Com. Code 301.051",
      confidence: "V2",
      source: "S1",
      modes: phone,
      audience: homes,
      purposes: solicitations,
      unless: [
        { says: "There is or was business between them.", if: { tie: { kinds: ["purchase", "contract"] } } },
        {
          says: "They asked for it.",
          if: {
            any: [{ tie: { kinds: ["inquiry", "application"] } }, { consent: { atTimes: true, anyTechnology: true } }],
          },
        },
      ],
      rule: {
        kind: "hours",
        week: {
          mon: [["09:00", "21:00"]],
          tue: [["09:00", "21:00"]],
          wed: [["09:00", "21:00"]],
          thu: [["09:00", "21:00"]],
          fri: [["09:00", "21:00"]],
          sat: [["09:00", "21:00"]],
          sun: [["12:00", "21:00"]],
        },
      },
    },
    {
      id: "US-TX-DNC",
      says: "The number is on the do-not-call list of Texas.",
      citation: "Bus. & Com. Code 304.004",
      confidence: "V1",
      source: "S30",
      modes: phone,
      audience: homes,
      purposes: solicitations,
      unless: [
        { says: "A signed agreement with this seller that names the number opens it.", if: signed },
        {
          says: "They bought within 18 months, or a contract runs or ended within a year.",
          if: { any: [{ tie: { kinds: ["purchase"], months: 18 } }, { tie: { kinds: ["contract"], months: 12 } }] },
        },
        {
          says: "They asked or applied within 3 months.",
          if: { tie: { kinds: ["inquiry", "application"], months: 3 } },
        },
      ],
      rule: { kind: "list", lists: ["us-tx"] },
    },
    {
      id: "US-TX-DNC",
      says: "Our copy of the do-not-call list of Texas is older than 31 days, or there is none.",
      citation: "Bus. & Com. Code 304.004",
      confidence: "V1",
      source: "S30",
      modes: phone,
      audience: homes,
      purposes: solicitations,
      unless: [
        { says: "A signed agreement with this seller that names the number opens it.", if: signed },
        {
          says: "They bought within 18 months, or a contract runs or ended within a year.",
          if: { any: [{ tie: { kinds: ["purchase"], months: 18 } }, { tie: { kinds: ["contract"], months: 12 } }] },
        },
        {
          says: "They asked or applied within 3 months.",
          if: { tie: { kinds: ["inquiry", "application"], months: 3 } },
        },
      ],
      rule: { kind: "fresh", lists: ["us-tx"], days: 31 },
    },
    {
      id: "US-TX-REG",
      says: "Telephone solicitors register in Texas.",
      citation: "Bus. & Com. Code 302; SB 140",
      confidence: "V2",
      source: "S30, S4",
      modes: phone,
      purposes: solicitations,
      when: { not: { registered: "us-tx" } },
      unless: [
        {
          says: "Texts only to people who consented need no registration.",
          if: { all: [{ mode: ["sms", "sms_auto"] }, { consent: { anyTechnology: true } }] },
        },
      ],
      from: "2025-09-01",
      rule: {
        kind: "oblige",
        text: "Register in Texas ($200 and a bond of $10,000) and report each quarter, unless an exemption of chapter 302 applies.",
      },
    },
  ],
};
