/** By the contact, by both, by us alone, or a fact that nobody did to anybody. */
export const directions = ["contact", "mutual", "us", "context"] as const;
export type Direction = (typeof directions)[number];

/** How well a touchpoint is proved, from weakest to strongest. `claimed` alone never warms anybody. */
export const verifications = ["claimed", "documented", "captured", "confirmed"] as const;
export type Verification = (typeof verifications)[number];

/** What a touchpoint is to the gate: the kind of relationship it proves. */
export const gateRelationships = [
  "introduction",
  "tip",
  "inquiry",
  "application",
  "conversation",
  "purchase",
  "contract",
  "donation",
  "employment",
] as const;
export type GateRelationship = (typeof gateRelationships)[number];

export type HoursWindow = { opensAfterHours: number; closesAfterHours: number };
export type KindWindow = HoursWindow | "at_meeting" | null;

/** `days`: a number of its own, the workspace's setting of that name, or null: until the meeting. */
export type Expectation = { days: number | "introductionDays" | "requestDays" | null; endsWhenFulfilled: boolean };

export type TouchpointKind = {
  slug: string;
  direction: Direction;
  weight: number;
  /** How long it can keep a contact warm; null: it never warms. */
  memoryDays: number | null;
  window: KindWindow;
  /** The window where a workspace has chosen the definition `broad`. */
  windowUnderBroad?: HoursWindow;
  expectation: Expectation | null;
  /** The person spoke with us, so what was expected has happened: it ends the expectations before it. */
  isConversation: boolean;
  /** Counts as hot under the strict definition, by which a call is hot or it is cold. */
  hotUnderReferralOnly: boolean;
  gateRelationship: GateRelationship | null;
};

export type KindTable = ReadonlyMap<string, TouchpointKind>;

const weightMax = 1000;
const hours = (opensAfterHours: number, closesAfterHours: number): HoursWindow => ({
  opensAfterHours,
  closesAfterHours,
});

type Traits = Partial<Omit<TouchpointKind, "slug" | "direction" | "weight" | "memoryDays" | "window">>;

function kind(
  slug: string,
  direction: Direction,
  weight: number,
  memoryDays: number | null,
  window: KindWindow,
  traits: Traits = {},
): TouchpointKind {
  const plain = { expectation: null, isConversation: false, hotUnderReferralOnly: false, gateRelationship: null };
  return { slug, direction, weight, memoryDays, window, ...plain, ...traits };
}

const inquiry: Traits = { gateRelationship: "inquiry" };
const conversation: Traits = { gateRelationship: "conversation" };
const spoke: Traits = { gateRelationship: "conversation", isConversation: true };
const request: Traits = {
  gateRelationship: "inquiry",
  expectation: { days: "requestDays", endsWhenFulfilled: true },
  hotUnderReferralOnly: true,
};
const agreement: Traits = { gateRelationship: "conversation", expectation: { days: 14, endsWhenFulfilled: false } };
const arrival: Traits = { windowUnderBroad: hours(24, 72) };

