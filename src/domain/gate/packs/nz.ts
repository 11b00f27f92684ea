import type { Mode, Pack } from "#domain/gate/packs/row.ts";

const messages: readonly Mode[] = ["email", "sms", "dm"];

export const nz: Pack = {
  name: "nz",
  title: "New Zealand",
  version: "2026.11",
  countries: ["NZ"],
  rows: [
    {
      id: "NZ-EML-01",
      says: "Commercial messages need consent: express, inferred or deemed.",
      citation: "Unsolicited Electronic Messages Act 2007 s. 9",
      confidence: "V1",
      source: "NZ1, NZ2",
      modes: messages,
      unless: [
        { says: "The person consented to it.", if: { consent: {} } },
        {
          says: "Inferred: the business relationship makes the message expected.",
          if: {
            any: [
              { tie: { kinds: ["contract", "membership"], current: true } },
              { tie: { kinds: ["purchase"], similar: true } },
            ],
          },
        },
        {
          says: "Deemed: a work address was published and the message is relevant to that work.",
          if: {
            all: [
              { tie: { kinds: ["published_address"] } },
              {
                any: [
                  { emailKind: ["role", "work"] },
                  { all: [{ mode: ["sms", "sms_auto", "dm"] }, { not: { audience: ["consumer"] } }] },
                ],
              },
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
      id: "NZ-EML-01",
      says: "Recorded calls need consent as messages do.",
      citation: "Unsolicited Electronic Messages Act 2007",
      confidence: "V1",
      source: "NZ1",
      modes: ["pre", "ai", "rvm"],
      unless: [{ says: "The person consented to recorded calls.", if: { consent: {} } }],
      rule: {
        kind: "forbid",
        missing: { fact: "consents", wouldChange: "A consent that names recorded calls would open this." },
      },
    },
    {
      id: "NZ-EML-01",
      says: "A commercial message must name its sender and carry an unsubscribe.",
      citation: "Unsolicited Electronic Messages Act 2007 ss. 10, 11",
      confidence: "V1",
      source: "NZ1",
      modes: messages,
      rule: {
        kind: "need",
        fact: { disclosed: ["sender", "unsubscribe"] },
        missing: { fact: "attempt.disclosed", wouldChange: "A message with its sender and an unsubscribe would do." },
      },
    },
    {
      id: "NZ-EML-01",
      says: "An unsubscribe must be honoured within 5 working days.",
      citation: "Unsolicited Electronic Messages Act 2007 s. 9",
      confidence: "V1",
      source: "NZ1",
      rule: { kind: "clock", of: "optOut", period: "5 working days" },
    },
    {
      id: "NZ-TEL-01",
      says: "The number is on the do-not-call list of the Marketing Association, which binds its members. No statute has a list or hours.",
      citation: "Marketing Association Do Not Call",
      confidence: "V2",
      source: "NZ2",
      modes: ["call", "auto", "vm"],
      audience: ["consumer"],
      unless: [
        { says: "The person consented to it.", if: { consent: { anyTechnology: true } } },
        {
          says: "The person is a running customer.",
          if: { tie: { kinds: ["contract", "membership"], current: true } },
        },
      ],
      rule: { kind: "list", lists: ["nz-*"] },
    },
    {
      id: "NZ-PRV-3A",
      says: "The data come from elsewhere: the person must be told as soon as practicable.",
      citation: "Privacy Act 2020, information privacy principle 3A",
      confidence: "V2",
      source: "NZ3",
      when: {
        all: [{ source: ["referral", "public", "register", "partner", "list"] }, { not: { noticeSent: true } }],
      },
      from: "2026-05-01",
      rule: {
        kind: "oblige",
        text: "Tell the person who collected the data and why, who receives them, and their rights of access and correction.",
      },
    },
    {
      id: "REC-AP1",
      says: "One party may record, not for unlawful ends; privacy law wants a notice.",
      citation: "Crimes Act 1961 s. 216B; Privacy Act 2020",
      confidence: "K",
      source: "own knowledge",
      modes: ["call", "auto", "pre", "ai"],
      purposes: "all",
      when: { recorded: true },
      rule: { kind: "oblige", text: "Announce at the beginning that the call is recorded." },
    },
  ],
};
