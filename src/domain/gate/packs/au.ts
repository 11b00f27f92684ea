import type { Fact, Lift, Mode, Pack, Week } from "#domain/gate/packs/row.ts";
import type { Audience } from "#domain/gate/types.ts";

const calls: readonly Mode[] = ["call", "auto", "pre", "ai"];
const callsAndVoicemail: readonly Mode[] = [...calls, "vm"];
const messages: readonly Mode[] = ["email", "sms", "dm"];
/** Business numbers cannot be registered and the calling hours do not bind them. */
const privateNumbers: readonly Audience[] = ["consumer", "sole_trader", "partnership"];
const liveCall: Fact = { mode: ["call", "auto"] };

/** Their own laws want the agreement of all who speak; so does a place that is not known. */
const recordedByAgreement = ["NSW", "WA", "SA", "ACT", "TAS"] as const;

const telemarketingWeek: Week = {
  mon: [["09:00", "20:00"]],
  tue: [["09:00", "20:00"]],
  wed: [["09:00", "20:00"]],
  thu: [["09:00", "20:00"]],
  fri: [["09:00", "20:00"]],
  sat: [["09:00", "17:00"]],
};
const researchWeek: Week = {
  mon: [["09:00", "20:30"]],
  tue: [["09:00", "20:30"]],
  wed: [["09:00", "20:30"]],
  thu: [["09:00", "20:30"]],
  fri: [["09:00", "20:30"]],
  sat: [["09:00", "17:00"]],
  sun: [["09:00", "17:00"]],
};
const visitWeek: Week = {
  mon: [["09:00", "18:00"]],
  tue: [["09:00", "18:00"]],
  wed: [["09:00", "18:00"]],
  thu: [["09:00", "18:00"]],
  fri: [["09:00", "18:00"]],
  sat: [["09:00", "17:00"]],
};

const consentToTime: Lift = {
  says: "The person consented to be called at this time.",
  if: {
    any: [{ all: [liveCall, { consent: { atTimes: true, anyTechnology: true } }] }, { consent: { atTimes: true } }],
  },
};
/** Without a period of its own an express consent lapses after three months (AU-CON-01). */
const consentOrRelationship: readonly Lift[] = [
  {
    says: "The person consented, and the consent has not lapsed (AU-CON-01).",
    if: {
      any: [
        { all: [liveCall, { consent: { months: 3, unlessPeriodStated: true, anyTechnology: true } }] },
        { consent: { months: 3, unlessPeriodStated: true } },
      ],
    },
  },
  {
    says: "A running relationship lets consent be inferred.",
    if: { tie: { kinds: ["contract", "membership"], current: true } },
  },
];

