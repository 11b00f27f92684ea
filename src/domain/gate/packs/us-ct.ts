import type { Pack } from "#domain/gate/packs/row.ts";
import { homes, phone, solicitations } from "#domain/gate/packs/us.ts";

export const usCt: Pack = {
  name: "us-ct",
  title: "Connecticut",
  version: "2026.11",
  countries: ["US"],
  region: "CT",
  rows: [
    {
      id: "US-CT-HOURS",
      says: "Sales calls and texts only from 09:00 to 20:00 where the person is.",
      citation: "Conn. Gen. Stat. 42-284, 42-288a",
      confidence: "V2",
      source: "S28, S33",
      modes: phone,
      audience: homes,
      purposes: solicitations,
      rule: {
        kind: "hours",
        week: {
          mon: [["09:00", "20:00"]],
          tue: [["09:00", "20:00"]],
          wed: [["09:00", "20:00"]],
          thu: [["09:00", "20:00"]],
          fri: [["09:00", "20:00"]],
          sat: [["09:00", "20:00"]],
          sun: [["09:00", "20:00"]],
        },
      },
    },
    {
      id: "US-CT-PEWC",
      says: "Connecticut wants a signed consent for any sales call or message, also one dialed by hand.",
      citation: "Conn. Gen. Stat. 42-284 ff.; SB 1058",
      confidence: "V2",
      source: "S28",
      modes: ["call", "auto", "pre", "ai", "vm", "rvm", "sms", "dm"],
      audience: homes,
      purposes: solicitations,
      unless: [
        { says: "It answers their inquiry.", if: { tie: { kinds: ["inquiry", "application"], months: 3 } } },
        {
          says: "They are an existing customer who has not opted out.",
          if: { tie: { kinds: ["purchase", "contract"], months: 18 } },
        },
        {
          says: "A nonprofit speaks to its active members.",
          if: { all: [{ sector: ["charity"] }, { tie: { kinds: ["membership"], current: true } }] },
        },
      ],
      from: "2023-10-01",
      rule: {
        kind: "need",
        fact: { consent: { forms: ["written", "electronic"], names: ["seller", "number"] } },
        missing: { fact: "consents", wouldChange: "A signed consent that names the seller and the number" },
      },
    },
    {
      id: "US-CT-PEWC",
      says: "Say who calls, for whom and why within 10 seconds.",
      citation: "Conn. Gen. Stat. 42-284 ff.; SB 1058",
      confidence: "V2",
      source: "S28",
      modes: ["call", "auto", "vm"],
      audience: homes,
      purposes: solicitations,
      from: "2023-10-01",
      rule: { kind: "oblige", text: "Say your identity, the entity and the purpose within 10 seconds." },
    },
    {
      id: "US-REC-ALL",
      says: "Connecticut lets people sue over recordings without the consent of all; we treat it as all-party.",
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
