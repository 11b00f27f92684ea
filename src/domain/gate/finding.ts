import type { PolicyRule } from "#domain/gate/packs/policy.ts";
import type { GateRequest, MissingFact } from "#domain/gate/types.ts";

/** What one rule says of a request at one instant. */
export type Finding = {
  rule: PolicyRule;
  effect: "deny" | "defer" | "lift";
  reason: string;
  /** With `defer`: the first later instant at which this rule no longer speaks; it speaks at every instant before. */
  clearsAt?: Date;
  missing?: MissingFact;
};

/** A rule reads the request and an instant, and nothing else. Arrays of the request may come in any order. */
export type Rule = (request: GateRequest, at: Date) => Finding[];
