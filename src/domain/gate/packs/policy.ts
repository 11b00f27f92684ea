import type { Mode, Pack, Week } from "#domain/gate/packs/row.ts";
import type { Purpose } from "#domain/gate/types.ts";

const phone: readonly Mode[] = ["call", "auto", "pre", "ai", "vm", "rvm", "sms"];
const voice: readonly Mode[] = ["call", "auto", "pre", "ai", "vm", "rvm"];
const written: readonly Mode[] = ["email", "sms", "dm"];
const day: Week[keyof Week] = [["08:00", "21:00"]];
/** Whatever wants something of the person. */
const wanting: readonly Purpose[] = [
  "marketing",
  "fundraising",
  "recruiting",
  "survey",
  "political",
  "consent_request",
];
const ours = { basis: "policy", confidence: "V1", source: "Warmline" } as const;

/**
 * The rules that Warmline itself keeps, everywhere, whatever a country's law allows. A workspace may make them
 * stricter; only two people together may set one aside, and never a law.
 */
export const policy: Pack = {
  name: "policy",
  title: "Warmline's own rules",
  version: "2026.11",
  countries: [],
  calendars: { holidays: { library: true, regions: true } },
  rows: [
    {
      ...ours,
      id: "GATE-UNK",
      says: "It is not known where this person is, or no rules are known for that country yet.",
      citation: "Warmline policy: no attempt into the unknown",
      purposes: "all",
      rule: { kind: "own" },
    },
    {
      ...ours,
      id: "POL-RESTRICTED",
      says: "This person's data may be stored and not used.",
      citation: "Warmline policy: restricted data is kept and not used",
      purposes: "all",
      when: { restricted: true },
      rule: {
        kind: "forbid",
        missing: { fact: "contact.restricted", wouldChange: "Lifting the restriction would open this." },
      },
    },
    {
      ...ours,
      id: "POL-OPTOUT-NOW",
      says: "The person said no and has not agreed to this since.",
      citation: "Warmline policy: a stop closes all marketing on all channels at once",
      unless: [{ says: "The person agreed to this after the no.", if: { reopened: true } }],
      purposes: wanting,
      rule: { kind: "own" },
    },
    {
      ...ours,
      id: "POL-WARM",
      says: "No verified prior contact with this person is known.",
      citation: "Warmline policy: no outreach without a prior contact",
      purposes: wanting,
      rule: { kind: "own" },
    },
    {
      ...ours,
      id: "POL-PURPOSE",
      says: "Another plan already pursues something else with this person.",
      citation: "Warmline policy: one open purpose per person",
      purposes: wanting,
      rule: { kind: "own" },
    },
    {
      ...ours,
      id: "POL-REASSIGNED",
      says: "This number has a new owner.",
      citation: "Warmline policy: what was agreed with the earlier owner is void",
      modes: phone,
      purposes: "all",
      when: { reassigned: ["yes"] },
      rule: {
        kind: "forbid",
        missing: { fact: "contact.phone", wouldChange: "A number that is the person's own would open this." },
      },
    },
    {
      ...ours,
      id: "POL-AI-00",
      says: "An artificial voice rings only people who agreed to automated calls.",
      citation: "Warmline policy: AI voice needs consent to automated calls, everywhere and for everybody",
      modes: ["ai"],
      rule: {
        kind: "need",
        fact: { consent: { namesTechnology: true } },
        missing: { fact: "consents", wouldChange: "A consent of the person's own to such calls would open this." },
      },
    },
    {
      ...ours,
      id: "POL-PIX-00",
      says: "No tracking of the reader without a consent of its own.",
      citation: "Warmline policy: no open pixels, and click redirects only with consent",
      modes: written,
      purposes: "all",
      when: { tracking: ["open_pixel", "click_redirect"] },
      rule: {
        kind: "need",
        fact: { consent: { channel: "tracking" } },
        missing: {
          fact: "attempt.tracking",
          wouldChange: "The same message without the tracker would be judged anew.",
        },
      },
    },
    {
      ...ours,
      id: "POL-QUIET",
      says: "The person asked to be left in peace at this time of day.",
      citation: "Warmline policy: the person's own quiet hours",
      modes: [...phone, "dm", "visit"],
      purposes: "all",
      unless: [{ says: "The person asked for just this time.", if: { consent: { atTimes: true } } }],
      rule: { kind: "own" },
    },
    {
      ...ours,
      id: "POL-NIGHT",
      says: "No service calls or texts between 21:00 and 08:00.",
      citation: "Warmline policy: no service calls or texts at night",
      modes: phone,
      purposes: ["service", "survey", "appointment", "debt"],
      unless: [{ says: "The person asked for just this time.", if: { consent: { atTimes: true } } }],
      rule: { kind: "hours", week: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day } },
    },
    {
      ...ours,
      id: "POL-HRS-01",
      says: "Outside our calling hours.",
      citation: "Warmline policy: calling hours, where the law has none of its own or the workspace's are stricter",
      modes: phone,
      rule: { kind: "own" },
    },
    {
      ...ours,
      id: "POL-CAP-01",
      says: "So many attempts in so short a time are too many.",
      citation: "Warmline policy: attempts per person, where the law counts none or the workspace is stricter",
      modes: phone,
      purposes: wanting,
      rule: { kind: "own" },
    },
    {
      ...ours,
      id: "POL-ZONE",
      says: "The person may be in several time zones, and not all of them are open.",
      citation: "Warmline policy: every possible time zone must be open",
      rule: { kind: "note" },
    },
    {
      ...ours,
      id: "POL-REFERRAL",
      says: "What somebody else said is not this person's own consent.",
      citation: "Warmline policy: a referral is not the referred person's consent",
      rule: { kind: "note" },
    },
    {
      ...ours,
      id: "POL-ID-00",
      says: "The person is told who is calling.",
      citation: "Warmline policy: say who is calling",
      modes: voice,
      purposes: "all",
      rule: { kind: "oblige", text: "Say your name and your company at the start." },
    },
    {
      ...ours,
      id: "POL-OPTOUT-OFFER",
      says: "The person is told how to say no.",
      citation: "Warmline policy: say how to opt out",
      rule: { kind: "oblige", text: "Say how to opt out, and act on it at once." },
    },
    {
      ...ours,
      id: "POL-REC-00",
      says: "A recording is announced.",
      citation: "Warmline policy: announce the recording",
      purposes: "all",
      when: { recorded: true },
      rule: { kind: "oblige", text: "Announce the recording and offer to go on without it." },
    },
    {
      ...ours,
      id: "MBX-GOOGLE",
      says: "Large mailbox providers want unsubscribing to take one click.",
      citation: "Sender guidelines of Google, Yahoo and Microsoft; RFC 8058",
      confidence: "V2",
      source: "S35",
      modes: ["email"],
      when: { not: { disclosed: ["one_click"] } },
      rule: { kind: "oblige", text: "Let the reader unsubscribe with one click, and honour it within two days." },
    },
  ],
};
