import { coversAttempt, isPromotional } from "#domain/gate/facts.ts";
import type { Finding, Rule } from "#domain/gate/finding.ts";
import { policyPack } from "#domain/gate/packs/policy.ts";
import type { GateRequest, Refusal } from "#domain/gate/types.ts";
import { instantRange } from "#domain/time.ts";

const ownList = "internal";

type Stop = { what: string; since: { earliest: Date; latest: Date } | undefined };

/** A stop closes all marketing on all channels at once; a later consent of the person's own reopens what it names. */
export const refusals: Rule = (request, at) => {
  if (!isPromotional(request)) return [];
  return stopsOf(request, at).map((stop): Finding => {
    const isReopened = reopens(request, stop, at);
    const reason = isReopened
      ? `The person agreed to this after the ${stop.what}.`
      : `The person said no (${stop.what}) and has not agreed to this since.`;
    return { rule: policyPack.rules.optOut, effect: isReopened ? "lift" : "deny", reason };
  });
};

export const restriction: Rule = ({ contact }) =>
  contact.restricted
    ? [{ rule: policyPack.rules.restricted, effect: "deny", reason: "This person's data may be stored and not used." }]
    : [];

function stopsOf(request: GateRequest, at: Date): Stop[] {
  const said = (request.refusals ?? [])
    .filter((refusal) => isAbout(refusal, request.attempt.subject))
    .map(({ kind, at: since }): Stop => ({ what: kind.replaceAll("_", " "), since: instantRange(since) }));
  const listed = (request.listings ?? [])
    .filter(({ list }) => list === ownList)
    .map(({ since }): Stop => ({ what: "own do-not-contact list", since: since ? instantRange(since) : undefined }));
  return [...said, ...listed].filter(({ since }) => since === undefined || since.earliest <= at);
}

/** A refusal that names a subject closes that subject; an attempt that names none may be about it. */
function isAbout({ scope }: Refusal, subject: string | undefined): boolean {
  return scope === undefined || subject === undefined || scope === subject;
}

function reopens(request: GateRequest, { since }: Stop, at: Date): boolean {
  if (!since) return false;
  return (request.consents ?? []).some(
    (consent) => coversAttempt(consent, request, at) && since.latest < instantRange(consent.givenAt).earliest,
  );
}
