import { describe, expect, test } from "vitest";
import { type Permission, type Role, reachOf, type Scope } from "#domain/policy.ts";

const strict = { repsSee: "own", maskNumbers: true } as const;

/* The table "Who may do what", row by row: rep, manager, compliance officer, admin; "-" is not at all. */
const TABLE: [Permission, ...(Scope | "-")[]][] = [
  ["contacts:read", "own", "team", "all", "all"],
  ["contacts:write", "own", "team", "-", "all"],
  ["calls:make", "own", "team", "-", "all"],
  ["numbers:reveal", "-", "team", "all", "all"],
  ["imports:run", "own", "team", "-", "all"],
  ["touchpoints:confirm", "-", "team", "-", "all"],
  ["playbooks:write", "-", "all", "-", "all"],
  ["kinds:write", "-", "all", "-", "all"],
  ["consents:record", "own", "team", "all", "all"],
  ["suppressions:record", "own", "team", "all", "all"],
  ["exceptions:propose", "-", "team", "-", "all"],
  ["exceptions:decide", "-", "-", "all", "-"],
  ["conditions:write", "-", "-", "all", "-"],
  ["packs:read", "-", "all", "all", "all"],
  ["decisions:read", "own", "team", "all", "all"],
  ["record:export", "-", "team", "all", "all"],
  ["access:read", "-", "-", "all", "all"],
  ["people:manage", "-", "-", "-", "all"],
  ["keys:manage", "-", "-", "-", "all"],
  ["settings:write", "-", "-", "-", "all"],
  ["policy:write", "-", "-", "all", "all"],
];

describe("who may do what", () => {
  test.each(TABLE)("%s: rep %s, manager %s, compliance officer %s, admin %s", (permission, ...reaches) => {
    const roles: Role[] = ["rep", "manager", "compliance_officer", "admin"];

    const found = roles.map((role) => reachOf({ role, ...strict }, permission) ?? "-");

    expect(found).toEqual(reaches);
  });
});

test.each<Scope>(["own", "team", "all"])("a workspace may let its reps work with the contacts of: %s", (repsSee) => {
  const rep = { role: "rep", repsSee, maskNumbers: true } as const;

  expect(reachOf(rep, "contacts:read")).toBe(repsSee);
  expect(reachOf(rep, "calls:make")).toBe(repsSee);
  expect(reachOf(rep, "imports:run")).toBe("own");
  expect(reachOf(rep, "record:export")).toBeUndefined();
});

test("a workspace that masks no numbers shows reps those of the contacts they see", () => {
  expect(reachOf({ role: "rep", repsSee: "own", maskNumbers: false }, "numbers:reveal")).toBe("own");
  expect(reachOf({ role: "rep", repsSee: "team", maskNumbers: false }, "numbers:reveal")).toBe("team");
});

test("what a workspace decides about its reps changes nothing for the others", () => {
  expect(reachOf({ role: "manager", repsSee: "all", maskNumbers: true }, "contacts:read")).toBe("team");
});