export const au: Pack = {
  name: "au",
  title: "Australia",
  version: "2026.11",
  countries: ["AU"],
  calendars: {
    // AU-HRS-03: the national days only, not Easter Saturday, Labour Day, the King's Birthday or other days of the
    // states. Where a day falls on a weekend, the day kept instead is closed as well.
    nationalHolidays: {
      rules: [
        "01-01 and if saturday,sunday then next monday",
        "01-26 and if saturday,sunday then next monday",
        "easter -2",
        "easter 1",
        "04-25",
        "12-25 and if saturday then next monday if sunday then next tuesday",
        "12-26 and if saturday then next monday if sunday then next tuesday",
      ],
    },
    publicHolidays: { library: true, regions: true },
  },
  rows: [
    {
      id: "AU-HRS-01",
      says: "Telemarketing: Monday to Friday 9 to 20, Saturday 9 to 17, never on Sundays and national public holidays.",
      citation: "Telecommunications (Telemarketing and Research Calls) Industry Standard 2017",
      confidence: "V1",
      source: "AU1, AU2",
      modes: callsAndVoicemail,
      audience: privateNumbers,
      unless: [consentToTime],
      rule: { kind: "hours", week: telemarketingWeek, closedOn: "nationalHolidays" },
    },
    {
      id: "AU-HRS-01",
      says: "A telemarketing call must show its number.",
      citation: "Telecommunications (Telemarketing and Research Calls) Industry Standard 2017",
      confidence: "V1",
      source: "AU1, AU2",
      modes: calls,
      audience: privateNumbers,
      when: { callerId: "withheld" },
      rule: { kind: "forbid", missing: { fact: "attempt.callerId", wouldChange: "A number that is shown would do." } },
    },
    {
      id: "AU-HRS-01",
      says: "The caller must say who calls and why, and end the call on request.",
      citation: "Telecommunications (Telemarketing and Research Calls) Industry Standard 2017",
      confidence: "V1",
      source: "AU1, AU2",
      modes: calls,
      audience: privateNumbers,
      rule: {
        kind: "oblige",
        text: "Say your name, the seller and the purpose at once; hang up on request; the number shown must answer for 30 days.",
      },
    },
    {
      id: "AU-HRS-02",
      says: "Research calls: Monday to Friday 9 to 20:30, Saturday and Sunday 9 to 17, not on national public holidays.",
      citation: "Telecommunications (Telemarketing and Research Calls) Industry Standard 2017",
      confidence: "V1",
      source:
        "AU1; holidays: https://www.acma.gov.au/Industry/Marketers/Do-not-call-register/Spam-and-telemarketing/do-not-call-register-exemptions",
      modes: ["call", "auto", "vm"],
      audience: privateNumbers,
      purposes: ["survey"],
      unless: [consentToTime],
      rule: { kind: "hours", week: researchWeek, closedOn: "nationalHolidays" },
    },
    {
      id: "AU-HRS-03",
      says: "National public holidays are New Year's Day, Australia Day, Good Friday, Easter Monday, Anzac Day, Christmas and Boxing Day; days of single states do not count.",
      citation: "Telecommunications (Telemarketing and Research Calls) Industry Standard 2017",
      confidence: "K",
      source: "own knowledge: Easter Saturday left out, days kept instead of a weekend counted as well",
      rule: { kind: "note" },
    },
    {
      id: "AU-DNC-01",
      says: "The number is on the Do Not Call Register.",
      citation: "Do Not Call Register Act 2006 s. 11",
      confidence: "V1",
      source: "AU3",
      modes: [...callsAndVoicemail, "rvm"],
      audience: privateNumbers,
      unless: consentOrRelationship,
      rule: { kind: "list", lists: ["au-dncr"] },
    },
    {
      id: "AU-DNC-01",
      says: "A message dropped into a voicemail is an automated call: it needs consent.",
      citation: "Warmline policy: ringless messages need consent; Do Not Call Register Act 2006",
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
      id: "AU-DNC-02",
      says: "The list must have been washed against the Do Not Call Register within the last 30 days.",
      citation: "Do Not Call Register Act 2006 s. 11(4)",
      confidence: "V2",
      source: "AU4",
      modes: [...callsAndVoicemail, "rvm"],
      audience: privateNumbers,
      unless: consentOrRelationship,
      rule: { kind: "fresh", lists: ["au-dncr"], days: 30 },
    },
    {
      id: "AU-CON-01",
      says: "An express consent without a stated period lapses three months from the day on which it was given, that day included.",
      citation: "Do Not Call Register Act 2006 Sch. 2 cl. 3",
      confidence: "V1",
      source: "AU3",
      modes: [...callsAndVoicemail, "rvm"],
      audience: privateNumbers,
      when: { any: [{ consent: {} }, { all: [liveCall, { consent: { anyTechnology: true } }] }] },
      unless: consentOrRelationship,
      rule: { kind: "list", lists: ["au-dncr"] },
    },
    {
      id: "AU-EML-01",
      says: "Commercial messages need consent, express or inferred; businesses are protected too, and asking for consent counts.",
      citation: "Spam Act 2003 s. 16",
      confidence: "V1",
      source: "AU5",
      modes: messages,
      unless: [
        { says: "The person consented to it.", if: { consent: {} } },
        {
          says: "A running relationship, to which the message directly relates, lets consent be inferred.",
          if: { tie: { kinds: ["contract", "membership"], current: true, similar: true } },
        },
        {
          says: "A work address was published and the message is relevant to that work.",
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
      id: "AU-EML-01",
      says: "A commercial message must name its sender and carry a working unsubscribe.",
      citation: "Spam Act 2003 ss. 17, 18",
      confidence: "V1",
      source: "AU5",
      modes: messages,
      rule: {
        kind: "need",
        fact: { disclosed: ["sender", "unsubscribe"] },
        missing: { fact: "attempt.disclosed", wouldChange: "A message with its sender and an unsubscribe would do." },
      },
    },
    {
      id: "AU-EML-01",
      says: "An unsubscribe must be acted on within 5 business days, and must work for 30 days.",
      citation: "Spam Act 2003 s. 18, Sch. 2",
      confidence: "K",
      source: "own knowledge",
      rule: { kind: "clock", of: "optOut", period: "5 business days" },
    },
    {
      id: "AU-VIS-01",
      says: "Visits: Monday to Friday 9 to 18, Saturday 9 to 17, never on Sundays and public holidays.",
      citation: "Australian Consumer Law s. 73",
      confidence: "K",
      source: "own knowledge",
      modes: ["visit"],
      audience: ["consumer"],
      rule: { kind: "hours", week: visitWeek, closedOn: "publicHolidays" },
    },
    {
      id: "AU-VIS-01",
      says: "A do-not-knock sign is a refusal, and the visitor must leave on request.",
      citation: "Australian Consumer Law ss. 74-76",
      confidence: "K",
      source: "own knowledge",
      modes: ["visit"],
      audience: ["consumer"],
      rule: {
        kind: "oblige",
        text: "Respect a do-not-knock sign, leave on request, and tell of the 10 business days to cool off.",
      },
    },
    {
      id: "AU-VIS-01",
      says: "An agreement from an uninvited call can be ended for 10 business days.",
      citation: "Australian Consumer Law s. 82",
      confidence: "K",
      source: "own knowledge",
      modes: ["call", "auto"],
      audience: ["consumer"],
      rule: { kind: "oblige", text: "Tell of the 10 business days to cool off before an agreement is made." },
    },
    {
      id: "REC-AU",
      says: "A call must not be recorded without the speaker's knowledge.",
      citation: "Telecommunications (Interception and Access) Act 1979",
      confidence: "V2",
      source: "RC2",
      modes: calls,
      purposes: "all",
      when: { all: [{ recorded: true }, { not: { region: recordedByAgreement } }] },
      rule: { kind: "oblige", text: "Announce at the beginning that the call is recorded." },
    },
    {
      id: "REC-AU",
      says: "New South Wales, Western Australia, South Australia, the ACT and Tasmania want everybody's agreement.",
      citation: "Surveillance and listening devices acts of NSW, WA, SA, ACT and TAS",
      confidence: "K",
      source: "own knowledge",
      modes: calls,
      purposes: "all",
      when: { all: [{ recorded: true }, { region: recordedByAgreement }] },
      rule: {
        kind: "oblige",
        text: "Announce at the beginning that the call is recorded, and record only after everybody has agreed.",
      },
    },
  ],
};
