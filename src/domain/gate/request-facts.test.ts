import { expect, test } from "vitest";
import { decide } from "#domain/gate/decide.ts";
import { consentOfRequest, noAsFact, relationshipOf } from "#domain/gate/request-facts.ts";
import type { GateRequest } from "#domain/gate/types.ts";
import { defaultKinds } from "#domain/touchpoints/kinds.ts";

const at = "2026-11-20T10:00:00Z";
const relationships = (slug: string) =>
  defaultKinds.filter((kind) => kind.slug === slug).map((kind) => relationshipOf(kind, at));

test("an introduction was agreed to, a tip was not, and a page visited is no relationship", () => {
  expect(relationships("introduction_made")).toEqual([{ kind: "introduction", at, agreedBy: "contact" }]);
  expect(relationships("tip_received")).toEqual([{ kind: "introduction", at }]);
  expect(relationships("donation")).toEqual([{ kind: "donation", at }]);
  expect(relationships("page_visited")).toEqual([null]);
});

test("only requests to be called are consents to be called", () => {
  const requests = defaultKinds.filter((kind) => consentOfRequest(kind, at, "t1")).map(({ slug }) => slug);

  expect(requests).toEqual(["callback_requested", "demo_requested"]);
});

test("a request to be called reopens a stop, and nothing reopens what is closed for good", () => {
  const request: GateRequest = {
    at: "2026-11-24T11:00:00Z",
    attempt: { channel: "call", purpose: "marketing" },
    seller: { country: "GB" },
    contact: { locations: [{ country: "GB", timeZone: "Europe/London" }] },
  };
  const consents = defaultKinds.flatMap((kind) => consentOfRequest(kind, at, "t1") ?? []);
  const verdict = (kind: string) => {
    const no = noAsFact({ kind, saidAt: "2026-11-01T10:00:00Z", channels: null, scope: null });
    return decide({ ...request, ...no, consents }).verdict;
  };

  expect(["stop", "do_not_call", "complaint", "bounced"].map(verdict)).toEqual(["allow", "allow", "allow", "allow"]);
  expect(["deceased", "litigator", "wrong_person", "list"].map(verdict)).toEqual(["deny", "deny", "deny", "deny"]);
});
