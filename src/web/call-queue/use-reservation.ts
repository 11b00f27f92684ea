import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { releaseContact, reserveContact } from "#api/attempts.ts";
import { queueKey } from "#web/call-queue/use-queue.ts";
import { request } from "#web/platform/request.ts";

const renewMs = 60_000;

/**
 * Holds a person for this rep while the call is on the screen: asked for at once, renewed every minute, given back
 * on leaving. A refusal is asked again every minute too, so that the page opens when the colleague leaves.
 */
export function useReservation(contactId: string, isHeld: boolean) {
  const queryClient = useQueryClient();
  const reservation = useQuery({
    // Not among the keys of "call-queue": what is heard of others asks those again, and must not hold a person anew
    // whose outcome is on its way.
    queryKey: ["reservation", contactId],
    queryFn: () => request(reserveContact, { contactId }),
    enabled: isHeld,
    refetchInterval: renewMs,
    // The rep looks at the telephone's window while he talks.
    refetchIntervalInBackground: true,
    retry: false,
    staleTime: 0,
    gcTime: 0,
  });
  const isMine = reservation.data !== undefined && isHeld;

  useEffect(() => {
    if (!isMine) return;
    return () => {
      // A call that was dialled stays reserved by its attempt; the server refuses to give it back.
      void request(releaseContact, { contactId })
        .catch(() => undefined)
        .then(() => queryClient.invalidateQueries({ queryKey: queueKey }));
    };
  }, [isMine, contactId, queryClient]);

  return reservation;
}
