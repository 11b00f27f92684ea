import type { Fact, Mechanism } from "#domain/gate/packs/row.ts";
import type { GateAttempt, GateContact, GateRequest } from "#domain/gate/types.ts";

/**
 * What a request speaks of at all, a bit each. Most rows of a law are about something that most requests do not
 * mention, and need not be asked about them.
 */
export const mentions = {
  consents: 1 << 0,
  ties: 1 << 1,
  attempts: 1 << 2,
  refusals: 1 << 3,
  listings: 1 << 4,
  /** A no of the person's, or an entry on a list. */
  anyNo: 1 << 5,
  conditions: 1 << 6,
  quietHours: 1 << 7,
  openPurpose: 1 << 8,
  sector: 1 << 9,
  product: 1 << 10,
  callerId: 1 << 11,
  tracking: 1 << 12,
  disclosed: 1 << 13,
  recorded: 1 << 14,
  agentGuaranteed: 1 << 15,
  registrations: 1 << 16,
  phone: 1 << 17,
  emailKind: 1 << 18,
  source: 1 << 19,
  reassigned: 1 << 20,
  restricted: 1 << 21,
} as const;

export function mentionedIn(request: GateRequest): number {
  const { seller, conditions, openPurpose } = request;
  return (
    mentionedOfHistory(request) |
    (conditions ? mentions.conditions : 0) |
    (openPurpose === undefined ? 0 : mentions.openPurpose) |
    (seller.sector === undefined ? 0 : mentions.sector) |
    (seller.registrations ? mentions.registrations : 0) |
    mentionedOfAttempt(request.attempt) |
    mentionedOfContact(request.contact)
  );
}

function mentionedOfHistory({ consents, relationships, attempts, refusals, listings }: GateRequest): number {
  return (
    (isSome(consents) ? mentions.consents : 0) |
    (isSome(relationships) ? mentions.ties : 0) |
    (isSome(attempts) ? mentions.attempts : 0) |
    (isSome(refusals) ? mentions.refusals | mentions.anyNo : 0) |
    (isSome(listings) ? mentions.listings | mentions.anyNo : 0)
  );
}

function isSome(facts: readonly unknown[] | undefined): boolean {
  return facts !== undefined && facts.length > 0;
}

function mentionedOfAttempt(attempt: GateAttempt): number {
  return (
    (attempt.product === undefined ? 0 : mentions.product) |
    (attempt.callerId === undefined ? 0 : mentions.callerId) |
    (attempt.tracking ? mentions.tracking : 0) |
    (attempt.disclosed ? mentions.disclosed : 0) |
    (attempt.recorded ? mentions.recorded : 0) |
    (attempt.agentGuaranteed ? mentions.agentGuaranteed : 0)
  );
}

function mentionedOfContact(contact: GateContact): number {
  return (
    (contact.quietHours ? mentions.quietHours : 0) |
    (contact.phone ? mentions.phone : 0) |
    (contact.email?.kind === undefined ? 0 : mentions.emailKind) |
    (contact.source ? mentions.source : 0) |
    (contact.reassigned ? mentions.reassigned : 0) |
    (contact.restricted ? mentions.restricted : 0)
  );
}

/** What a request must mention for this fact to hold. */
export function neededBy(fact: Fact): number {
  if ("all" in fact) return fact.all.reduce((needed, each) => needed | neededBy(each), 0);
  if ("any" in fact) return fact.any.reduce((needed, each) => needed & neededBy(each), everything);
  if ("source" in fact) return fact.source.includes("self") ? 0 : mentions.source;
  if ("disclosed" in fact) return fact.disclosed.length > 0 ? mentions.disclosed : 0;
  if ("attempted" in fact) return fact.attempted.atLeast > 0 ? mentions.attempts : 0;
  return Object.keys(fact).reduce((needed, name) => needed | (neededByName[name] ?? 0), 0);
}

const everything = ~0;

/** A fact that is not here may hold of a request that mentions nothing. */
const neededByName: Readonly<Record<string, number>> = {
  consent: mentions.consents,
  tie: mentions.ties,
  refused: mentions.refusals,
  listed: mentions.listings,
  sector: mentions.sector,
  product: mentions.product,
  callerId: mentions.callerId,
  callerIdIn: mentions.callerId,
  callerIdNotIn: mentions.callerId,
  tracking: mentions.tracking,
  recorded: mentions.recorded,
  agentGuaranteed: mentions.agentGuaranteed,
  registered: mentions.registrations,
  numberIn: mentions.phone,
  emailKind: mentions.emailKind,
  noticeSent: mentions.source,
  obtainedMonthsAgo: mentions.source,
  reassigned: mentions.reassigned,
  restricted: mentions.restricted,
};

/** What a request must mention for this mechanism to stand in the way. */
export function neededToBlock(rule: Mechanism, id: string): number {
  switch (rule.kind) {
    case "list":
      return mentions.listings;
    case "during":
      return mentions.conditions;
    case "cap":
      return rule.attempts > 0 ? mentions.attempts : 0;
    case "own":
      return neededByOurs[id] ?? 0;
    default:
      return 0;
  }
}

const neededByOurs: Readonly<Record<string, number>> = {
  "POL-OPTOUT-NOW": mentions.anyNo,
  "POL-QUIET": mentions.quietHours,
  "POL-PURPOSE": mentions.openPurpose,
};
