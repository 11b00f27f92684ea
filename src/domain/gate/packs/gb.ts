import type { Fact, Lift, Mode, Pack } from "#domain/gate/packs/row.ts";
import type { Audience } from "#domain/gate/types.ts";

/** A voicemail that a person leaves is a call first. */
const calls: readonly Mode[] = ["call", "auto", "vm"];
const recordings: readonly Mode[] = ["pre", "ai", "rvm"];
const storedMessages: readonly Mode[] = ["email", "sms", "dm", "vm", "rvm"];
const lettersAndTexts: readonly Mode[] = ["email", "sms", "sms_auto"];
/** PECR calls them individual subscribers. */
const individuals: readonly Audience[] = ["consumer", "sole_trader", "partnership"];

/** A dialler that puts a person on the line makes a live call, so a consent to calls covers it. */
const consentToCalls: Fact = { consent: { anyTechnology: true } };
const fromElsewhere: Fact = { source: ["referral", "public", "register", "partner", "list"] };
const notToldYet: Fact = { all: [fromElsewhere, { not: { noticeSent: true } }] };
/** A general address of a company says nothing of a person. */
const companyMailbox: Fact = { all: [{ audience: ["business"] }, { mode: ["email"] }, { emailKind: ["role"] }] };
const namesSource: Fact = { disclosed: ["data_source"] };
const notWithheld: Fact = { callerId: "withheld" };
const ownConsentToCalls: Lift = {
  says: "The person told this caller that they do not mind the calls; a later entry on the list does not cancel that.",
  if: consentToCalls,
};

const mailAllowed: readonly Lift[] = [
  { says: "The person consented to it.", if: { consent: {} } },
  {
    by: "UK-EML-02",
    says: "A company, LLP or public body needs no consent under PECR.",
    if: { audience: ["business"] },
  },
  {
    by: "UK-EML-03",
    says: "The address was left at a sale or its negotiation, for similar goods, and each message offers the refusal.",
    if: {
      all: [
        { mode: lettersAndTexts },
        { purpose: ["marketing", "consent_request"] },
        {
          tie: {
            kinds: ["purchase", "contract", "inquiry", "application"],
            similar: true,
            optOutOffered: true,
          },
        },
        { disclosed: ["unsubscribe"] },
        { not: { source: ["list", "partner"] } },
      ],
    },
  },
  {
    by: "UK-EML-04",
    says: "A charity writes to someone who supported it or took an interest, and each message offers the refusal.",
    from: "2026-02-05",
    if: {
      all: [
        { mode: lettersAndTexts },
        { sector: ["charity"] },
        { tie: { kinds: ["donation", "membership", "inquiry"], optOutOffered: true } },
        { disclosed: ["unsubscribe"] },
        { not: { source: ["list", "partner"] } },
      ],
    },
  },
];

