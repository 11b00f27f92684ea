import type { Decision, GateRequest } from "#domain/gate/types.ts";

/** The one function that says whether an attempt may be made, and what comes with it. */
export function decide(request: GateRequest): Decision {
  const { id, at } = request;
  return {
    ...(id === undefined ? {} : { id }),
    at,
    verdict: "deny",
    until: null,
    rules: [],
    reliesOn: [],
    obligations: [],
    missing: [],
    packs: {},
  };
}
