import type { Opening } from "#domain/calling-hours.ts";
import type { Weekday } from "#domain/time.ts";

export const channels = ["call", "voicemail", "sms", "email", "message", "video", "visit", "chat", "post"] as const;
export type Channel = (typeof channels)[number];

export const technologies = ["manual", "autodialed", "prerecorded", "ai_voice", "ringless", "automated"] as const;
export type Technology = (typeof technologies)[number];

export const purposes = [
  "marketing",
  "service",
  "fundraising",
  "recruiting",
  "survey",
  "political",
  "debt",
  "appointment",
  "opt_out_confirmation",
  "consent_request",
] as const;
export type Purpose = (typeof purposes)[number];

export const audiences = ["consumer", "sole_trader", "partnership", "business"] as const;
export type Audience = (typeof audiences)[number];

export const sectors = [
  "general",
  "bank",
  "broker_dealer",
  "investment_adviser",
  "insurance",
  "real_estate",
  "charity",
  "charity_fundraiser",
  "political",
  "claims_management",
  "telecom",
  "energy",
] as const;
export type Sector = (typeof sectors)[number];

export const placeBases = ["verified", "stated", "address", "number"] as const;
/** How a place is known. */
export type PlaceBasis = (typeof placeBases)[number];

export type GateLocation = {
  country: string;
  region?: string;
  county?: string;
  place?: string;
  timeZone?: string;
  basis?: PlaceBasis;
};

export type GateAttempt = {
  channel: Channel;
  technology?: Technology;
  purpose: Purpose;
  subject?: string;
  product?: string;
  recorded?: boolean;
  callerId?: string;
  disclosed?: string[];
  tracking?: ("open_pixel" | "click_redirect")[];
  agentGuaranteed?: boolean;
};

export type GateSeller = {
  name?: string;
  country: string;
  region?: string;
  sector?: Sector;
  registrations?: string[];
  registers?: Record<string, string>;
};

export type GateContact = {
  audience?: Audience;
  locations: GateLocation[];
  phone?: {
    e164: string;
    line?: "mobile" | "landline" | "voip" | "corporate";
    directory?: "listed" | "starred" | "unlisted";
  };
  quietHours?: { from: string; until: string }[];
  restricted?: boolean;
  source?: {
    kind: "self" | "referral" | "public" | "register" | "partner" | "list";
    obtainedAt: string;
    noticeSentAt?: string;
  };
  email?: { address: string; kind?: "personal" | "role" | "work" };
  reassigned?: { checkedAt: string; answer: "yes" | "no" | "no_data" };
};

export const relationshipKinds = [
  "purchase",
  "contract",
  "inquiry",
  "application",
  "donation",
  "membership",
  "employment",
  "personal",
  "introduction",
  "conversation",
  "published_address",
] as const;

export type Relationship = {
  kind: (typeof relationshipKinds)[number];
  at: string;
  endedAt?: string;
  similar?: boolean;
  optOutOffered?: boolean;
  with?: string;
  referrerKnows?: ("seller" | "contact")[];
  agreedBy?: "contact";
};

export type Consent = {
  point?: string;
  names?: ("seller" | "number" | "technology")[];
  channels: string[];
  technology?: string[];
  purpose?: string;
  form: "written" | "electronic" | "oral" | "implied" | "unknown";
  givenBy?: "contact" | "third_party";
  givenAt: string;
  withdrawnAt?: string;
  expiresAt?: string;
  ongoing?: boolean;
  subject?: string;
  evidence?: string;
  times?: string;
};

export const refusalKinds = [
  "stop",
  "do_not_call",
  "unsubscribe",
  "objection",
  "complaint",
  "not_interested",
  "hang_up",
] as const;

export type Refusal = { at: string; channels?: string[]; kind: (typeof refusalKinds)[number]; scope?: string };
export type Listing = { list: string; since?: string };

export type PastAttempt = {
  channel: string;
  at: string;
  subject?: string;
  technology?: string;
  purpose?: string;
  outcome?: string;
};

export type Cap = { attempts: number; hours: number };

export type Policy = {
  allowCold?: boolean;
  hours?: Partial<Record<Weekday, Opening[]>>;
  caps?: Cap[];
  spacingHours?: number;
  countries?: string[];
};

/** One attempt that somebody wants to make, and all that is known about it. Instants are RFC 3339. */
export type GateRequest = {
  id?: string;
  at: string;
  attempt: GateAttempt;
  seller: GateSeller;
  contact: GateContact;
  relationships?: Relationship[];
  consents?: Consent[];
  refusals?: Refusal[];
  listings?: Listing[];
  attempts?: PastAttempt[];
  policy?: Policy;
  openPurpose?: string;
  override?: { rule: string; by: string; approvedBy: string; reason: string };
  conditions?: {
    kind: string;
    country?: string;
    region: string;
    county?: string;
    place?: string;
    from: string;
    to?: string;
  }[];
};

export type Verdict = "allow" | "defer" | "deny";

export const ruleKinds = [
  "hours",
  "closed_day",
  "quiet",
  "emergency",
  "cap",
  "list",
  "stale_list",
  "consent",
  "relationship",
  "refusal",
  "restricted",
  "reassigned",
  "no_contact",
  "other_plan",
  "place",
  "zones",
  "third_party",
  "no_number",
  "caller_id",
  "address",
  "message",
  "recording",
  "notice",
  "registration",
  "forbidden",
  "duty",
] as const;
/** What a rule is about, for a screen that says it in its reader's language. */
export type RuleKind = (typeof ruleKinds)[number];

export type SpokenRule = {
  id: string;
  kind?: RuleKind;
  basis: "law" | "policy";
  effect: "deny" | "defer" | "oblige" | "lift";
  citation: string;
  reason: string;
  until?: string;
  contested?: boolean;
};

export type Reliance = { kind: "consent" | "relationship" | "introduction" | "request"; at: string; evidence?: string };
export type Obligation = { id: string; text: string; citation: string };
export type MissingFact = { fact: string; wouldChange: string };

export type Decision = {
  id?: string;
  at: string;
  verdict: Verdict;
  contested?: boolean;
  until?: string | null;
  rules: SpokenRule[];
  reliesOn: Reliance[];
  obligations: Obligation[];
  missing: MissingFact[];
  packs: Record<string, string>;
};