/** The kinds that every workspace starts from; a workspace changes them, and may add its own. */
export const defaultKinds: readonly TouchpointKind[] = [
  kind("introduction_made", "mutual", 100, 180, hours(0, 24), {
    gateRelationship: "introduction",
    expectation: { days: "introductionDays", endsWhenFulfilled: false },
    hotUnderReferralOnly: true,
  }),
  kind("callback_requested", "contact", 100, 180, hours(0, 1), request),
  kind("demo_requested", "contact", 100, 180, hours(0, 1), request),
  kind("reply_agreeing_to_talk", "contact", 90, 180, hours(0, 24), agreement),
  kind("meeting_booked", "mutual", 90, 180, "at_meeting", {
    gateRelationship: "inquiry",
    expectation: { days: null, endsWhenFulfilled: true },
  }),
  kind("inbound_inquiry", "contact", 80, 180, hours(0, 4), inquiry),
  kind("trial_started", "contact", 70, 120, hours(1, 24), inquiry),
  kind("application_submitted", "contact", 70, 180, hours(0, 48), {
    gateRelationship: "application",
    expectation: { days: 30, endsWhenFulfilled: false },
  }),
  kind("meeting_held", "mutual", 70, 365, hours(24, 72), spoke),
  kind("visit_held", "mutual", 70, 365, hours(24, 72), spoke),
  kind("video_call_held", "mutual", 70, 365, hours(24, 72), spoke),
  kind("call_conversation", "mutual", 50, 180, hours(24, 72), spoke),
  kind("event_conversation", "mutual", 50, 180, hours(24, 72), conversation),
  kind("card_exchanged", "mutual", 50, 180, hours(24, 72), conversation),
  kind("open_house_visited", "contact", 55, 90, hours(24, 48), conversation),
  kind("seminar_attended", "contact", 40, 120, hours(24, 72), conversation),
  kind("webinar_attended", "contact", 40, 120, hours(24, 72), conversation),
  kind("webinar_registered", "contact", 15, 60, null),
  kind("content_downloaded", "contact", 25, 60, hours(24, 48)),
  kind("newsletter_opted_in", "contact", 15, 365, null),
  kind("email_replied", "contact", 45, 120, hours(2, 48), conversation),
  kind("social_message", "contact", 30, 90, hours(4, 48), conversation),
  kind("social_comment", "contact", 30, 90, hours(4, 48), conversation),
  kind("chat_held", "contact", 60, 120, hours(0, 4), inquiry),
  kind("survey_answered", "contact", 20, 90, hours(24, 72)),
  kind("purchase", "mutual", 60, 730, null, { gateRelationship: "purchase" }),
  kind("contract_signed", "mutual", 60, 730, null, { gateRelationship: "contract" }),
  kind("contract_renewed", "mutual", 60, 730, null, { gateRelationship: "contract" }),
  kind("donation", "contact", 60, 730, hours(24, 72), { gateRelationship: "donation" }),
  kind("support_conversation", "mutual", 25, 180, null, conversation),
  kind("past_client", "mutual", 30, 1095, null, { gateRelationship: "contract" }),
  kind("alumni", "mutual", 30, 1095, null, { gateRelationship: "employment" }),
  kind("mail_delivered", "us", 5, 60, null, arrival),
  kind("email_opened", "us", 3, 60, null, arrival),
  kind("email_clicked", "us", 10, 60, null, arrival),
  kind("page_visited", "contact", 8, 30, null),
  kind("linkedin_connected", "context", 0, null, null),
  kind("mutual_connection", "context", 0, null, null),
  kind("profile_viewed", "context", 0, null, null),
  kind("research_note", "context", 0, null, null),
  kind("trigger_news", "context", 0, null, null),
  kind("tip_received", "context", 0, null, null, { gateRelationship: "tip" }),
];

export const defaultKindTable: KindTable = kindTable(defaultKinds);

export function kindTable(kinds: Iterable<TouchpointKind>): KindTable {
  return new Map([...kinds].map((each) => [each.slug, each]));
}

/** Whether a level of verification is more than somebody's word. */
export function isVerified(verification: Verification): boolean {
  return verification !== "claimed";
}

/** What is wrong with a kind that a workspace wants to have, as the name of the field; undefined when nothing is. */
export function flawOfKind(candidate: TouchpointKind): keyof TouchpointKind | undefined {
  const { direction, weight, memoryDays, window, expectation } = candidate;
  if (!/^[a-z][a-z0-9_]{1,59}$/.test(candidate.slug)) return "slug";
  if (!(weight >= 0 && weight <= weightMax)) return "weight";
  if (memoryDays !== null && !(Number.isInteger(memoryDays) && memoryDays > 0)) return "memoryDays";
  if (window !== null && window !== "at_meeting" && !(window.opensAfterHours <= window.closesAfterHours))
    return "window";
  // One-sided facts never raise the temperature, whatever a workspace would like.
  if (direction === "context" && (weight > 0 || memoryDays !== null)) return "direction";
  if (expectation && direction !== "contact" && direction !== "mutual") return "expectation";
  return undefined;
}
