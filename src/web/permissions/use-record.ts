import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import * as api from "#api/compliance.ts";
import * as conditions from "#api/conditions.ts";
import * as exceptions from "#api/exceptions.ts";
import type { ExceptionSearch, PermissionSearch } from "#web/permissions/permission-search.ts";
import { request } from "#web/platform/request.ts";
import { usePages } from "#web/ui/use-pages.ts";

const rowsPerPage = 40;

export function useConsents({ contact, all }: PermissionSearch) {
  const input = { contactId: contact, standing: all ? "false" : "true", limit: rowsPerPage };
  return usePages(["permissions", "consents", input], (cursor) => request(api.listConsents, { ...input, cursor }));
}

export function useSuppressions({ contact, all }: PermissionSearch) {
  const input = { contactId: contact, standing: all ? "false" : "true", limit: rowsPerPage };
  return usePages(["permissions", "suppressions", input], (cursor) =>
    request(api.listSuppressions, { ...input, cursor }),
  );
}

export function useExceptions({ state }: ExceptionSearch) {
  const input = { state, limit: rowsPerPage };
  return usePages(["permissions", "exceptions", input], (cursor) =>
    request(exceptions.listExceptions, { ...input, cursor }),
  );
}

export function useConditions(standing: boolean) {
  const input = { standing: standing ? "true" : "false", limit: rowsPerPage };
  return usePages(["permissions", "conditions", input], (cursor) =>
    request(conditions.listConditions, { ...input, cursor }),
  );
}

/** Everything that changes what the gate will say: all screens ask anew. */
export function useChangeRecord() {
  const queryClient = useQueryClient();
  const onSuccess = () => queryClient.invalidateQueries();
  const recordConsent = useMutation({
    mutationFn: (consent: z.input<typeof api.RecordConsent>) => request(api.recordConsent, consent),
    onSuccess,
  });
  const withdrawConsent = useMutation({
    mutationFn: (wanted: z.input<typeof api.WithdrawConsent>) => request(api.withdrawConsent, wanted),
    onSuccess,
  });
  const recordSuppression = useMutation({
    mutationFn: (said: z.input<typeof api.Stop>) => request(api.recordSuppression, said),
    onSuccess,
  });
  const proposeOverride = useMutation({
    mutationFn: (wanted: z.input<typeof exceptions.ProposeOverride>) => request(exceptions.proposeOverride, wanted),
    onSuccess,
  });
  const decideException = useMutation({
    mutationFn: (wanted: z.input<typeof exceptions.DecideException>) => request(exceptions.decideException, wanted),
    onSuccess,
  });
  const endException = useMutation({
    mutationFn: (id: string) => request(exceptions.endException, { id }),
    onSuccess,
  });
  const enterCondition = useMutation({
    mutationFn: (facts: z.input<typeof conditions.EnterCondition>) => request(conditions.enterCondition, facts),
    onSuccess,
  });
  const endCondition = useMutation({
    mutationFn: (wanted: z.input<typeof conditions.EndCondition>) => request(conditions.endCondition, wanted),
    onSuccess,
  });
  return {
    recordConsent,
    withdrawConsent,
    recordSuppression,
    proposeOverride,
    decideException,
    endException,
    enterCondition,
    endCondition,
  };
}
