/** What a person may ask of us about her own data. */
export const requestKinds = [
  "access",
  "correction",
  "erasure",
  "objection",
  "restriction",
  "portability",
  "complaint",
] as const;
export type RequestKind = (typeof requestKinds)[number];

export const requestStates = ["received", "identity_checked", "in_work", "answered", "refused"] as const;
export type RequestState = (typeof requestStates)[number];

export const requestSteps = ["check_identity", "start", "carry_out", "answer", "refuse", "extend"] as const;
export type RequestStep = (typeof requestSteps)[number];

/**
 * From which states a step may be taken. An objection to advertising needs no proof of who says it, so it and a
 * complaint are worked on at once; a refusal needs none either.
 */
export function isOpenTo(step: RequestStep, request: { state: RequestState; kind: RequestKind }): boolean {
  const { state, kind } = request;
  if (state === "answered" || state === "refused") return false;
  if (step === "refuse" || step === "extend") return true;
  if (step === "check_identity") return state === "received";
  const isKnown = state !== "received" || kind === "objection" || kind === "complaint";
  if (step === "start") return isKnown && state !== "in_work";
  return isKnown;
}

/** Why a request may be refused; each is a ground that the answer must name. */
export const refusalReasons = [
  "identity_not_proved",
  "not_our_data",
  "manifestly_unfounded",
  "excessive",
  "legal_obligation",
  "legal_claims",
  "rights_of_others",
  "withdrawn",
] as const;
