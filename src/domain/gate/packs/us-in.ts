import type { Pack } from "#domain/gate/packs/row.ts";
import { homes, phone, recentInquiry, solicitations } from "#domain/gate/packs/us.ts";

export const usIn: Pack = {
  name: "us-in",
  title: "Indiana",
  version: "2026.11",
  countries: ["US"],
  region: "IN",
  rows: [
    {
      id: "US-IN-DNC",
      says: "The number is on the do-not-call list of Indiana.",
      citation: "IC 24-4.7-1-1",
      confidence: "V1",
      source: "S32",
      modes: phone,
      audience: homes,
      purposes: solicitations,
      unless: [
        { says: "They asked for it or consented.", if: { consent: { anyTechnology: true } } },
        { says: "They asked for it.", if: recentInquiry },
        { says: "It is about an existing contract.", if: { tie: { kinds: ["contract"], current: true } } },
        {
          says: "A bank or internet provider calls its customer.",
          if: { all: [{ sector: ["bank", "telecom"] }, { tie: { kinds: ["purchase", "contract"], months: 18 } }] },
        },
        { says: "A licensed insurance agent calls.", if: { sector: ["insurance"] } },
      ],
      rule: { kind: "list", lists: ["us-in"] },
    },
    {
      id: "US-IN-DNC",
      says: "Our copy of the do-not-call list of Indiana is older than 31 days, or there is none.",
      citation: "IC 24-4.7-1-1",
      confidence: "V1",
      source: "S32",
      modes: phone,
      audience: homes,
      purposes: solicitations,
      unless: [
        { says: "They asked for it or consented.", if: { consent: { anyTechnology: true } } },
        { says: "They asked for it.", if: recentInquiry },
        { says: "It is about an existing contract.", if: { tie: { kinds: ["contract"], current: true } } },
        {
          says: "A bank or internet provider calls its customer.",
          if: { all: [{ sector: ["bank", "telecom"] }, { tie: { kinds: ["purchase", "contract"], months: 18 } }] },
        },
        { says: "A licensed insurance agent calls.", if: { sector: ["insurance"] } },
      ],
      rule: { kind: "fresh", lists: ["us-in"], days: 31 },
    },
  ],
};
