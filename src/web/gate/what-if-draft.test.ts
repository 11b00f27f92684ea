import { describe, expect, test } from "vitest";
import { decide } from "#domain/gate/decide.ts";
import { draftOf, sampleQuestion, withFact } from "#web/gate/what-if-draft.ts";

const noon = new Date("2026-11-24T17:00:00Z"); // 12:00 in New York
const sample = sampleQuestion(noon);

describe("what if", () => {
  test("the sample is a question that the gate can answer", () => {
    expect(decide(sample).rules.map(({ id }) => id)).toContain("POL-WARM");
  });

  test("they had bought something", () => {
    const asked = withFact(sample, "relationship", "purchase");

    expect(decide(asked).verdict).toBe("allow");
    expect(decide(withFact(asked, "relationship", "")).verdict).toBe("deny");
  });

  test("they had said no since", () => {
    const asked = withFact(withFact(sample, "relationship", "purchase"), "refused", true);

    expect(decide(asked).rules.map(({ id }) => id)).toContain("POL-OPTOUT-NOW");
  });

  test("they said no although they had asked for a call the day before", () => {
    const requested = withFact(sample, "relationship", "inquiry");
    const relationships = (requested.relationships ?? []).map((each) => ({
      ...each,
      at: "2026-11-23T17:00:00Z",
      similar: true,
    }));

    const asked = withFact({ ...requested, relationships }, "refused", true);

    expect(decide(asked).verdict).toBe("deny");
  });

  test("they lived in Berlin", () => {
    const asked = withFact(withFact(sample, "country", "DE"), "timeZone", "Europe/Berlin");

    expect(asked.contact.locations).toEqual([{ country: "DE", timeZone: "Europe/Berlin" }]);
    expect(decide(withFact(asked, "relationship", "purchase")).rules.map(({ id }) => id)).toContain("DE-TEL-01");
  });
});

test("what the form shows is what the question says", () => {
  const asked = withFact(withFact(sample, "lists", "us-dnc, internal"), "copies", "us-dnc 2026-11-20");

  expect(draftOf(asked)).toMatchObject({
    lists: "us-dnc, internal",
    copies: "us-dnc 2026-11-20",
    region: "NY",
    refused: false,
    consent: "",
  });
  expect(asked.seller.registers).toEqual({ "us-dnc": "2026-11-20" });
});

test("a change leaves what was asked as it was", () => {
  const before = JSON.stringify(sample);

  withFact(sample, "recorded", true);

  expect(JSON.stringify(sample)).toBe(before);
});
