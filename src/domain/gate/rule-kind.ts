import type { Fact, Row } from "#domain/gate/packs/row.ts";
import type { RuleKind } from "#domain/gate/types.ts";

/** What a row is about, told by its mechanism and by the fact that would change its answer. */
export function kindOfRule({ id, rule, when }: Row): RuleKind | undefined {
  switch (rule.kind) {
    case "hours":
    case "cap":
    case "list":
      return rule.kind;
    case "closed":
      return "closed_day";
    case "during":
      return "emergency";
    case "fresh":
      return "stale_list";
    case "oblige":
      return "duty";
    case "own":
    case "note":
      return ours[id];
    case "need":
    case "forbid":
      return rule.missing ? (byFact[rule.missing.fact] ?? "forbidden") : barredBy(when);
    default:
      return undefined;
  }
}

const ours: Record<string, RuleKind> = {
  "GATE-UNK": "place",
  "POL-OPTOUT-NOW": "refusal",
  "POL-WARM": "no_contact",
  "POL-PURPOSE": "other_plan",
  "POL-QUIET": "quiet",
  "POL-HRS-01": "hours",
  "POL-CAP-01": "cap",
  "POL-ZONE": "zones",
  "POL-REFERRAL": "third_party",
};

const byFact: Record<string, RuleKind> = {
  consents: "consent",
  relationships: "relationship",
  callerId: "caller_id",
  "attempt.callerId": "caller_id",
  "attempt.disclosed": "message",
  "attempt.tracking": "message",
  "attempt.recorded": "recording",
  "contact.email.kind": "address",
  "contact.phone.directory": "address",
  "contact.phone": "reassigned",
  "contact.reassigned": "reassigned",
  "contact.restricted": "restricted",
  "contact.source.noticeSentAt": "notice",
  "seller.registrations": "registration",
};

/** A bar that no fact of ours can open: the person's own no, a restriction, or the law itself. */
function barredBy(when: Fact | undefined): RuleKind {
  if (mentions(when, "refused")) return "refusal";
  return mentions(when, "restricted") ? "restricted" : "forbidden";
}

function mentions(fact: Fact | undefined, name: "refused" | "restricted"): boolean {
  if (!fact) return false;
  if (name in fact) return true;
  if ("all" in fact) return fact.all.some((each) => mentions(each, name));
  return "any" in fact && fact.any.some((each) => mentions(each, name));
}
