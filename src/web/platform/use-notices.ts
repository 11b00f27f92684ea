import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { Notice, watchNotices } from "#api/notices.ts";

const leaderName = "warmline-notices";

/**
 * Hears within a moment what changes under the open screens, and lets them ask again. A browser opens few connections
 * to one server, so of all its tabs one listens and tells the others.
 */
export function useNotices(): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    const ending = new AbortController();
    const others = new BroadcastChannel(leaderName);
    const refresh = () => {
      for (const queryKey of [["call-queue"], ["contacts"], ["accounts"], ["compliance"]]) {
        // A failure shows on the screen that asks.
        void queryClient.invalidateQueries({ queryKey });
      }
    };
    others.onmessage = refresh;
    const listen = () =>
      listenUntil(ending.signal, () => {
        others.postMessage("changed");
        refresh();
      });
    if ("locks" in navigator) {
      // Refused only when this tab leaves before its turn.
      void navigator.locks.request(leaderName, { signal: ending.signal }, listen).catch(() => undefined);
    } else void listen();
    return () => {
      ending.abort();
      others.close();
    };
  }, [queryClient]);
}

/** The browser itself connects again when the stream ends. */
function listenUntil(signal: AbortSignal, onNotice: () => void): Promise<void> {
  const source = new EventSource(watchNotices.path);
  source.onmessage = ({ data }) => {
    if (Notice.safeParse(JSON.parse(data)).success) onNotice();
  };
  return new Promise((resolve) => {
    signal.addEventListener("abort", () => {
      source.close();
      resolve();
    });
  });
}
