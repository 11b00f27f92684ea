/** The rules that Warmline itself keeps, everywhere, whatever a country's law allows. */
export const policyPack = {
  name: "policy",
  version: "2026.11",
  rules: {
    unknownPlace: { id: "GATE-UNK", basis: "policy", citation: "Warmline policy: no attempt into the unknown" },
    restricted: { id: "EU-GDPR-18", basis: "law", citation: "GDPR Art. 18: restricted data is stored and not used" },
    optOut: { id: "POL-OPTOUT-NOW", basis: "policy", citation: "Warmline policy: a stop closes all marketing at once" },
    priorContact: { id: "POL-WARM", basis: "policy", citation: "Warmline policy: no outreach without a prior contact" },
    everyZone: { id: "POL-ZONE", basis: "policy", citation: "Warmline policy: every possible time zone must be open" },
    hours: { id: "POL-HRS-01", basis: "policy", citation: "Warmline policy: calling hours" },
    cap: { id: "POL-CAP-01", basis: "policy", citation: "Warmline policy: attempts per person" },
    identify: { id: "POL-ID-00", basis: "policy", citation: "Warmline policy: say who is calling" },
    offerOptOut: { id: "POL-OPTOUT-OFFER", basis: "policy", citation: "Warmline policy: say how to opt out" },
    announceRecording: { id: "POL-REC-00", basis: "policy", citation: "Warmline policy: announce the recording" },
  },
  caps: [{ attempts: 3, hours: 7 * 24 }],
} as const;

export type PolicyRule = (typeof policyPack.rules)[keyof typeof policyPack.rules];
