import { type Consent, type Listing, type Refusal, type Relationship, refusalKinds } from "#domain/gate/types.ts";
import type { TouchpointKind } from "#domain/touchpoints/kinds.ts";
import { closesCalls } from "#domain/what-a-no-covers.ts";

/** What a verified touchpoint proves to the gate; null where it proves nothing. A tip is an introduction that nobody agreed to. */
export function relationshipOf({ gateRelationship }: TouchpointKind, at: string): Relationship | null {
  if (gateRelationship === null) return null;
  if (gateRelationship === "tip") return { kind: "introduction", at };
  if (gateRelationship === "introduction") return { kind: "introduction", at, agreedBy: "contact" };
  return { kind: gateRelationship, at };
}

/** Who asks to be called agrees to that call, also after an earlier no; the form is the weakest that is still express. */
export function consentOfRequest(
  { direction, expectation }: TouchpointKind,
  at: string,
  evidence: string,
): Consent | null {
  const isRequestToBeCalled = direction === "contact" && expectation?.endsWhenFulfilled === true;
  if (!isRequestToBeCalled) return null;
  return { channels: ["call"], form: "oral", givenBy: "contact", givenAt: at, evidence };
}

export type StandingNo = { kind: string; saidAt: string; channels?: string[] | null; scope?: string | null };

/**
 * A standing "no" as the gate reads it: the person's own word, or our list, which no later consent reopens. A
 * bounced mail is neither, it only says that an address is dead.
 */
export function noAsFact({ kind, saidAt, channels, scope }: StandingNo): { refusals: Refusal[]; listings: Listing[] } {
  if (!closesCalls(kind)) return { refusals: [], listings: [] };
  const said = refusalKinds.find((each) => each === kind);
  if (!said) return { refusals: [], listings: [{ list: "internal" }] };
  const refusal: Refusal = { kind: said, at: saidAt, ...(channels && { channels }), ...(scope && { scope }) };
  return { refusals: [refusal], listings: [] };
}
