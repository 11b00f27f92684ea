import type { Fact, Pack } from "#domain/gate/packs/row.ts";

const natural = ["consumer", "sole_trader", "partnership"] as const;
const consent: Fact = { consent: { anyTechnology: true } };
const landline: Fact = { line: ["landline", "voip", "corporate"] };
const customer: Fact = {
  all: [
    { tie: { kinds: ["purchase", "contract"], similar: true, optOutOffered: true } },
    { not: { refused: {} } },
    { disclosed: ["unsubscribe"] },
  ],
};
const recentCustomer: Fact = {
  all: [
    { mode: ["email", "sms", "sms_auto"] },
    { tie: { kinds: ["purchase", "contract"], similar: true, optOutOffered: true, months: 12 } },
    { not: { refused: {} } },
    { disclosed: ["unsubscribe"] },
  ],
};

export const ie: Pack = {
  name: "ie",
  title: "Ireland",
  version: "2026.11",
  countries: ["IE"],
  rows: [
    {
      id: "IE-TEL-01",
      says: "The landline is on the opt-out register of the National Directory Database.",
      citation: "SI 336/2011 reg. 13(5), 14",
      confidence: "V1",
      source: "IE1",
      modes: ["call", "auto", "vm"],
      from: "2011-07-01",
      when: landline,
      unless: [{ says: "They consented to our calls.", if: consent }],
      rule: { kind: "list", lists: ["ie-ndd"] },
    },
    {
      id: "IE-TEL-01",
      says: "The opt-out register is checked before landlines are called; ex-directory numbers are on it.",
      citation: "SI 336/2011 reg. 13(5), 14",
      confidence: "V1",
      source: "IE1",
      modes: ["call", "auto", "vm"],
      from: "2011-07-01",
      when: landline,
      unless: [{ says: "They consented to our calls.", if: consent }],
      rule: { kind: "fresh", lists: ["ie-ndd"], days: 31 },
    },
    {
      id: "IE-TEL-01",
      says: "The landline is ex-directory, and with that on the opt-out register.",
      citation: "SI 336/2011 reg. 13(5), 14",
      confidence: "V1",
      source: "IE1",
      modes: ["call", "auto", "vm"],
      from: "2011-07-01",
      when: { all: [landline, { exDirectory: true }] },
      rule: {
        kind: "need",
        fact: consent,
        missing: { fact: "consents", wouldChange: "Their consent to our calls" },
      },
    },
    {
      id: "IE-TEL-01",
      says: "The subscriber told us not to call.",
      citation: "SI 336/2011 reg. 13(5)",
      confidence: "V1",
      source: "IE1",
      modes: ["call", "auto", "vm"],
      from: "2011-07-01",
      when: { all: [landline, { refused: {} }] },
      rule: { kind: "forbid" },
    },
    {
      id: "IE-TEL-02",
      says: "Calling a mobile to sell needs consent, or a customer of our own; it is a criminal offence.",
      citation: "SI 336/2011 reg. 13(6)",
      confidence: "V2",
      source: "IE2",
      modes: ["call", "auto", "vm"],
      when: { line: ["mobile"] },
      unless: [{ says: "They are a customer of ours.", if: { tie: { kinds: ["purchase", "contract"] } } }],
      rule: {
        kind: "need",
        fact: consent,
        missing: { fact: "consents", wouldChange: "a consent to calls, or a purchase from us" },
      },
    },
    {
      id: "IE-EML-01",
      says: "E-mail, texts, direct messages and machines need the person's prior consent.",
      citation: "SI 336/2011 reg. 13(1)–(4)",
      confidence: "V2",
      source: "IE1",
      modes: ["email", "sms", "dm", "pre", "ai", "rvm", "vm"],
      audience: natural,
      unless: [
        { by: "IE-EML-02", says: "They bought similar goods from us within twelve months.", if: recentCustomer },
      ],
      rule: {
        kind: "need",
        fact: { consent: {} },
        missing: { fact: "consents", wouldChange: "a prior consent that names this channel" },
      },
    },
    {
      id: "IE-EML-02",
      says: "The sale is more than twelve months ago: being a customer opens nothing any more.",
      citation: "SI 336/2011 reg. 13(11)",
      confidence: "K",
      source: "world 3.3",
      modes: ["email", "sms"],
      audience: natural,
      when: { all: [customer, { not: recentCustomer }] },
      rule: {
        kind: "need",
        fact: { consent: {} },
        missing: { fact: "relationships", wouldChange: "a sale of similar goods within twelve months, or a consent" },
      },
    },
    {
      id: "IE-REF-01",
      says: "A friend's tip is nobody's consent to be written to.",
      citation: "DPC, FAQ on direct marketing",
      confidence: "V1",
      source: "IE1",
      modes: ["email", "sms"],
      audience: natural,
      when: { source: ["referral"] },
      unless: [
        { by: "IE-EML-02", says: "They bought similar goods from us within twelve months.", if: recentCustomer },
      ],
      rule: {
        kind: "need",
        fact: { consent: {} },
        missing: { fact: "consents", wouldChange: "the person's own consent" },
      },
    },
    {
      id: "REC-EU1",
      says: "A participant may record; the person is told of it, and an objection holds.",
      citation: "GDPR Art. 6, 13, 21",
      confidence: "K",
      source: "world 9",
      purposes: "all",
      when: { recorded: true },
      rule: { kind: "oblige", text: "Announce the recording and what it is for at the start; stop it on objection." },
    },
  ],
};
