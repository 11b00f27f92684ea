import type { Pack } from "#domain/gate/packs/row.ts";

/** A voicemail that a person leaves is a call first. */
const calls = ["call", "auto", "vm", "pre", "ai"] as const;

export const be: Pack = {
  name: "be",
  title: "Belgium",
  version: "2026.11",
  countries: ["BE"],
  rows: [
    {
      id: "BE-DNCM-01",
      says: "The number is on the Do-Not-Call-Me list, which holds for people, companies and customers.",
      citation: "WER VI.111–115",
      confidence: "V1",
      source: "BE1",
      modes: calls,
      from: "2015-07-11",
      unless: [
        {
          by: "BE-DNCM-02",
          says: "They consented to our calls after they joined the list.",
          if: {
            any: [
              { consent: { afterListing: ["be-dncm"] } },
              { all: [{ mode: ["call", "auto"] }, { consent: { afterListing: ["be-dncm"], anyTechnology: true } }] },
            ],
          },
        },
      ],
      rule: { kind: "list", lists: ["be-dncm"] },
    },
    {
      id: "BE-DNCM-01",
      says: "The current Do-Not-Call-Me list is used before a campaign.",
      citation: "WER VI.111–115",
      confidence: "K",
      source: "BE1",
      modes: calls,
      from: "2015-07-11",
      rule: { kind: "fresh", lists: ["be-dncm"], days: 31 },
    },
    {
      id: "BE-DNCM-01",
      says: "Whoever calls, even now and then, needs a licence of the Do-Not-Call-Me list.",
      citation: "WER VI.111–115",
      confidence: "V1",
      source: "BE1",
      modes: calls,
      from: "2015-07-11",
      when: { not: { registered: "be-dncm" } },
      rule: {
        kind: "forbid",
        missing: { fact: "seller.registrations", wouldChange: "the seller's licence of the list (be-dncm)" },
      },
    },
    {
      id: "BE-DNCM-02",
      says: "A consent from before the registration loses: the subscriber's latest act prevails.",
      citation: "DNCM, FAQ citing the privacy authority",
      confidence: "V1",
      source: "BE1",
      modes: ["call", "auto"],
      when: {
        all: [
          { listed: ["be-dncm"] },
          { consent: { anyTechnology: true } },
          { not: { consent: { afterListing: ["be-dncm"], anyTechnology: true } } },
        ],
      },
      rule: { kind: "forbid", missing: { fact: "consents", wouldChange: "a consent given after the registration" } },
    },
    {
      id: "BE-EML-01",
      says: "E-mail, texts, direct messages and machines need the person's prior consent.",
      citation: "WER XII.13; KB 4 April 2003; WER VI.110",
      confidence: "K",
      source: "world 3.3",
      modes: ["email", "sms", "dm", "pre", "ai", "rvm", "vm"],
      audience: ["consumer", "sole_trader", "partnership"],
      unless: [
        {
          says: "A customer may be written to about similar goods of our own.",
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
        missing: { fact: "consents", wouldChange: "a prior consent that names this channel" },
      },
    },
    {
      id: "BE-EML-01",
      says: "Only impersonal addresses of a company may be mailed without consent.",
      citation: "KB 4 April 2003 art. 1",
      confidence: "K",
      source: "world 3.3",
      modes: ["email"],
      audience: ["business"],
      unless: [
        {
          says: "A customer may be mailed about similar goods of our own.",
          if: {
            all: [
              { tie: { kinds: ["purchase", "contract"], similar: true, optOutOffered: true } },
              { not: { refused: {} } },
              { disclosed: ["unsubscribe"] },
            ],
          },
        },
      ],
      rule: {
        kind: "need",
        fact: { any: [{ emailKind: ["role"] }, { consent: {} }] },
        missing: { fact: "contact.email.kind", wouldChange: "an impersonal address (role), or a consent to e-mail" },
      },
    },
    {
      id: "REC-BE",
      says: "A participant may record; business use needs notice.",
      citation: "WEC art. 124–125",
      confidence: "K",
      source: "world 9",
      purposes: "all",
      when: { recorded: true },
      rule: { kind: "oblige", text: "Announce the recording and what it is for at the start." },
    },
  ],
};
