import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { mergeContacts, unmergeContacts } from "#api/contact-matches.ts";
import * as points from "#api/contact-points.ts";
import * as api from "#api/contacts.ts";
import { useRefreshContacts } from "#web/contacts/use-refresh-contacts.ts";
import { request } from "#web/platform/request.ts";

export function contactKey(id: string): string[] {
  return ["contacts", "one", id];
}

/** One person; asked for by the key of a contact that was merged it answers with the survivor. */
export function useContact(id: string | undefined) {
  return useQuery({
    queryKey: contactKey(id ?? ""),
    queryFn: ({ signal }) => request(api.getContact, { id: id ?? "" }, { signal }),
    enabled: id !== undefined,
  });
}

/** What can be done with one person. What a change answers is shown at once; the rest is asked anew. */
export function useChangeContact() {
  const queryClient = useQueryClient();
  const refresh = useRefreshContacts();
  const onSuccess = async (contact: api.Contact) => {
    queryClient.setQueryData(contactKey(contact.id), contact);
    await refresh();
  };
  const create = useMutation({
    mutationFn: (contact: z.input<typeof api.CreateContact>) => request(api.createContact, contact),
    onSuccess,
  });
  const update = useMutation({
    mutationFn: (changes: z.input<typeof api.UpdateContact>) => request(api.updateContact, changes),
    onSuccess,
  });
  const archive = useMutation({ mutationFn: (id: string) => request(api.archiveContact, { id }), onSuccess });
  const restore = useMutation({ mutationFn: (id: string) => request(api.restoreContact, { id }), onSuccess });
  const addPoint = useMutation({
    mutationFn: (point: z.input<typeof points.addPoint.input>) => request(points.addPoint, point),
    onSuccess,
  });
  const updatePoint = useMutation({
    mutationFn: (changes: z.input<typeof points.updatePoint.input>) => request(points.updatePoint, changes),
    onSuccess,
  });
  const merge = useMutation({
    mutationFn: (both: { id: string; otherId: string }) => request(mergeContacts, both),
    onSuccess,
  });
  const unmerge = useMutation({
    mutationFn: (merge: { id: string; mergeId: string }) => request(unmergeContacts, merge),
    onSuccess: refresh,
  });
  /** Logged by the server; the numbers are kept by whoever asked, and nowhere else. */
  const reveal = useMutation({ mutationFn: (id: string) => request(points.revealContact, { id }) });
  return { create, update, archive, restore, addPoint, updatePoint, merge, unmerge, reveal };
}
