import { gdprRows } from "#domain/gate/packs/eu-gdpr.ts";
import type { Fact, Pack } from "#domain/gate/packs/row.ts";

const members = [
  ...["AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "AX", "FR", "DE", "GR", "HU", "IE", "IT", "LV", "LT", "LU"],
  ...["MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE"],
];
const overseas = ["GP", "MQ", "GF", "RE", "YT", "PM", "BL", "MF"];
const economicArea = ["IS", "LI", "NO"];

/** Bought from us, was offered to object then, and can object in this message. */
const softOptIn: Fact = {
  all: [
    { mode: ["email", "sms", "sms_auto", "dm"] },
    { tie: { kinds: ["purchase", "contract"], similar: true, optOutOffered: true } },
    { not: { refused: {} } },
    { disclosed: ["unsubscribe"] },
  ],
};

/** What binds in every member state and in the EEA: GDPR, ePrivacy Directive, AI Act. */
export const eu: Pack = {
  name: "eu",
  title: "European Union and EEA",
  version: "2026.11",
  countries: [...members, ...overseas, ...economicArea],
  rows: [
    ...gdprRows,
    {
      id: "EU-EPD-131",
      says: "Messages, voicemail and calls without a human need the person's prior consent.",
      citation: "Directive 2002/58 Art. 13(1), 2(h); CJEU C-102/20",
      confidence: "K",
      source: "EU3",
      modes: ["pre", "ai", "rvm", "vm", "sms", "email", "dm"],
      audience: ["consumer", "sole_trader", "partnership"],
      unless: [
        { by: "EU-EPD-132", says: "A customer may be written to about similar goods of our own.", if: softOptIn },
        {
          says: "The person asked for it; whether that is enough is for the country's own law.",
          if: {
            all: [
              { mode: ["email", "sms", "sms_auto", "dm"] },
              { tie: { kinds: ["inquiry", "application"], similar: true } },
            ],
          },
        },
      ],
      rule: {
        kind: "need",
        fact: { consent: {} },
        missing: {
          fact: "consents",
          wouldChange: "an express consent that names this channel (and the machine, for calls)",
        },
      },
    },
    {
      id: "EU-EPD-131",
      says: "A message dropped into a voicemail is an automated call: it needs consent.",
      citation: "Directive 2002/58 Art. 13(1), 13(5)",
      confidence: "K",
      source: "world 10",
      basis: "policy",
      modes: ["rvm"],
      audience: ["business"],
      rule: {
        kind: "need",
        fact: { consent: {} },
        missing: { fact: "consents", wouldChange: "A consent that names such messages would open this." },
      },
    },
    {
      id: "EU-EPD-132",
      says: "A customer may be written to about our own similar goods, if offered to object at the sale and each time.",
      citation: "Directive 2002/58 Art. 13(2); CJEU C-654/23",
      confidence: "V2",
      source: "EU1",
      rule: { kind: "note" },
    },
    {
      id: "EU-EPD-133",
      says: "For live calls each member state chooses between consent and objection.",
      citation: "Directive 2002/58 Art. 13(3)",
      confidence: "K",
      source: "world 2.2",
      rule: { kind: "note" },
    },
    {
      id: "EU-EPD-134",
      says: "An advertising message must show who sends it and how to stop it.",
      citation: "Directive 2002/58 Art. 13(4)",
      confidence: "K",
      source: "world 2.2",
      modes: ["email", "sms", "dm"],
      rule: {
        kind: "need",
        fact: { disclosed: ["sender", "unsubscribe"] },
        missing: { fact: "attempt.disclosed", wouldChange: "name the sender, and add a valid address to opt out" },
      },
    },
    {
      id: "EU-EPD-135",
      says: "How far companies are protected is for the member states.",
      citation: "Directive 2002/58 Art. 13(5)",
      confidence: "K",
      source: "world 2.2",
      rule: { kind: "note" },
    },
    {
      id: "EU-EPD-053",
      says: "An open pixel reads the person's device: it needs a consent of its own.",
      citation: "Directive 2002/58 Art. 5(3); EDPB 2/2023",
      confidence: "V2",
      source: "PX1",
      modes: ["email", "sms", "dm"],
      purposes: "all",
      when: { tracking: ["open_pixel"] },
      rule: {
        kind: "need",
        fact: { consent: { channel: "tracking" } },
        missing: { fact: "attempt.tracking", wouldChange: "take the pixel out, or get a consent to tracking" },
      },
    },
    {
      id: "EU-EPD-REG",
      says: "The ePrivacy Regulation was withdrawn in 2025; national laws stay.",
      citation: "Commission work programme 2025",
      confidence: "V2",
      source: "EU2",
      rule: { kind: "note" },
    },
    {
      id: "EU-TRK-01",
      says: "A chat widget loads on click and stores nothing before; statistics across sites need consent.",
      citation: "Directive 2002/58 Art. 5(3); national acts (DE § 25 TDDDG)",
      confidence: "K",
      source: "world 2.3",
      rule: { kind: "note" },
    },
    {
      id: "EU-AI-01",
      says: "An artificial voice must say that it is one, at the latest when the conversation begins.",
      citation: "Regulation 2024/1689 Art. 50(1), (5)",
      confidence: "V2",
      source: "AI1, AI2",
      modes: ["ai", "dm"],
      purposes: "all",
      from: "2026-08-02",
      when: { technology: ["ai_voice"] },
      rule: {
        kind: "need",
        fact: { disclosed: ["ai"] },
        missing: { fact: "attempt.disclosed", wouldChange: "let the voice say at once that it is an AI (ai)" },
      },
    },
    {
      id: "EU-AI-01",
      says: "An artificial voice must say that it is one, at the latest when the conversation begins.",
      citation: "Regulation 2024/1689 Art. 50(1), (5)",
      confidence: "V2",
      source: "AI1, AI2",
      modes: ["ai"],
      purposes: "all",
      from: "2026-08-02",
      rule: { kind: "oblige", text: "Say clearly at the start that the person is speaking with an AI." },
    },
    {
      id: "EU-AI-02",
      says: "The maker of a voice marks its sound so that machines recognise it (systems from before: 2026-12-02).",
      citation: "Regulation 2024/1689 Art. 50(2)",
      confidence: "V2",
      source: "AI1",
      from: "2026-08-02",
      rule: { kind: "note" },
    },
    {
      id: "EU-AI-03",
      says: "Whoever reads emotions or sorts callers by biometric traits tells them so.",
      citation: "Regulation 2024/1689 Art. 50(3)",
      confidence: "V2",
      source: "AI1",
      from: "2026-08-02",
      rule: { kind: "note" },
    },
    {
      id: "EU-AI-04",
      says: "A voice that resembles a real person must be disclosed as artificial.",
      citation: "Regulation 2024/1689 Art. 50(4)",
      confidence: "V2",
      source: "AI1",
      modes: ["ai", "rvm"],
      purposes: "all",
      from: "2026-08-02",
      when: { technology: ["ai_voice"] },
      rule: { kind: "oblige", text: "If the voice resembles a real person, say that it is artificially made." },
    },
    {
      id: "EU-AI-05",
      says: "Fines for breach of the transparency duties go to €15m or 3 %.",
      citation: "Regulation 2024/1689 Art. 99(4)",
      confidence: "V2",
      source: "AI1",
      from: "2026-08-02",
      rule: { kind: "note" },
    },
    {
      id: "EU-AI-06",
      says: "The Commission's guidelines on Art. 50 were a draft of 8 May 2026; the final text was not seen.",
      citation: "Draft guidelines on Regulation 2024/1689 Art. 50",
      confidence: "V2",
      source: "AI2",
      rule: { kind: "note" },
    },
  ],
};
