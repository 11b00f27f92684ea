import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { z } from "zod";
import {
  type Attempt,
  type CurrentCall,
  logCall,
  planNextStep,
  type ReportedCall,
  reportOutcome,
  type StartCall,
  startCall,
} from "#api/attempts.ts";
import { recordSuppression } from "#api/compliance.ts";
import { briefKey } from "#web/call-queue/use-brief.ts";
import { currentCallKey, useCurrentCall } from "#web/call-queue/use-current-call.ts";
import { queueKey } from "#web/call-queue/use-queue.ts";
import { request } from "#web/platform/request.ts";

export type Report = Omit<z.input<typeof reportOutcome.input>, "id" | "correctsId">;
export type NextStep = z.input<typeof planNextStep.input>["next"];

/** `startedAt`: when a call that was made elsewhere was made; else it is now. */
type Reporting = { report: Report; pointId: string | undefined; startedAt: Date | undefined };

/** One call from dialling to the next step. `dialled` is there only where this page has dialled: it holds the number. */
export function useCall(contactId: string) {
  const queryClient = useQueryClient();
  const current = useCurrentCall();
  const [reported, setReported] = useState<ReportedCall>();
  const [isPlanned, setPlanned] = useState(false);
  const open: Attempt | null = current.data?.attempt ?? null;
  const attempt = open?.contactId === contactId ? open : null;

  const setCurrent = (call: CurrentCall) => queryClient.setQueryData(currentCallKey, call);
  const refresh = async () => {
    await queryClient.invalidateQueries({ queryKey: queueKey });
    await queryClient.invalidateQueries({ queryKey: [...briefKey, contactId] });
  };
  const finish = async (answer: ReportedCall) => {
    setCurrent({ reservation: null, attempt: null });
    setReported(answer);
    await refresh();
  };

  const dial = useMutation({
    mutationFn: (call: Omit<StartCall, "contactId">) => request(startCall, { contactId, ...call }),
    onSuccess: (started) => {
      setCurrent({ reservation: null, attempt: started.attempt });
      return refresh();
    },
    onError: refresh,
  });

  const report = useMutation({
    mutationFn: ({ report, pointId, startedAt }: Reporting) => {
      const standing = reported?.attempt.outcome;
      if (reported && standing) {
        return request(reportOutcome, { id: reported.attempt.id, correctsId: standing.id, ...report });
      }
      if (attempt) return request(reportOutcome, { id: attempt.id, ...report });
      return request(logCall, {
        contactId,
        ...(pointId && { pointId }),
        ...(startedAt && { startedAt: startedAt.toISOString() }),
        ...report,
      });
    },
    onSuccess: finish,
  });

  const stop = useMutation({
    mutationFn: (kind: "do_not_call" | "complaint") => request(recordSuppression, { contactId, kind }),
    onSuccess: refresh,
  });

  const plan = useMutation({
    mutationFn: (next: NextStep) => request(planNextStep, { id: reported?.attempt.id ?? "", next }),
    onSuccess: (answer) => {
      setReported(answer);
      setPlanned(true);
      return refresh();
    },
  });

  return { current, attempt, otherOpen: attempt ? null : open, dial, report, stop, plan, reported, isPlanned };
}
