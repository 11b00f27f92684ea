import { expect, test } from "vitest";
import { allowedUntil } from "#domain/gate/allowed-until.ts";
import type { GateRequest } from "#domain/gate/types.ts";

const toParis: GateRequest = {
  at: "2026-11-24T10:10:30.123Z", // a Tuesday, 11:10 in Paris
  attempt: { channel: "call", purpose: "marketing" },
  seller: { country: "FR" },
  contact: { audience: "consumer", locations: [{ country: "FR", timeZone: "Europe/Paris", basis: "verified" }] },
  consents: [
    {
      channels: ["call"],
      form: "written",
      givenBy: "contact",
      purpose: "marketing",
      names: ["seller"],
      givenAt: "2026-11-01T10:00:00Z",
      expiresAt: "2027-10-01T10:00:00Z",
    },
  ],
};

test("a consumer in France may be called until the noon break of the law", () => {
  expect(allowedUntil(toParis)?.toISOString()).toBe("2026-11-24T12:00:00.000Z");
});

test("hours of our own end it earlier, to the minute", () => {
  const policy = { hours: { tue: [{ from: "09:00", until: "11:37" }] } };

  expect(allowedUntil({ ...toParis, policy })?.toISOString()).toBe("2026-11-24T10:37:00.000Z");
});

test("a permission that ends within the hours ends it too", () => {
  const consents = [{ ...toParis.consents?.[0], expiresAt: "2026-11-24T11:15:20Z" }] as GateRequest["consents"];

  expect(allowedUntil({ ...toParis, consents } as GateRequest)?.toISOString()).toBe("2026-11-24T11:15:20.000Z");
});

test("what is not allowed now ends at no time", () => {
  expect(allowedUntil({ ...toParis, at: "2026-11-24T22:00:00Z" })).toBeNull();
});
