import type { Pack } from "#domain/gate/packs/row.ts";

export const at: Pack = {
  name: "at",
  title: "Austria",
  version: "2026.11",
  countries: ["AT"],
  rows: [
    {
      id: "AT-TEL-01",
      says: "Everybody, companies too, is called only with prior consent; within a contract too, and to ask for consent.",
      citation: "TKG 2021 § 174(1)",
      confidence: "V2",
      source: "AT1",
      modes: ["call", "auto"],
      rule: {
        kind: "need",
        fact: { consent: { anyTechnology: true } },
        missing: { fact: "consents", wouldChange: "a prior consent to calls, of the called person or company" },
      },
    },
    {
      id: "AT-TEL-01",
      says: "A machine that calls needs prior consent to just that, from companies too.",
      citation: "TKG 2021 § 174(1)",
      confidence: "V2",
      source: "AT1",
      modes: ["pre", "ai"],
      rule: {
        kind: "need",
        fact: { consent: {} },
        missing: { fact: "consents", wouldChange: "a prior consent to calls by this machine" },
      },
    },
    {
      id: "AT-EML-01",
      says: "E-mail, texts and direct messages need prior consent, from companies too.",
      citation: "TKG 2021 § 174(3), (4)",
      confidence: "V2",
      source: "AT1",
      modes: ["email", "sms", "dm", "vm", "rvm"],
      unless: [
        {
          says: "A customer who is not on the ECG list may be written to about similar goods of our own.",
          if: {
            all: [
              { mode: ["email", "sms", "sms_auto", "dm"] },
              { tie: { kinds: ["purchase", "contract"], similar: true, optOutOffered: true } },
              { not: { refused: {} } },
              { disclosed: ["unsubscribe"] },
              { not: { listed: ["at-*"] } },
            ],
          },
        },
      ],
      rule: {
        kind: "need",
        fact: { consent: {} },
        missing: { fact: "consents", wouldChange: "a prior consent that names this channel" },
      },
    },
    {
      id: "AT-EML-01",
      says: "Before writing to customers without consent the ECG list is checked.",
      citation: "TKG 2021 § 174(4); ECG § 7",
      confidence: "K",
      source: "AT1",
      modes: ["email", "sms", "dm"],
      unless: [{ says: "They consented.", if: { consent: {} } }],
      rule: { kind: "fresh", lists: ["at-*"], days: 31 },
    },
    {
      id: "AT-ID-01",
      says: "The number is neither suppressed nor falsified; fines go to €50 000.",
      citation: "TKG 2021 § 174(2), § 188",
      confidence: "K",
      source: "world 3.3",
      modes: ["call", "auto", "pre", "ai"],
      when: { callerId: "withheld" },
      rule: { kind: "forbid", missing: { fact: "attempt.callerId", wouldChange: "show your number" } },
    },
    {
      id: "REC-AT",
      says: "Recordings need the consent of everybody in the conversation; passing them on without is punishable.",
      citation: "StGB § 120; DSG",
      confidence: "K",
      source: "world 9",
      purposes: "all",
      when: { recorded: true },
      rule: { kind: "oblige", text: "Ask first; record only after everybody has said yes on the line, and log it." },
    },
  ],
};
