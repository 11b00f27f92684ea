import { useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query";
import type { z } from "zod";
import * as api from "#api/touchpoints.ts";
import { useRefreshContacts } from "#web/contacts/use-refresh-contacts.ts";
import { request } from "#web/platform/request.ts";

const entriesPerPage = 30;
export const kindsKey = ["contacts", "kinds"];

/** What happened with one person, the newest first, page after page. */
export function useTimeline(contactId: string) {
  const query = useInfiniteQuery({
    queryKey: ["contacts", "timeline", contactId],
    queryFn: ({ pageParam, signal }) =>
      request(
        api.listTouchpoints,
        { contactId, limit: entriesPerPage, ...(pageParam && { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: "",
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  return { ...query, entries: (query.data?.pages ?? []).flatMap(({ items }) => items) };
}

/** All that proves one touchpoint. */
export function useEvidence(id: string | undefined) {
  return useQuery({
    queryKey: ["contacts", "evidence", id],
    queryFn: ({ signal }) => request(api.getTouchpoint, { id: id ?? "" }, { signal }),
    enabled: id !== undefined,
  });
}

export function useKinds() {
  const { data } = useQuery({
    queryKey: kindsKey,
    queryFn: ({ signal }) => request(api.listKinds, {}, { signal }),
    staleTime: 5 * 60_000,
  });
  return data?.items ?? [];
}

export function useChangeTouchpoints() {
  const onSuccess = useRefreshContacts();
  const record = useMutation({
    mutationFn: (touchpoint: z.input<typeof api.RecordTouchpoint>) => request(api.recordTouchpoint, touchpoint),
    onSuccess,
  });
  const confirm = useMutation({ mutationFn: (id: string) => request(api.confirmTouchpoint, { id }), onSuccess });
  const retract = useMutation({
    mutationFn: (wanted: { id: string; because: string }) => request(api.retractTouchpoint, wanted),
    onSuccess,
  });
  return { record, confirm, retract };
}
