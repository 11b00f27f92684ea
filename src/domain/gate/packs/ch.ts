import type { Fact, Lift, Pack } from "#domain/gate/packs/row.ts";

const natural = ["consumer", "sole_trader", "partnership"] as const;
/** A voicemail that a person leaves is a call first. */
const calls = ["call", "auto", "vm", "pre", "ai"] as const;
const anyConsent: Fact = {
  any: [{ consent: {} }, { all: [{ mode: ["call", "auto", "vm"] }, { consent: { anyTechnology: true } }] }],
};
const known: readonly Lift[] = [
  {
    says: "There is a business relationship.",
    if: { any: [{ tie: { kinds: ["purchase"] } }, { tie: { kinds: ["contract", "membership"], current: true } }] },
  },
  { says: "They consented to our calls.", if: anyConsent },
];

export const ch: Pack = {
  name: "ch",
  title: "Switzerland",
  version: "2026.11",
  countries: ["CH"],
  rows: [
    {
      id: "CH-TEL-01",
      says: "The asterisk in the directory says: no advertising from those with whom I do no business.",
      citation: "UWG art. 3(1)(u), 23",
      confidence: "V1",
      source: "CH1, CH2",
      modes: calls,
      from: "2012-04-01",
      when: { directory: ["starred"] },
      unless: known,
      rule: {
        kind: "forbid",
        missing: { fact: "relationships", wouldChange: "a business relationship with us, or a consent to calls" },
      },
    },
    {
      id: "CH-TEL-01",
      says: "A number without a directory entry is treated like one with an asterisk.",
      citation: "UWG art. 3(1)(u), 23",
      confidence: "V1",
      source: "CH1, CH2",
      modes: calls,
      from: "2021-01-01",
      when: { directory: ["unlisted"] },
      unless: known,
      rule: {
        kind: "forbid",
        missing: {
          fact: "contact.phone.directory",
          wouldChange: "an entry without asterisk, a business relationship, or consent",
        },
      },
    },
    {
      id: "CH-TEL-01",
      says: "The call shows a number that is registered in Switzerland and that the caller may use.",
      citation: "UWG art. 3(1)(v)",
      confidence: "V1",
      source: "CH1, CH2",
      modes: calls,
      from: "2021-01-01",
      when: { any: [{ callerId: "withheld" }, { callerIdNotIn: ["+41"] }] },
      rule: { kind: "forbid", missing: { fact: "attempt.callerId", wouldChange: "show your registered Swiss number" } },
    },
    {
      id: "CH-TEL-02",
      says: "What was learned in an unlawful call may not be used; the principal is liable.",
      citation: "UWG art. 3(1)(w)",
      confidence: "V2",
      source: "CH2",
      from: "2021-01-01",
      rule: { kind: "note" },
    },
    {
      id: "CH-EML-01",
      says: "Mass advertising by message or machine needs consent.",
      citation: "UWG art. 3(1)(o)",
      confidence: "K",
      source: "world 5",
      modes: ["email", "sms", "dm", "pre", "ai", "rvm"],
      from: "2007-04-01",
      unless: [
        {
          says: "A customer who was told how to refuse may be written to about similar goods of our own.",
          if: {
            all: [
              { mode: ["email", "sms", "sms_auto", "dm"] },
              { tie: { kinds: ["purchase", "contract"], similar: true, optOutOffered: true } },
              { not: { refused: {} } },
              { disclosed: ["unsubscribe"] },
            ],
          },
        },
      ],
      rule: {
        kind: "need",
        fact: { consent: {} },
        missing: { fact: "consents", wouldChange: "a consent that names this channel" },
      },
    },
    {
      id: "CH-EML-01",
      says: "An advertising message names its sender and an easy, free way to refuse.",
      citation: "UWG art. 3(1)(o)",
      confidence: "K",
      source: "world 5",
      modes: ["email", "sms", "dm"],
      from: "2007-04-01",
      rule: {
        kind: "need",
        fact: { disclosed: ["sender", "unsubscribe"] },
        missing: { fact: "attempt.disclosed", wouldChange: "name the sender, and add a free way to opt out" },
      },
    },
    {
      id: "CH-SEC-01",
      says: "Health insurance is not sold by cold calls.",
      citation: "VVK agreement, made binding",
      confidence: "K",
      source: "world 5",
      modes: calls,
      audience: ["consumer"],
      from: "2024-09-01",
      when: { product: ["health_insurance"] },
      unless: [
        {
          says: "They are insured with us, or were within three years.",
          if: { tie: { kinds: ["contract", "purchase"], months: 36 } },
        },
        {
          says: "They asked for it themselves.",
          if: { any: [anyConsent, { tie: { kinds: ["inquiry", "application"], similar: true } }] },
        },
      ],
      rule: {
        kind: "forbid",
        missing: { fact: "relationships", wouldChange: "an insurance with us, or the person's own request" },
      },
    },
    {
      id: "CH-DSG-01",
      says: "Whoever's data came from somebody else is told so, within one month.",
      citation: "DSG art. 19",
      confidence: "K",
      source: "world 5",
      purposes: "all",
      audience: natural,
      from: "2023-09-01",
      when: {
        all: [{ source: ["referral", "public", "register", "partner", "list"] }, { not: { noticeSent: true } }],
      },
      rule: { kind: "oblige", text: "Say where the data come from and give the privacy notice with this contact." },
    },
    {
      id: "CH-DSG-01",
      says: "The person objected to the use of their data.",
      citation: "DSG art. 30",
      confidence: "K",
      source: "world 5",
      audience: natural,
      from: "2023-09-01",
      when: { refused: {} },
      rule: { kind: "forbid" },
    },
    {
      id: "CH-DSG-01",
      says: "The notice about data from elsewhere is due one month after they came.",
      citation: "DSG art. 19(5)",
      confidence: "K",
      source: "world 5",
      from: "2023-09-01",
      rule: { kind: "clock", of: "notice", period: "P1M" },
    },
    {
      id: "REC-CH",
      says: "Recording without the consent of everybody in the conversation is a crime.",
      citation: "StGB art. 179ter, 179quinquies",
      confidence: "K",
      source: "world 9",
      purposes: "all",
      when: { recorded: true },
      rule: { kind: "oblige", text: "Announce it and ask; record only after everybody has agreed." },
    },
  ],
};
