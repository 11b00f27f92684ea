import { useMutation, useQuery } from "@tanstack/react-query";
import type { z } from "zod";
import * as api from "#api/compliance.ts";
import { type ProposeLift, proposeLift } from "#api/exceptions.ts";
import { useRefreshContacts } from "#web/contacts/use-refresh-contacts.ts";
import { request } from "#web/platform/request.ts";

/** What a person has allowed and forbidden. */
export function usePermissions(contactId: string) {
  const suppressions = useQuery({
    queryKey: ["contacts", "suppressions", contactId],
    queryFn: ({ signal }) => request(api.listSuppressions, { contactId }, { signal }),
  });
  const consents = useQuery({
    queryKey: ["contacts", "consents", contactId],
    queryFn: ({ signal }) => request(api.listConsents, { contactId }, { signal }),
  });
  return { suppressions, consents };
}

export function useChangePermissions() {
  const onSuccess = useRefreshContacts();
  const stop = useMutation({
    mutationFn: (said: z.input<typeof api.Stop>) => request(api.recordSuppression, said),
    onSuccess,
  });
  const lift = useMutation({
    mutationFn: (wanted: z.input<typeof ProposeLift>) => request(proposeLift, wanted),
    onSuccess,
  });
  const allow = useMutation({
    mutationFn: (consent: z.input<typeof api.RecordConsent>) => request(api.recordConsent, consent),
    onSuccess,
  });
  const withdraw = useMutation({ mutationFn: (id: string) => request(api.withdrawConsent, { id }), onSuccess });
  return { stop, lift, allow, withdraw };
}
