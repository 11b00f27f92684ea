import type { Mode, Pack } from "#domain/gate/packs/row.ts";

/** A voicemail that a person leaves is a call first. */
const calls: readonly Mode[] = ["call", "auto", "vm"];
const messages: readonly Mode[] = ["email", "sms"];

export const jp: Pack = {
  name: "jp",
  title: "Japan",
  version: "2026.11",
  countries: ["JP"],
  rows: [
    {
      id: "JP-TEL-01",
      says: "Before soliciting, the caller must say who calls, for whom, about what, and that it is to sell.",
      citation: "Act on Specified Commercial Transactions Art. 16",
      confidence: "V1",
      source: "JP1",
      modes: calls,
      audience: ["consumer"],
      rule: {
        kind: "oblige",
        text: "Say first the seller's name, your own name, the kind of goods, and that you are calling to sell.",
      },
    },
    {
      id: "JP-TEL-02",
      says: "The person declined: no continued or repeated solicitation until they ask themselves.",
      citation: "Act on Specified Commercial Transactions Art. 17",
      confidence: "V1",
      source: "JP1, JP2",
      modes: calls,
      audience: ["consumer"],
      from: "2009-12-01",
      when: { refused: {} },
      rule: { kind: "forbid" },
    },
    {
      id: "JP-TEL-02",
      says: "The person hung up in silence more than once, which counts as declining.",
      citation: "Act on Specified Commercial Transactions Art. 17; guideline",
      confidence: "V2",
      source: "JP2",
      modes: calls,
      audience: ["consumer"],
      from: "2009-12-01",
      when: { attempted: { channels: ["call"], atLeast: 2, outcomes: ["hang_up", "hung_up"] } },
      unless: [
        { says: "The person consented to the call.", if: { consent: { anyTechnology: true } } },
        { says: "The person asked for it.", if: { tie: { kinds: ["inquiry", "application"], similar: true } } },
      ],
      rule: { kind: "forbid", missing: { fact: "consents", wouldChange: "The person's own request would open this." } },
    },
    {
      id: "JP-TEL-01",
      says: "A message dropped into a voicemail is an automated call: it needs consent.",
      citation: "Warmline policy: ringless messages need consent; Act on Specified Commercial Transactions",
      confidence: "K",
      source: "world 10",
      basis: "policy",
      modes: ["rvm"],
      rule: {
        kind: "need",
        fact: { consent: {} },
        missing: { fact: "consents", wouldChange: "A consent that names such messages would open this." },
      },
    },
    {
      id: "JP-HRS-01",
      says: "No statute sets general hours; calls at night or early count as annoying (a guideline says 21 to 8). Our own hours hold.",
      citation: "Enforcement Regulation of the Act on Specified Commercial Transactions",
      confidence: "K",
      source: "own knowledge, doubtful",
      rule: { kind: "note" },
    },
    {
      id: "JP-EML-01",
      says: "Advertising e-mail and texts need consent beforehand; keep its record.",
      citation: "Act on Regulation of Transmission of Specified Electronic Mail Art. 3; ASCT Art. 12-3",
      confidence: "V2",
      source: "JP3",
      modes: messages,
      from: "2008-12-01",
      unless: [
        { says: "The person consented to it.", if: { consent: {} } },
        {
          says: "There are existing dealings.",
          if: {
            any: [{ tie: { kinds: ["purchase"] } }, { tie: { kinds: ["contract", "membership"], current: true } }],
          },
        },
        {
          says: "The person gave us the address.",
          if: { all: [{ tie: { kinds: ["inquiry", "application"] } }, { source: ["self"] }] },
        },
        {
          says: "A business address was published.",
          if: {
            all: [
              { tie: { kinds: ["published_address"] } },
              { any: [{ emailKind: ["role", "work"] }, { not: { audience: ["consumer"] } }] },
            ],
          },
        },
      ],
      rule: {
        kind: "forbid",
        missing: { fact: "consents", wouldChange: "A consent to this channel would open this." },
      },
    },
    {
      id: "JP-EML-01",
      says: "An advertising e-mail must name its sender with an address and say how to opt out.",
      citation: "Act on Regulation of Transmission of Specified Electronic Mail Art. 4",
      confidence: "V2",
      source: "JP3",
      modes: ["email"],
      from: "2008-12-01",
      rule: {
        kind: "need",
        fact: { disclosed: ["sender", "postal_address", "unsubscribe"] },
        missing: {
          fact: "attempt.disclosed",
          wouldChange: "A message with its sender, a postal address and an opt-out would do.",
        },
      },
    },
    {
      id: "JP-EML-01",
      says: "An advertising text must name its sender and say how to opt out.",
      citation: "Act on Regulation of Transmission of Specified Electronic Mail Art. 4",
      confidence: "V2",
      source: "JP3",
      modes: ["sms"],
      from: "2008-12-01",
      rule: {
        kind: "need",
        fact: { disclosed: ["sender", "unsubscribe"] },
        missing: { fact: "attempt.disclosed", wouldChange: "A text with its sender and an opt-out would do." },
      },
    },
    {
      id: "JP-B2B-01",
      says: "The rules on telephone sales do not protect contracts that are made for a business.",
      citation: "Act on Specified Commercial Transactions Art. 26",
      confidence: "K",
      source: "own knowledge",
      rule: { kind: "note" },
    },
    {
      id: "REC-AP1",
      says: "One party may record, not for unlawful ends; privacy law wants a notice.",
      citation: "Act on the Protection of Personal Information",
      confidence: "K",
      source: "own knowledge",
      modes: ["call", "auto", "pre", "ai"],
      purposes: "all",
      when: { recorded: true },
      rule: { kind: "oblige", text: "Announce at the beginning that the call is recorded." },
    },
  ],
};
