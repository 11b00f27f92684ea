import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { type CustomField, createCustomField, listCustomFields, updateCustomField } from "#api/custom-fields.ts";
import { request } from "#web/platform/request.ts";

const customFieldsKey = ["contacts", "custom-fields"];

export function useCustomFields() {
  const query = useQuery({
    queryKey: customFieldsKey,
    queryFn: ({ signal }) => request(listCustomFields, {}, { signal }),
    staleTime: 60_000,
  });
  const all: CustomField[] = query.data?.items ?? [];
  return { ...query, all, active: all.filter(({ archived }) => !archived) };
}

export function useChangeCustomFields() {
  const queryClient = useQueryClient();
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: customFieldsKey });
  const create = useMutation({
    mutationFn: (field: z.input<typeof createCustomField.input>) => request(createCustomField, field),
    onSuccess,
  });
  const update = useMutation({
    mutationFn: (changes: z.input<typeof updateCustomField.input>) => request(updateCustomField, changes),
    onSuccess,
  });
  return { create, update };
}
