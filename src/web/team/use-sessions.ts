import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { endSession, listSessions } from "#api/account.ts";
import { request } from "#web/platform/request.ts";

export const sessionsKey = ["team", "sessions"];

export function useSessions() {
  const queryClient = useQueryClient();
  const sessions = useQuery({ queryKey: sessionsKey, queryFn: () => request(listSessions, {}) });
  const end = useMutation({
    mutationFn: (id: string) => request(endSession, { id }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: sessionsKey }),
  });
  return { sessions, end };
}
