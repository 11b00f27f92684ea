import { policy } from "#domain/gate/packs/policy.ts";

/** Rules of ours that two people may not set aside: what they protect is not ours to give. */
export const notOverridable: ReadonlySet<string> = new Set([
  "GATE-UNK",
  "POL-OPTOUT-NOW",
  "POL-HOURS",
  "POL-RESTRICTED",
]);

/** Whether two people together may set this rule aside: one of our own that stands in the way; never a law. */
export function isOverridable(rule: string): boolean {
  const stands = policy.rows.some(({ id, rule: { kind } }) => id === rule && kind !== "note" && kind !== "oblige");
  return stands && !notOverridable.has(rule);
}
