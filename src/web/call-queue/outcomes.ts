import type { ReportedOutcome } from "#api/attempts.ts";

/** The outcomes in the order of the bar, each with its key. */
export const outcomeKeys: readonly { outcome: ReportedOutcome; key: string }[] = [
  { outcome: "meeting_agreed", key: "m" },
  { outcome: "conversation", key: "n" },
  { outcome: "call_back", key: "b" },
  { outcome: "voicemail", key: "v" },
  { outcome: "no_answer", key: "a" },
  { outcome: "busy", key: "u" },
  { outcome: "gatekeeper", key: "g" },
  { outcome: "not_interested", key: "i" },
  { outcome: "wrong_number", key: "w" },
];

/** The two that stop everything at once. */
export const stopKeys: readonly { outcome: "do_not_contact" | "complaint"; key: string }[] = [
  { outcome: "do_not_contact", key: "d" },
  { outcome: "complaint", key: "x" },
];

export type FirstStep = "callback" | "follow_up" | "meeting" | "nothing";

/** What is likely to follow an outcome; the rep chooses. */
export function likelyNextStep(outcome: string): FirstStep {
  if (outcome === "meeting_agreed") return "meeting";
  if (outcome === "conversation") return "follow_up";
  if (outcome === "gatekeeper") return "callback";
  return "nothing";
}

/** After these there is nothing to plan with this person. */
export function endsTheMatter(outcome: string): boolean {
  return outcome === "do_not_contact" || outcome === "complaint";
}
