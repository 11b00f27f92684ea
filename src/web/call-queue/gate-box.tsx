import type { Brief } from "#api/brief.ts";
import type { GateDecision } from "#api/decisions.ts";
import { GateAnswer } from "#web/gate/gate-answer.tsx";
import { useGateText } from "#web/gate/use-gate-text.ts";

type Props = { brief: Brief; decision?: GateDecision; onEvidence: (touchpointId: string) => void };

/** Whether this person may be called, until or from when, and on what ground; the touchpoints prove it. */
export function GateBox({ brief, decision = brief.decision, onEvidence }: Props) {
  const { sentence } = useGateText();
  const { allowedUntil, contact, timeline } = brief;
  const proofOf = ({ at, evidence }: GateDecision["reliesOn"][number]) => {
    const found = timeline.find(
      ({ id, occurredAt }) => id === evidence || occurredAt.getTime() === new Date(at).getTime(),
    );
    return found && (() => onEvidence(found.id));
  };
  return (
    <GateAnswer
      decision={decision}
      sentence={sentence(decision, { allowedUntil, theirZone: contact.timeZone })}
      proofOf={proofOf}
    />
  );
}
