import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { ReportedOutcome } from "#api/attempts.ts";
import type { Brief } from "#api/brief.ts";
import classes from "#web/call-queue/call.module.css";
import { CallBackForm } from "#web/call-queue/call-back-form.tsx";
import { CallCards } from "#web/call-queue/call-cards.tsx";
import { CallHeader } from "#web/call-queue/call-header.tsx";
import { CallObstacle } from "#web/call-queue/call-obstacle.tsx";
import { CallPast } from "#web/call-queue/call-past.tsx";
import { CallPermit } from "#web/call-queue/call-permit.tsx";
import { CallScript } from "#web/call-queue/call-script.tsx";
import { EvidenceDialog } from "#web/call-queue/evidence-dialog.tsx";
import { MadeAt } from "#web/call-queue/made-at.tsx";
import { OutcomeBar } from "#web/call-queue/outcome-bar.tsx";
import { type Report, useCall } from "#web/call-queue/use-call.ts";
import { useCallNotes } from "#web/call-queue/use-call-notes.ts";
import { useReservation } from "#web/call-queue/use-reservation.ts";
import { WrapUp } from "#web/call-queue/wrap-up.tsx";
import { writtenIn } from "#web/call-queue/written-in.ts";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";

const route = getRouteApi("/signed-in/call/$contactId");

/** The three columns of a call and the bar of outcomes below them. */
export function CallWorkspace({ brief }: { brief: Brief }) {
  const { log } = route.useSearch();
  const navigate = useNavigate();
  const contactId = brief.contact.id;
  const call = useCall(contactId);
  const { notes, setAnswer, setNote, toggleSaid, clear } = useCallNotes(contactId);
  const reservation = useReservation(contactId, !call.reported && !call.otherOpen);
  const [evidenceOf, setEvidenceOf] = useState<string>();
  const [pointId, setPointId] = useState<string>();
  const [isCallingBack, setCallingBack] = useState(false);
  const [isCorrecting, setCorrecting] = useState(false);
  const [madeAt, setMadeAt] = useState<Date>();

  const mode = modeOf(call, { isLogging: log === true, isCorrecting });
  const send = (report: Report) => {
    const done = () => {
      clear();
      setCallingBack(false);
      setCorrecting(false);
    };
    const written = writtenIn(notes, brief.playbook.questions, call.reported?.attempt.outcome);
    call.report.mutate({ report: { ...written, ...report }, pointId, startedAt: madeAt }, { onSuccess: done });
  };
  const choose = (outcome: ReportedOutcome) => {
    if (outcome === "call_back") setCallingBack(true);
    else if (mode !== "closed") send({ outcome });
    else if (outcome === "do_not_contact" || outcome === "complaint") {
      call.stop.mutate(outcome === "complaint" ? "complaint" : "do_not_call", {
        onSuccess: () => void navigate({ to: "/today" }),
      });
    }
  };
  const dial = () => {
    const playbook = { playbookId: brief.playbook.id, opening: brief.playbook.openingId };
    call.dial.mutate({ playbook, ...(pointId && { pointId }) });
  };

  const obstacle = !call.attempt && !call.reported && (reservation.error || call.otherOpen);
  const isWrappingUp = call.reported && !isCorrecting;
  return (
    <div className={classes.page} data-temperature={brief.temperature}>
      <CallHeader brief={brief} call={call} onDial={dial} pointId={pointId} onPoint={setPointId} mayDial={!obstacle} />
      <main id="content" className={classes.columns}>
        <section className={classes.permit}>
          {obstacle ? (
            <CallObstacle
              error={reservation.error}
              otherOpen={call.otherOpen}
              onRetry={() => void reservation.refetch()}
            />
          ) : (
            <CallPermit
              brief={brief}
              refused={call.dial.error}
              said={notes.said}
              onSaid={toggleSaid}
              onEvidence={setEvidenceOf}
            />
          )}
        </section>
        <section className={classes.script}>
          {call.report.error && <ProblemAlert error={call.report.error} />}
          {mode === "log" && <MadeAt onChange={setMadeAt} />}
          {isCallingBack && (
            <CallBackForm
              contact={brief.contact}
              isSending={call.report.isPending}
              onCancel={() => setCallingBack(false)}
              onSave={(callBack) => send({ outcome: "call_back", callBack })}
            />
          )}
          {isWrappingUp ? (
            <WrapUp brief={brief} call={call} onCorrect={() => setCorrecting(true)} />
          ) : (
            <CallScript brief={brief} notes={notes} onAnswer={setAnswer} onNote={setNote} onEvidence={setEvidenceOf} />
          )}
        </section>
        <section className={classes.cards}>
          <CallCards brief={brief} onEvidence={setEvidenceOf} />
        </section>
        <section className={classes.past}>
          <CallPast brief={brief} onEvidence={setEvidenceOf} />
        </section>
      </main>
      {!isWrappingUp && (
        <OutcomeBar
          mode={mode}
          isSending={call.report.isPending || call.stop.isPending}
          onOutcome={choose}
          contactId={contactId}
        />
      )}
      <EvidenceDialog brief={brief} touchpointId={evidenceOf} onClose={() => setEvidenceOf(undefined)} />
    </div>
  );
}

type Call = Pick<ReturnType<typeof useCall>, "attempt" | "reported">;

/** What an outcome is reported of: the call that is open, one that was made elsewhere, or nothing yet. */
function modeOf(
  { attempt, reported }: Call,
  { isLogging, isCorrecting }: { isLogging: boolean; isCorrecting: boolean },
): "open" | "log" | "closed" {
  if (attempt || isCorrecting) return "open";
  return isLogging && !reported ? "log" : "closed";
}
