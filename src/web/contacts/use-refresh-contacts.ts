import { useQueryClient } from "@tanstack/react-query";

/** After a change to a person: lists, pages and the queue are asked anew. */
export function useRefreshContacts(): () => Promise<void> {
  const queryClient = useQueryClient();
  return async () => {
    await Promise.all(
      [["contacts"], ["accounts"], ["call-queue"]].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
    );
  };
}
