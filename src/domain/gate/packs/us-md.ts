import type { Pack } from "#domain/gate/packs/row.ts";
import { homes, phone, signedForMachines, solicitations } from "#domain/gate/packs/us.ts";

export const usMd: Pack = {
  name: "us-md",
  title: "Maryland",
  version: "2026.11",
  countries: ["US"],
  region: "MD",
  rows: [
    {
      id: "US-MD-HOURS",
      says: "Sales calls and texts only from 08:00 to 20:00 where the person is.",
      citation: "Md. Com. Law 14-4502",
      confidence: "V2",
      source: "S1, S25",
      modes: phone,
      audience: homes,
      purposes: solicitations,
      rule: {
        kind: "hours",
        week: {
          mon: [["08:00", "20:00"]],
          tue: [["08:00", "20:00"]],
          wed: [["08:00", "20:00"]],
          thu: [["08:00", "20:00"]],
          fri: [["08:00", "20:00"]],
          sat: [["08:00", "20:00"]],
          sun: [["08:00", "20:00"]],
        },
      },
    },
    {
      id: "US-MD-CAP",
      says: "Three contacts in 24 hours about one subject, whatever the number used.",
      citation: "Md. Com. Law 14-4502",
      confidence: "V2",
      source: "S1, S25",
      modes: phone,
      audience: homes,
      purposes: solicitations,
      rule: { kind: "cap", attempts: 3, hours: 24, perSubject: true, channels: ["call", "voicemail", "sms"] },
    },
    {
      id: "US-MD-AUTO",
      says: "Automated selling to Maryland needs a signed consent that names the technology.",
      citation: "Md. Com. Law 14-4502(a)",
      confidence: "V1",
      source: "S25",
      modes: ["auto", "pre", "ai", "rvm", "sms_auto"],
      purposes: ["marketing", "consent_request"],
      unless: [
        {
          says: "It is the one reply to their inquiry.",
          if: {
            all: [
              { tie: { kinds: ["inquiry"] } },
              { not: { attempted: { channels: ["call", "voicemail", "sms"], atLeast: 1, sinceTie: "inquiry" } } },
            ],
          },
        },
      ],
      from: "2024-01-01",
      rule: {
        kind: "need",
        fact: signedForMachines,
        missing: {
          fact: "consents",
          wouldChange: "A signed agreement that names the seller, the number and this technology",
        },
      },
    },
    {
      id: "US-REC-ALL",
      says: "Maryland wants the consent of all who speak to a recording.",
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
