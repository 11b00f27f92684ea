import { Fragment } from "react";
import type { Segment } from "#api/brief.ts";
import classes from "#web/call-queue/segments.module.css";

type Props = { segments: readonly Segment[]; onEvidence: (touchpointId: string) => void };

/** A sentence of the playbook; what it says about the shared past leads to the touchpoint that proves it. */
export function Segments({ segments, onEvidence }: Props) {
  return segments.map(({ text, touchpointId }, index) => {
    const key = `${index} ${text}`;
    if (!touchpointId) return <Fragment key={key}>{text}</Fragment>;
    return (
      <a
        key={key}
        href={`#touchpoint-${touchpointId}`}
        className={classes.link}
        onClick={(event) => {
          event.preventDefault();
          onEvidence(touchpointId);
        }}
      >
        {text}
      </a>
    );
  });
}
