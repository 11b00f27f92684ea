import type { Fact, Pack } from "#domain/gate/packs/row.ts";

const consent: Fact = { consent: { anyTechnology: true } };
const customer: Fact = {
  all: [
    { tie: { kinds: ["purchase", "contract"], similar: true, optOutOffered: true } },
    { not: { refused: {} } },
    { disclosed: ["unsubscribe"] },
  ],
};

export const fi: Pack = {
  name: "fi",
  title: "Finland",
  version: "2026.11",
  countries: ["FI", "AX"],
  rows: [
    {
      id: "FI-TEL-01",
      says: "The person refused advertising calls in the register.",
      citation: "Act 917/2014 § 200",
      confidence: "V1",
      source: "FI1",
      modes: ["call", "auto"],
      audience: ["consumer"],
      unless: [{ says: "They consented to our calls.", if: consent }],
      rule: { kind: "list", lists: ["fi-*"] },
    },
    {
      id: "FI-TEL-01",
      says: "The Robinson register is checked before consumers are called.",
      citation: "Act 917/2014 § 200",
      confidence: "K",
      source: "FI1",
      modes: ["call", "auto"],
      audience: ["consumer"],
      unless: [{ says: "They consented to our calls.", if: consent }],
      rule: { kind: "fresh", lists: ["fi-*"], days: 31 },
    },
    {
      id: "FI-TEL-01",
      says: "Mobile subscriptions are not sold to consumers by phone unless they asked for it.",
      citation: "Act 917/2014 ch. 24",
      confidence: "K",
      source: "FI1",
      modes: ["call", "auto", "pre", "ai"],
      audience: ["consumer"],
      when: { product: ["telecom"] },
      unless: [{ says: "They asked for it.", if: { tie: { kinds: ["inquiry", "application"], similar: true } } }],
      rule: { kind: "forbid", missing: { fact: "relationships", wouldChange: "the consumer's own request" } },
    },
    {
      id: "FI-TEL-01",
      says: "A contract made by phone binds only after the consumer accepted it in writing.",
      citation: "KSL ch. 6",
      confidence: "V1",
      source: "FI1",
      modes: ["call", "auto"],
      audience: ["consumer"],
      from: "2023-01-01",
      rule: {
        kind: "oblige",
        text: "Send the offer in writing after the call; it binds only once accepted in writing.",
      },
    },
    {
      id: "FI-EML-01",
      says: "E-mail to a person needs prior consent.",
      citation: "Act 917/2014 §§ 200, 202",
      confidence: "V2",
      source: "ND1",
      modes: ["email"],
      audience: ["consumer", "sole_trader", "partnership"],
      unless: [{ by: "EU-EPD-132", says: "A customer may be mailed about similar goods of our own.", if: customer }],
      rule: {
        kind: "need",
        fact: { consent: {} },
        missing: { fact: "consents", wouldChange: "a prior consent to e-mail" },
      },
    },
    {
      id: "FI-EML-01",
      says: "Whether a named company address needs consent is disputed: we ask for it. General ones may object.",
      citation: "Act 917/2014 §§ 200, 202",
      confidence: "V2",
      source: "ND1",
      contested: true,
      modes: ["email"],
      audience: ["business"],
      unless: [{ by: "EU-EPD-132", says: "A customer may be mailed about similar goods of our own.", if: customer }],
      rule: {
        kind: "need",
        fact: { any: [{ emailKind: ["role"] }, { consent: {} }] },
        missing: {
          fact: "contact.email.kind",
          wouldChange: "a general address (role), or the person's consent to e-mail",
        },
      },
    },
    {
      id: "EU-EPD-131",
      says: "Messages to a person need prior consent; being a customer opens e-mail and texts only.",
      citation: "Directive 2002/58 Art. 13(1), 2(h)",
      confidence: "K",
      source: "EU3",
      modes: ["email", "sms", "dm"],
      audience: ["consumer", "sole_trader", "partnership"],
      unless: [
        {
          by: "EU-EPD-132",
          says: "A customer may be written to about similar goods of our own.",
          if: {
            all: [
              { mode: ["email", "sms", "sms_auto"] },
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
        missing: { fact: "consents", wouldChange: "an express consent that names this channel" },
      },
    },
    {
      id: "REC-EU1",
      says: "A participant may record; the person is told of it, and an objection holds.",
      citation: "GDPR Art. 6, 13, 21",
      confidence: "V2",
      source: "RC1",
      purposes: "all",
      when: { recorded: true },
      rule: { kind: "oblige", text: "Announce the recording and what it is for at the start; stop it on objection." },
    },
  ],
};