export const gb: Pack = {
  name: "gb",
  title: "United Kingdom",
  version: "2026.11",
  countries: ["GB"],
  rows: [
    // Data protection
    {
      id: "EU-GDPR-14",
      says: "The data come from elsewhere and no notice was sent: tell the person where they come from, now at the latest.",
      citation: "UK GDPR Art. 14(3), 14(2)(f)",
      confidence: "V2",
      source: "UK1",
      when: notToldYet,
      rule: {
        kind: "oblige",
        text: "Give the Article 14 notice with this first contact at the latest, and name the source of the data.",
      },
    },
    {
      id: "EU-GDPR-14",
      says: "The first message to a person whose data come from elsewhere must name that source.",
      citation: "UK GDPR Art. 14(3)(b), 14(2)(f)",
      confidence: "V2",
      source: "UK1",
      modes: ["email", "sms", "dm", "vm", "rvm", "post"],
      when: { all: [notToldYet, { not: namesSource }, { not: companyMailbox }] },
      rule: {
        kind: "forbid",
        missing: { fact: "attempt.disclosed", wouldChange: "A message that says where the data come from would do." },
      },
    },
    {
      id: "EU-GDPR-14",
      says: "The notice is overdue: the data were obtained from elsewhere a month ago and the person was never told.",
      citation: "UK GDPR Art. 14(3)(a)",
      confidence: "V2",
      source: "UK1",
      when: { all: [notToldYet, { obtainedMonthsAgo: 1 }, { not: companyMailbox }] },
      rule: {
        kind: "forbid",
        missing: { fact: "contact.source.noticeSentAt", wouldChange: "The Article 14 notice would open this." },
      },
    },
    {
      id: "EU-GDPR-18",
      says: "The person's data are restricted: they are stored and not used.",
      citation: "UK GDPR Art. 18",
      confidence: "V2",
      source: "EU3",
      purposes: "all",
      when: { restricted: true },
      rule: { kind: "forbid" },
    },
    {
      id: "EU-GDPR-214",
      says: "The right to object must be brought up explicitly and separately, in the first communication at the latest.",
      citation: "UK GDPR Art. 21(4)",
      confidence: "V2",
      source: "EU3, UK1",
      rule: {
        kind: "oblige",
        text: "Say, apart from everything else, that the person may object to direct marketing.",
      },
    },
    {
      id: "UK-OBJ-01",
      says: "The person has objected. The objection is absolute, whatever the legal basis.",
      citation: "UK GDPR Art. 21(2)-(3)",
      confidence: "V2",
      source: "EU3, UK1",
      when: { refused: {} },
      rule: { kind: "forbid" },
    },
    {
      id: "UK-OBJ-02",
      says: "A later, own, specific request or consent replaces an objection for what it covers. Keep both records.",
      citation: "PECR reg. 21(4) by analogy",
      confidence: "K",
      source: "own knowledge",
      rule: { kind: "note" },
    },
    {
      id: "UK-GDPR-01",
      says: "Direct marketing is named as a possible legitimate interest; the list of recognised interests leaves it out.",
      citation: "UK GDPR Art. 6(11)",
      confidence: "V2",
      source: "UK1",
      from: "2026-02-05",
      rule: { kind: "note" },
    },
    {
      id: "UK-CPL-01",
      says: "Complaints about data protection need a channel and must be acknowledged within 30 days.",
      citation: "Data (Use and Access) Act 2025 s. 103",
      confidence: "V2",
      source: "UK3",
      from: "2026-06-19",
      rule: { kind: "note" },
    },
    {
      id: "UK-FINE-01",
      says: "Fines reach £17.5 million or 4 % of turnover for breaches of PECR regulations 19 to 24.",
      citation: "PECR Sch. 1; DPA 2018 s. 157",
      confidence: "V2",
      source: "UK1",
      from: "2026-02-05",
      rule: { kind: "note" },
    },

    // Calls by people
    {
      id: "UK-TEL-01",
      says: "The subscriber has told us to stop. An attempt counts as a call.",
      citation: "PECR reg. 21(1)(a)",
      confidence: "V2",
      source: "UK2, UK6",
      modes: calls,
      when: { refused: {} },
      rule: { kind: "forbid" },
    },
    {
      id: "UK-TEL-01",
      says: "A marketing call must show its number.",
      citation: "PECR reg. 21(A1)",
      confidence: "V2",
      source: "UK2, UK6",
      modes: calls,
      when: notWithheld,
      rule: { kind: "forbid", missing: { fact: "attempt.callerId", wouldChange: "A number that is shown would do." } },
    },
    {
      id: "UK-TEL-01",
      says: "The caller must say who calls, and for whom.",
      citation: "PECR reg. 24",
      confidence: "V2",
      source: "UK6",
      modes: calls,
      rule: {
        kind: "oblige",
        text: "Say the seller's name, also where an agent calls; on request give an address or a freephone number.",
      },
    },
    {
      id: "UK-TPS-01",
      says: "The number is registered with the TPS or, for companies, the CTPS.",
      citation: "PECR reg. 21(1)(b), (4), (5)",
      confidence: "V2",
      source: "UK2, UK6",
      modes: calls,
      unless: [ownConsentToCalls],
      rule: { kind: "list", lists: ["gb-tps", "gb-ctps"] },
    },
    {
      id: "UK-TPS-02",
      says: "The screening against the TPS must be less than 28 days old.",
      citation: "PECR reg. 21(3)",
      confidence: "V2",
      source: "UK2",
      modes: calls,
      audience: individuals,
      unless: [ownConsentToCalls],
      rule: { kind: "fresh", lists: ["gb-tps"], days: 27 },
    },
    {
      id: "UK-TPS-02",
      says: "The screening against the Corporate TPS must be less than 28 days old.",
      citation: "PECR reg. 21(3)",
      confidence: "V2",
      source: "UK2",
      modes: calls,
      audience: ["business"],
      unless: [ownConsentToCalls],
      rule: { kind: "fresh", lists: ["gb-ctps"], days: 27 },
    },
    {
      id: "UK-CMC-01",
      says: "Calls about claims management need the person's prior consent to this caller, whether on the TPS or not.",
      citation: "PECR reg. 21A",
      confidence: "V2",
      source: "UK5",
      modes: calls,
      when: { any: [{ product: ["claims_management"] }, { sector: ["claims_management"] }] },
      from: "2018-09-08",
      unless: [{ says: "The person consented to claims management calls of this caller.", if: consentToCalls }],
      rule: { kind: "forbid", missing: { fact: "consents", wouldChange: "A consent to this caller would open this." } },
    },
    {
      id: "UK-PEN-01",
      says: "Cold calls about pensions are barred.",
      citation: "PECR reg. 21B",
      confidence: "V2",
      source: "UK5",
      modes: calls,
      audience: individuals,
      when: { product: ["pension"] },
      from: "2019-01-09",
      unless: [
        {
          says: "An authorised firm may call with consent, or a running client who expects such calls.",
          if: {
            all: [
              {
                any: [
                  { sector: ["bank", "broker_dealer", "investment_adviser", "insurance"] },
                  { registered: "gb-fca" },
                ],
              },
              { any: [consentToCalls, { tie: { kinds: ["contract"], current: true, similar: true } }] },
            ],
          },
        },
      ],
      rule: {
        kind: "forbid",
        missing: {
          fact: "consents",
          wouldChange: "An authorised firm with a consent to its calls, or with this client, could call.",
        },
      },
    },
    {
      id: "UK-FIN-01",
      says: "A ban on cold calls for all consumer financial products was consulted on in 2023; no enacted rule was found.",
      citation: "HM Treasury consultation of August 2023",
      confidence: "K",
      source: "UK5",
      rule: { kind: "note" },
    },
    {
      id: "UK-FCA-01",
      says: "The FCA bars cold calls and visits for crypto assets, debt services, funeral plans and many investments.",
      citation: "FCA COBS 4.8; FSMA financial promotion rules",
      confidence: "K",
      source: "own knowledge",
      modes: ["call", "auto", "visit"],
      audience: ["consumer"],
      when: { product: ["crypto", "debt", "funeral_plan", "investment"] },
      unless: [
        { says: "The person consented to it.", if: consentToCalls },
        { says: "The person is a running client.", if: { tie: { kinds: ["contract"], current: true } } },
        {
          says: "The person asked about it, so this is not cold.",
          if: { tie: { kinds: ["inquiry", "application"], similar: true } },
        },
      ],
      rule: { kind: "forbid", missing: { fact: "consents", wouldChange: "A consent to these calls would open this." } },
    },
    {
      id: "UK-OFC-01",
      says: "Every silent or abandoned call may count as persistent misuse; 3 % is no safe harbour any more.",
      citation: "Communications Act 2003 ss. 128-131; Ofcom statement in force 2017-03-01",
      confidence: "V2",
      source: "UK4",
      modes: ["auto", "pre", "ai"],
      from: "2017-03-01",
      rule: {
        kind: "oblige",
        text: "Let no call be silent or abandoned; if one is, play who called and how to refuse, and show the number.",
      },
    },
    {
      id: "UK-OFC-02",
      says: "After an abandoned call the number rests for 72 hours, unless an agent is guaranteed to be on the line.",
      citation: "Ofcom statements on persistent misuse, 2008 and 2010",
      confidence: "K",
      source: "own knowledge",
      modes: calls,
      unless: [{ says: "A live agent is on the line before it rings.", if: { agentGuaranteed: true } }],
      rule: { kind: "cap", attempts: 1, hours: 72, channels: ["call"], outcomes: ["abandoned", "silent"] },
    },
    {
      id: "UK-OFC-03",
      says: "After a machine was detected and the call dropped, the number rests for 24 hours, unless an agent is guaranteed.",
      citation: "Ofcom statement on persistent misuse, 2010",
      confidence: "K",
      source: "own knowledge",
      modes: calls,
      unless: [{ says: "A live agent is on the line before it rings.", if: { agentGuaranteed: true } }],
      rule: {
        kind: "cap",
        attempts: 1,
        hours: 24,
        channels: ["call"],
        outcomes: ["amd", "amd_hangup", "amd_hung_up", "answering_machine", "machine", "machine_detected"],
      },
    },
    {
      id: "UK-HRS-00",
      says: "No statute sets calling hours (a trade code says 8 to 21); our own hours hold.",
      citation: "none",
      confidence: "K",
      source: "own knowledge",
      rule: { kind: "note" },
    },

    // Calls by machines
    {
      id: "UK-AUT-01",
      says: "A call that is not live speech needs the subscriber's specific consent; companies are protected too.",
      citation: "PECR reg. 19",
      confidence: "K",
      source: "own knowledge",
      modes: recordings,
      unless: [
        {
          says: "The subscriber consented to automated calls of this kind.",
          if: { consent: { namesTechnology: true } },
        },
      ],
      rule: {
        kind: "forbid",
        missing: { fact: "consents", wouldChange: "A consent that names automated calls would open this." },
      },
    },
    {
      id: "UK-AUT-01",
      says: "An automated marketing call must show its number.",
      citation: "PECR reg. 19, 24",
      confidence: "K",
      source: "own knowledge",
      modes: recordings,
      when: notWithheld,
      rule: { kind: "forbid", missing: { fact: "attempt.callerId", wouldChange: "A number that is shown would do." } },
    },
    {
      id: "UK-AUT-01",
      says: "An automated call must say who calls and how to reach them.",
      citation: "PECR reg. 24",
      confidence: "K",
      source: "own knowledge",
      modes: recordings,
      rule: { kind: "oblige", text: "Let the recording name the caller and an address or freephone number." },
    },

    // E-mail, texts, direct messages, voicemail
    {
      id: "UK-EML-01",
      says: "Electronic mail to an individual, a sole trader or a partnership needs prior consent.",
      citation: "PECR reg. 22",
      confidence: "V2",
      source: "UK1",
      modes: storedMessages,
      unless: mailAllowed,
      rule: {
        kind: "forbid",
        missing: { fact: "consents", wouldChange: "A consent to this channel would open this." },
      },
    },
    {
      id: "UK-EML-01",
      says: "A message must not hide its sender and must say where to opt out.",
      citation: "PECR reg. 23",
      confidence: "V2",
      source: "UK1",
      modes: ["email", "sms", "dm"],
      audience: individuals,
      rule: {
        kind: "need",
        fact: { disclosed: ["sender", "unsubscribe"] },
        missing: { fact: "attempt.disclosed", wouldChange: "A message with its sender and an opt-out would do." },
      },
    },
    {
      id: "UK-EML-02",
      says: "Companies may be written to without consent, but the message needs its sender and an opt-out.",
      citation: "PECR reg. 23; ICO guidance on business-to-business marketing",
      confidence: "V2",
      source: "UK1",
      modes: ["email", "sms"],
      audience: ["business"],
      rule: {
        kind: "need",
        fact: { disclosed: ["sender", "unsubscribe"] },
        missing: { fact: "attempt.disclosed", wouldChange: "A message with its sender and an opt-out would do." },
      },
    },
    {
      id: "UK-EML-03",
      says: "Soft opt-in: the address was given at a sale or its negotiation, own similar goods, a free refusal then and each time. Not for bought lists.",
      citation: "PECR reg. 22(3)",
      confidence: "V2",
      source: "UK1",
      modes: lettersAndTexts,
      when: { tie: { kinds: ["purchase", "contract", "inquiry", "application"] } },
      unless: mailAllowed,
      rule: {
        kind: "forbid",
        missing: { fact: "relationships", wouldChange: "A sale or its negotiation that meets all of this would do." },
      },
    },
    {
      id: "UK-EML-04",
      says: "Charities' soft opt-in: the sole purpose is charitable, the address came with interest or support, and refusal is offered.",
      citation: "PECR reg. 22(3A) (Data (Use and Access) Act 2025 s. 114)",
      confidence: "V2",
      source: "UK1, UK3",
      modes: lettersAndTexts,
      when: { all: [{ sector: ["charity"] }, { tie: { kinds: ["donation", "membership", "inquiry"] } }] },
      unless: mailAllowed,
      rule: {
        kind: "forbid",
        missing: { fact: "relationships", wouldChange: "Interest or support that meets all of this would do." },
      },
    },
    {
      id: "UK-TRK-01",
      says: "Marketing pixels and tracked links need the reader's consent.",
      citation: "PECR reg. 6, Sch. A1",
      confidence: "V2",
      source: "UK3",
      modes: ["email", "sms", "dm"],
      when: { tracking: ["open_pixel", "click_redirect"] },
      from: "2026-02-05",
      unless: [{ says: "The reader consented to tracking.", if: { consent: { channel: "tracking" } } }],
      rule: {
        kind: "forbid",
        missing: {
          fact: "attempt.tracking",
          wouldChange: "A message without trackers, or a consent to them, would do.",
        },
      },
    },

    // Recording
    {
      id: "REC-UK",
      says: "A business may record its calls only if it has made all reasonable efforts to inform people.",
      citation: "Investigatory Powers Act 2016; Interception by Businesses Regulations 2018",
      confidence: "K",
      source: "own knowledge",
      modes: ["call", "auto", "pre", "ai"],
      purposes: "all",
      when: { recorded: true },
      rule: { kind: "oblige", text: "Announce at the beginning that the call is recorded." },
    },
  ],
};
